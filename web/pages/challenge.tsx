import { Play } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { Link, useLocation } from "wouter";
import { ApiProblem, type ChallengePage, problemOf } from "../api.ts";
import { BoardRow } from "../parts/board-row.tsx";
import { CrewChallenges, TimeLeft } from "../parts/crew-challenges.tsx";
import { Missing } from "../parts/missing.tsx";
import { CrewOnly, Failed, Loading, NotFound, State } from "../parts/states.tsx";
import "../styles/standings.css";
import "../styles/ghosts.css";
import "../styles/challenges.css";
import { sectionName, stageAddress, wayOfKind } from "../state/addresses.ts";
import { useChallenge, useEndChallenge } from "../state/challenges.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useVersion } from "../state/queries.ts";
import { problemSentence, type Words } from "../words/index.ts";

/** A challenge: what, by when, and who of the crew dances it best. */
export default function ChallengeRoom({ id }: { readonly id: string }): ReactElement {
  const words = useWords();
  const asked = useChallenge(id);
  const routine = useVersion(asked.data?.version);
  useTitle(asked.isError ? null : (asked.data?.title ?? words.challenges.title));
  if (problemOf(asked.error) === "signed-out") return <CrewOnly />;
  const gone = asked.error instanceof ApiProblem && asked.error.status < 500;
  if (gone) return <NotFound title={problemSentence(words, problemOf(asked.error))} />;
  if (asked.isError && !asked.data) return <Failed cause={asked.error} onAgain={() => void asked.refetch()} />;
  if (!asked.data || routine.pending) return <Loading />;
  return <Shown it={asked.data} routine={routine} />;
}

interface ShownProps {
  readonly it: ChallengePage;
  readonly routine: ReturnType<typeof useVersion>;
}

/** What stands, in one sentence. */
function headline({ challenges: say, n }: Words, { state, standings, finalAt }: ChallengePage): string {
  if (state === "closing") return say.closing(n.evening(finalAt));
  const [first] = standings;
  if (!first) return state === "closed" ? say.nobody : "";
  const score = n.score(first.score);
  if (state === "closed") return first.mine ? say.youWon(score) : say.won(first.dancer.name, score);
  return first.mine ? say.youLead(score) : say.leads(first.dancer.name, score);
}

function Shown({ it, routine }: ShownProps): ReactElement {
  const words = useWords();
  const say = words.challenges;
  const { summary, current, cause, again } = routine;
  const stage = summary && current && stageAddress(summary, it.section, wayOfKind(it.kind));
  const open = it.state === "open";
  const maker = it.mine ? say.byMe : it.by ? say.by(it.by.name) : say.byGone;
  return (
    <div className="page lbp dare-page">
      <div className="head">
        <div className="stack">
          <p className="strong">
            <Link className="link" href={`/crews/${it.crew.id}`}>
              {it.crew.name}
            </Link>
            {summary && ` · ${summary.title[words.language]} · ${sectionName(words, summary.sections, it.section)}`}
            {it.kind !== "full" && ` · ${say.kinds[it.kind]}`}
          </p>
          <h1>{it.title}</h1>
          <p className="when">
            <TimeLeft it={it} /> <span className="soft">{say.until(words.n.evening(it.dueAt))}</span>
          </p>
        </div>
        {stage && (
          <Link className={open ? "btn go big" : "btn big"} href={stage}>
            <Play fill="currentColor" aria-hidden />
            {open ? say.dance : say.danceAnyway}
          </Link>
        )}
      </div>
      {headline(words, it) && <p className="lead stands">{headline(words, it)}</p>}
      {summary && !current && <p className="soft">{summary.open === false ? words.publish.missingDo : say.newer}</p>}
      <Missing of={{ error: summary ? null : cause, refetch: again }} />
      {it.standings.length === 0 && open && (
        <State within title={say.empty}>
          {say.emptyDo}
        </State>
      )}
      {it.standings.length > 0 && (
        <ol className="lb">
          {it.standings.map((row) => (
            <li key={row.takeId} className={row.mine ? "mine" : ""}>
              <BoardRow standing={row} note={row.late ? say.late : null} {...(stage && { stage })} />
            </li>
          ))}
        </ol>
      )}
      <div className="row between foot">
        <p className="note">
          {say.danced(words.n.whole(it.standings.length), words.n.whole(it.members))} {say.only} {maker}.
        </p>
        {it.endable && <EndButton it={it} />}
      </div>
      <CrewChallenges crew={it.crew.id} except={it.id} />
    </div>
  );
}

/** Ends the challenge, after asking once more. */
function EndButton({ it }: { readonly it: ChallengePage }): ReactElement {
  const words = useWords();
  const say = words.challenges;
  const dialog = useRef<HTMLDialogElement>(null);
  const [, navigate] = useLocation();
  const end = useEndChallenge(it.id);
  const yes = () => end.mutate(undefined, { onSuccess: () => navigate(`/crews/${it.crew.id}`) });
  return (
    <>
      <button type="button" className="btn" onClick={() => dialog.current?.showModal()}>
        {say.end}
      </button>
      <dialog className="sheet" ref={dialog} aria-label={say.end}>
        <div className="stack">
          <h2>{say.end}</h2>
          <p>{say.endSure}</p>
          {end.error && (
            <p className="bad" role="alert">
              {problemSentence(words, problemOf(end.error))}
            </p>
          )}
          <div className="row">
            <button type="button" className="btn go" disabled={end.isPending} onClick={yes}>
              {say.endYes}
            </button>
            <button type="button" className="btn plain" onClick={() => dialog.current?.close()}>
              {say.endNo}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
