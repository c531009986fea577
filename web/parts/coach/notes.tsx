import { Columns2, Eye, Repeat2 } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { snapSpan } from "#dance/practice/span.ts";
import type { Note, Summary, TakeRow } from "../../api.ts";
import { loopAddress, wayOfTake } from "../../state/addresses.ts";
import { useNotes } from "../../state/coach/notes.ts";
import { reviewAddress } from "../../state/coach/view.ts";
import { useDancer } from "../../state/dancer.ts";
import { useWords } from "../../state/language.ts";
import { useTakesOf } from "../../state/others.ts";
import type { TakePage } from "../../state/take-page.ts";
import { momentOf } from "../compare.tsx";
import { Missing } from "../missing.tsx";
import { More } from "../more.tsx";
import { NoteState, spanName } from "./notes-panel.tsx";
import { Thread } from "./thread.tsx";

interface NotesProps {
  readonly page: TakePage;
  readonly summary: Summary;
  /** Shows a note in the replay. */
  readonly onSee: (note: Note) => void;
}

/** What coaches said of my take, for the result page: each spot is looped with one press. Nothing where nothing was said. */
export function Notes({ page, summary, onSee }: NotesProps): ReactElement | null {
  const words = useWords();
  const say = words.notes;
  const me = useDancer().data;
  const { notes, pages } = useNotes(page.id, page.mine && page.phase === "judged" && Boolean(me));
  const mine = useTakesOf(page.version, page.section, notes.length > 0).filter(
    (it) => it.id !== page.id && it.score !== null && momentOf(it) > page.at,
  );
  if (notes.length === 0) return null;
  const open = notes.filter(isOpen).length;
  return (
    <section className="panel stack take-notes">
      <div>
        <h2>{say.fromCoach}</h2>
        {!pages.hasNextPage && <p className="soft">{say.fromCoachSay(open)}</p>}
      </div>
      {notes.filter(isOpen).map((note) => (
        <Spot key={note.id} {...{ note, page, summary, mine, onSee }} />
      ))}
      {open < notes.length && (
        <details>
          <summary>{say.settled(notes.length - open)}</summary>
          {notes
            .filter((note) => !isOpen(note))
            .map((note) => (
              <Spot key={note.id} {...{ note, page, summary, mine, onSee }} />
            ))}
        </details>
      )}
      <Missing of={pages} />
      <More of={pages}>{say.more}</More>
    </section>
  );
}

const isOpen = ({ doneAt }: Note): boolean => doneAt === null;

interface SpotProps extends NotesProps {
  readonly note: Note;
  readonly mine: readonly TakeRow[];
}

function Spot({ note, page, summary, mine, onSee }: SpotProps): ReactElement {
  const { notes: say, names } = useWords();
  const span = snapSpan(note.from, note.to, summary.counts);
  return (
    <article className="spot" aria-label={`${spanName(note)} ${note.limb ? names.limb[note.limb] : ""}`.trim()}>
      <div className="spot-head">
        <div className="row nowrap note-head">
          <span className="num">{spanName(note)}</span>
          <h3>{note.limb ? names.limb[note.limb] : say.limbNone}</h3>
          <NoteState note={note} />
        </div>
        <div className="row">
          <Link className="btn go" href={loopAddress(summary, { span, ladder: true }, wayOfTake(page, 0.75))}>
            <Repeat2 aria-hidden />
            {say.loop}
          </Link>
          <button type="button" className="btn" onClick={() => onSee(note)}>
            <Eye aria-hidden />
            {say.see}
          </button>
          <Link className="btn" href={reviewAddress(page.id, { note: note.id, at: note.time })}>
            <Columns2 aria-hidden />
            {say.review}
          </Link>
        </div>
      </div>
      <Thread note={note} mine={mine} />
    </article>
  );
}
