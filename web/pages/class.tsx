import { Download, ListChecks, Printer } from "lucide-react";
import { type ReactElement, useMemo, useRef, useState } from "react";
import type { ClassPage, Crew } from "../api.ts";
import { ClassTable } from "../parts/coach/class-table.tsx";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { RubricDialog } from "../parts/coach/rubric-editor.tsx";
import { Weakest } from "../parts/coach/weakest.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { sectionName, WHOLE } from "../state/addresses.ts";
import {
  CLASS_FILTERS,
  type ClassFilter,
  type Column,
  classSheet,
  type Order,
  rowsOf,
  useClass,
} from "../state/coach/class.ts";
import { useWords } from "../state/language.ts";
import { saveFile } from "../state/save-file.ts";
import type { Words } from "../words/index.ts";
import "../styles/account.css";
import "../styles/challenges.css";
import "../styles/crews.css";
import "../styles/people-table.css";
import "../styles/class.css";
import "../styles/rubric.css";

/** A class at a glance, for its coaches. */
export default function ClassRoom({ id }: { readonly id: string }): ReactElement {
  const { class: say } = useWords();
  return (
    <CrewRoomOf id={id} title={say.title} action="see-class">
      {(crew) => <Dashboard crew={crew} />}
    </CrewRoomOf>
  );
}

function Dashboard({ crew }: { readonly crew: Crew }): ReactElement {
  const [version, setVersion] = useState<string | null>(null);
  const page = useClass(crew.id, version);
  if (page.error && !page.data) return <Failed within cause={page.error} onAgain={() => void page.refetch()} />;
  return page.data ? <Shown crew={crew} page={page.data} onVersion={setVersion} /> : <Loading within />;
}

/** The sections of the routine, and the whole of it where somebody danced that. */
function columnsOf(words: Words, { choreographies, version, dancers }: ClassPage): Column[] {
  const routine = choreographies.find((it) => it.version === version);
  if (!routine) return [];
  const whole = dancers.some(({ cells }) => cells.some(({ section }) => section === WHOLE));
  const all = [...(whole ? [WHOLE] : []), ...routine.sections.keys()];
  return all.map((section) => ({ section, name: sectionName(words, routine.sections, section) }));
}

interface ShownProps {
  readonly crew: Crew;
  readonly page: ClassPage;
  readonly onVersion: (version: string) => void;
}

function Shown({ crew, page, onVersion }: ShownProps): ReactElement {
  const words = useWords();
  const { class: say, library } = words;
  const [filter, setFilter] = useState<ClassFilter>("all");
  const [text, setText] = useState("");
  const [{ order, down }, setSort] = useState<{ order: Order; down: boolean }>({ order: "name", down: false });
  const rubric = useRef<HTMLDialogElement>(null);
  const rows = useMemo(() => rowsOf(page.dancers, filter, text, order, down), [page, filter, text, order, down]);
  const routine = page.choreographies.find((it) => it.version === page.version);
  const sections = useMemo(() => columnsOf(words, page), [words, page]);
  const save = () => {
    const title = routine?.title[words.language] ?? "";
    const first = [say.dancer, say.minutes, say.takes, say.last];
    const csv = classSheet(rows, { title, first, sections, last: words.rubric.marks });
    saveFile(
      `${crew.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.csv`,
      new Blob([csv], { type: "text/csv;charset=utf-8" }),
    );
  };
  return (
    <>
      <div className="row between class-tools">
        <div className="row">
          {page.choreographies.length > 0 && (
            <select
              aria-label={words.challenges.routine}
              value={page.version ?? ""}
              onChange={(e) => onVersion(e.currentTarget.value)}
            >
              {page.choreographies.map((it) => (
                <option key={it.version} value={it.version}>
                  {say.dancedBy(it.title[words.language], it.dancers)}
                </option>
              ))}
            </select>
          )}
          <input
            type="search"
            aria-label={say.find}
            placeholder={say.find}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <select
            aria-label={library.filter}
            value={filter}
            onChange={(e) => setFilter(CLASS_FILTERS.find((it) => it === e.currentTarget.value) ?? "all")}
          >
            {CLASS_FILTERS.map((it) => (
              <option key={it} value={it}>
                {say.filters[it]}
              </option>
            ))}
          </select>
        </div>
        <div className="row">
          <button type="button" className="btn" onClick={save}>
            <Download aria-hidden />
            {say.csv}
          </button>
          <button type="button" className="btn" onClick={() => print()}>
            <Printer aria-hidden />
            {say.print}
          </button>
          <button type="button" className="btn" onClick={() => rubric.current?.showModal()}>
            <ListChecks aria-hidden />
            {say.rubric}
          </button>
        </div>
      </div>
      {routine && (
        <p className="strong on-paper">
          {routine.title[words.language]} · {words.n.moment(Date.now())}
        </p>
      )}
      <p className="note" role="status">
        {say.shown(rows.length, page.dancers.length, page.days)}
      </p>
      <ClassTable
        crew={crew.id}
        {...{ rows, sections, order, down }}
        onSort={(to) => setSort({ order: to, down: to === order ? !down : false })}
      />
      {rows.some((it) => it.shares === "practice") && <p className="note">{say.reach}</p>}
      {rows.some((it) => it.shares === null) && <p className="note">{say.askThem}</p>}
      {rows.length === 0 && <p className="soft">{page.dancers.length === 0 ? say.nobody : say.noneFound}</p>}
      {routine && <Weakest list={page.weakest} />}
      <RubricDialog crew={crew.id} dialog={rubric} />
    </>
  );
}
