import { ArrowLeft } from "lucide-react";
import { type ReactElement, type RefObject, useLayoutEffect, useRef } from "react";
import { countName } from "#dance/music/tempo.ts";
import type { Note, TakeRow } from "../../api.ts";
import type { useNotes } from "../../state/coach/notes.ts";
import { useWords } from "../../state/language.ts";
import { Missing } from "../missing.tsx";
import { More } from "../more.tsx";
import { Composer } from "./composer.tsx";
import { Thread } from "./thread.tsx";
import type { DeskState } from "./use-desk.ts";

interface NotesPanelProps extends ReturnType<typeof useNotes> {
  readonly takeId: string;
  readonly desk: DeskState;
  /** Counts of what was danced. */
  readonly from: number;
  readonly to: number;
  readonly mine: readonly TakeRow[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onOpen: (note: Note | null) => void;
}

/** Beside the picture: one thread, or all notes and the way to write another. */
export function NotesPanel(props: NotesPanelProps): ReactElement {
  const { takeId, desk, from, to, field, notes, onOpen } = props;
  const { notes: say } = useWords();
  const open = notes.find(({ id }) => id === desk.view.note);
  const { panel, pressed } = useFocusKept(open?.id);
  const go = (note: Note | null) => {
    pressed();
    onOpen(note);
  };
  // What is half written waits, unseen, while a note is looked at.
  return (
    <aside ref={panel} className="panel stack" aria-label={say.title}>
      {open && <OpenNote {...props} note={open} onOpen={go} />}
      <div hidden={open !== undefined}>
        <Composer
          {...{ takeId, desk, from, to, field }}
          away={open !== undefined}
          onPinned={(note) => {
            pressed();
            desk.change({ note });
          }}
        />
      </div>
      {!open && <AllNotes notes={notes} onOpen={go} pages={props.pages} />}
    </aside>
  );
}

/** What was pressed goes as a note opens or closes: the focus goes on to the way back, or to the note in the list. */
function useFocusKept(open: string | undefined) {
  const panel = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const last = useRef(open);
  useLayoutEffect(() => {
    const to = open === undefined ? `[data-note="${last.current}"]` : ".back";
    if (moved.current && open !== last.current) panel.current?.querySelector<HTMLElement>(to)?.focus();
    if (open !== last.current) moved.current = false;
    last.current = open;
  }, [open]);
  return { panel, pressed: () => (moved.current = true) };
}

function OpenNote({ note, notes, pages, mine, desk, onOpen }: NotesPanelProps & { readonly note: Note }): ReactElement {
  const { notes: say, names, n } = useWords();
  return (
    <>
      <button type="button" className="btn plain back" onClick={() => onOpen(null)}>
        <ArrowLeft aria-hidden />
        {say.all(`${n.whole(notes.length)}${pages.hasNextPage ? "+" : ""}`)}
      </button>
      <div className="row nowrap note-head">
        <span className="num">{spanName(note)}</span>
        <span className="strong">{note.limb ? names.limb[note.limb] : say.limbNone}</span>
        <NoteState note={note} />
      </div>
      <Thread key={note.id} note={note} mine={mine} onBeside={(beside) => desk.change({ beside, besideNudge: 0 })} />
    </>
  );
}

function AllNotes({ notes, pages, onOpen }: Pick<NotesPanelProps, "notes" | "pages" | "onOpen">): ReactElement {
  const { notes: say } = useWords();
  return (
    <>
      {notes.length > 0 && <NoteList notes={notes} onOpen={onOpen} />}
      {pages.isSuccess && notes.length === 0 && <p className="soft">{say.none}</p>}
      <More of={pages}>{say.more}</More>
      <Missing of={pages} />
    </>
  );
}

/** "3:5", or "3:5–3:8" where it lies on more counts than one. */
export const spanName = ({ from, to }: Pick<Note, "from" | "to">): string =>
  to - from > 1 ? `${countName(from)}–${countName(to - 1)}` : countName(from);

/** Whether a note is done. */
export function NoteState({ note }: { readonly note: Note }): ReactElement {
  const { notes: say } = useWords();
  return (
    <span className={note.doneAt === null ? "note-state" : "note-state done"}>{say.state(note.doneAt !== null)}</span>
  );
}

interface NoteListProps {
  readonly notes: readonly Note[];
  readonly onOpen: (note: Note) => void;
}

function NoteList({ notes, onOpen }: NoteListProps): ReactElement {
  const { notes: say, names, n } = useWords();
  return (
    <ol className="note-list">
      {notes.map((note, i) => (
        <li key={note.id}>
          <button type="button" data-note={note.id} onClick={() => onOpen(note)}>
            <span className={note.doneAt === null ? "mark-no" : "mark-no done"}>{n.whole(i + 1)}</span>
            <span className="grow">
              <b>{[spanName(note), note.limb && names.limb[note.limb]].filter(Boolean).join(" · ")}</b>
              <span className="note-line">{note.text || (note.voice ? say.voice : say.drawn)}</span>
            </span>
            <NoteState note={note} />
          </button>
        </li>
      ))}
    </ol>
  );
}
