import { Play, Trash2 } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { Link } from "wouter";
import { type Assignment, type Crew, problemOf } from "../../api.ts";
import { partTitle, stageAddress } from "../../state/addresses.ts";
import { useDue, useEndAssignment } from "../../state/coach/assignments.ts";
import { reviewAddress } from "../../state/coach/view.ts";
import { useWords } from "../../state/language.ts";
import { useVersion } from "../../state/queries.ts";
import { problemSentence } from "../../words/index.ts";
import { Sure } from "../account-panel.tsx";
import { Eight } from "../marks.tsx";
import { ChangeAssignment } from "./assign-form.tsx";
import { DueState } from "./due.tsx";
import { TableRoom } from "./table-room.tsx";

/** One assignment: what is asked, who has met it, who practised how much and where they stand. */
export function AssignmentCard({ it, crew }: { readonly it: Assignment; readonly crew: Crew }): ReactElement {
  const words = useWords();
  const { assign: say, due, n } = words;
  const { summary, current } = useVersion(it.version);
  const mine = useDue().data?.find(({ id }) => id === it.id);
  const end = useEndAssignment(crew.id);
  const sure = useRef<HTMLDialogElement>(null);
  const met = it.dancers.filter(({ state }) => state === "met").length;
  const practised = it.dancers.filter(({ takes }) => takes > 0).length;
  const what = partTitle(words, summary, it.section);
  const over = it.dueAt < Date.now();
  const all = met === it.dancers.length && met > 0;
  return (
    <article className="panel stack assignment" aria-label={what}>
      <div className="row between nowrap">
        <div className="grow">
          <h2 className="h3">{what}</h2>
          <p className="note">
            {[
              due.target(n.score(it.target), n.speed(it.rate)),
              it.to ? it.to.name : say.everybody,
              it.by && say.by(it.by.name),
              it.changedAt !== null && say.changed(n.day(it.changedAt)),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        <DueState it={{ state: all ? "met" : over ? "overdue" : "open", before: false, dueAt: it.dueAt }} />
      </div>
      {it.text && <p className="said-text">{it.text}</p>}
      {it.dancers.length > 1 && (
        <div className="assignment-sum">
          <Eight
            label={say.metOf(n.whole(met), n.whole(it.dancers.length))}
            of={Math.min(40, it.dancers.length)}
            done={Math.round((met / it.dancers.length) * Math.min(40, it.dancers.length))}
            height={32}
          />
          <p className="strong">
            {say.metOf(n.whole(met), n.whole(it.dancers.length))} · {say.practised(n.whole(practised))}
          </p>
        </div>
      )}
      <Efforts it={it} what={what} />
      {mine && mine.state !== "met" && summary && current && (
        <div className="row">
          <Link className="btn go" href={stageAddress(summary, it.section, { rate: it.rate, view: "mirror" })}>
            <Play fill="currentColor" aria-hidden />
            {due.dance}
          </Link>
        </div>
      )}
      {over && it.finalAt > Date.now() && <p className="note">{say.late(n.moment(it.finalAt))}</p>}
      {end.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(end.error))}
        </p>
      )}
      {it.endable && (
        <div className="row">
          {it.changeable && <ChangeAssignment it={it} crew={crew} />}
          <button
            type="button"
            className="btn plain"
            disabled={end.isPending}
            onClick={() => sure.current?.showModal()}
          >
            <Trash2 aria-hidden />
            {say.end}
          </button>
          <Sure dialog={sure} title={say.end} yes={say.end} onYes={() => end.mutate(it.id)}>
            <p>{say.endSure}</p>
          </Sure>
        </div>
      )}
    </article>
  );
}

/** Who practised how much, and where they stand. */
function Efforts({ it, what }: { readonly it: Assignment; readonly what: string }): ReactElement {
  const { assign: say, due, n } = useWords();
  const before = it.dancers.some((row) => row.before);
  return (
    <>
      <TableRoom label={what}>
        <table className="class-table">
          <thead>
            <tr>
              <th scope="col">{say.dancer}</th>
              <th scope="col">{say.state}</th>
              <th scope="col">{say.best}</th>
              <th scope="col">{say.takes}</th>
              <th scope="col">{say.minutes}</th>
            </tr>
          </thead>
          <tbody>
            {it.dancers.map((row) => (
              <tr key={row.dancer.id}>
                <th scope="row">{row.dancer.name}</th>
                <td>
                  {row.state === "open" ? (
                    <span className="due-state open">{due.open}</span>
                  ) : (
                    <DueState it={{ ...row, dueAt: it.dueAt }} />
                  )}
                </td>
                <td>
                  {row.best?.takeId ? (
                    <Link className="link" href={reviewAddress(row.best.takeId)}>
                      {n.score(row.best.score)}
                    </Link>
                  ) : (
                    (row.best && n.score(row.best.score)) || "–"
                  )}
                </td>
                <td>{n.whole(row.takes)}</td>
                <td>{n.minutes(row.minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
      {before && <p className="note">{say.beforeSay}</p>}
    </>
  );
}
