import { Check, RotateCcw, Trash2 } from "lucide-react";
import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from "react";
import { Link } from "wouter";
import { type Note, problemOf, type Reply, type TakeRow } from "../../api.ts";
import { useChangeNote, useDropNote, useDropReply, useReply, voiceAddress } from "../../state/coach/notes.ts";
import { reviewAddress } from "../../state/coach/view.ts";
import { textSince } from "../../state/coach/written.ts";
import { useWords } from "../../state/language.ts";
import { problemSentence } from "../../words/index.ts";
import { Sure } from "../account-panel.tsx";
import { OwnTakes } from "../compare.tsx";
import { Avatar } from "../cover.tsx";
import { Voice } from "./voice.tsx";

interface ThreadProps {
  readonly note: Note;
  /** Takes of mine that may be shown in a reply, newest first; none where the take is not mine. */
  readonly mine: readonly TakeRow[];
  /** Shows a take that was attached beside, where there is a place for it. */
  readonly onBeside?: ((takeId: string) => void) | undefined;
}

/** What is said about a spot: the note, replies to it, and what may be done with it. */
export function Thread({ note, mine, onBeside }: ThreadProps): ReactElement {
  const words = useWords();
  const say = words.notes;
  const change = useChangeNote(note.takeId);
  const drop = useDropNote(note.takeId);
  const dropReply = useDropReply(note.takeId);
  const sure = useRef<HTMLDialogElement>(null);
  const cause = change.error ?? drop.error ?? dropReply.error;
  const done = note.doneAt !== null;
  return (
    <div className="thread">
      <Message of={note} name={note.own ? say.byDancer(note.by.name) : note.by.name}>
        {note.voice && <Voice src={voiceAddress(note.id)} label={say.voiceOf(note.by.name)} />}
      </Message>
      {note.replies.map((it) => (
        <Message key={it.id} of={it} name={it.by.name}>
          {it.take && <Shown take={it.take} onBeside={onBeside} />}
          {it.droppable && (
            <button
              type="button"
              className="link"
              disabled={dropReply.isPending}
              onClick={() => dropReply.mutate(it.id)}
            >
              {say.dropReply}
            </button>
          )}
        </Message>
      ))}
      <ReplyForm note={note} mine={mine} />
      {cause && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(cause))}
        </p>
      )}
      <div className="row thread-foot">
        <button
          type="button"
          className="btn grow"
          disabled={change.isPending}
          onClick={() => change.mutate({ id: note.id, change: { done: !done } })}
        >
          {done ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
          {done ? say.reopen : say.settle}
        </button>
        {note.droppable && (
          <button
            type="button"
            className="btn plain"
            aria-label={say.drop}
            title={say.drop}
            disabled={drop.isPending}
            onClick={() => sure.current?.showModal()}
          >
            <Trash2 aria-hidden />
          </button>
        )}
        <Sure dialog={sure} title={say.drop} yes={say.drop} onYes={() => drop.mutate(note.id)}>
          <p>{say.dropSure}</p>
        </Sure>
      </div>
    </div>
  );
}

interface MessageProps {
  readonly of: Pick<Note, "by" | "text" | "madeAt"> | Pick<Reply, "by" | "text" | "at">;
  readonly name: string;
  readonly children?: ReactNode;
}

function Message({ of, name, children }: MessageProps): ReactElement {
  const { n } = useWords();
  return (
    <div className="msg">
      <Avatar of={of.by} />
      <div>
        <p className="strong msg-who">
          {name} <span className="note">{n.moment("at" in of ? of.at : of.madeAt)}</span>
        </p>
        {of.text && <p className="said-text">{of.text}</p>}
        {children}
      </div>
    </div>
  );
}

interface ShownProps {
  readonly take: NonNullable<Reply["take"]>;
  readonly onBeside: ((takeId: string) => void) | undefined;
}

/** A newer take that its dancer shows. */
function Shown({ take, onBeside }: ShownProps): ReactElement {
  const { notes: say, n } = useWords();
  return (
    <p className="row shown-take">
      <Link className="link" href={reviewAddress(take.id)}>
        {say.takeOf(n.moment(take.at), n.score(take.score ?? 0))}
      </Link>
      {onBeside && (
        <button type="button" className="link" onClick={() => onBeside(take.id)}>
          {say.beside}
        </button>
      )}
    </p>
  );
}

function ReplyForm({ note, mine }: Pick<ThreadProps, "note" | "mine">): ReactElement {
  const words = useWords();
  const say = words.notes;
  const reply = useReply(note.takeId);
  const [text, setText] = useState("");
  const [take, setTake] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What was written meanwhile is another reply.
    const clear = () => {
      setText((now) => textSince(text, now));
      setTake((now) => (now === take ? null : now));
    };
    reply.mutate({ id: note.id, text, take }, { onSuccess: clear });
  };
  return (
    <form className="stack reply" onSubmit={submit}>
      <div className="reply-field">
        <textarea
          rows={1}
          value={text}
          maxLength={2000}
          aria-label={say.replyTo}
          placeholder={say.replyTo}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <button type="submit" className="btn go" disabled={reply.isPending || (text.trim() === "" && take === null)}>
          {say.send}
        </button>
      </div>
      {mine.length > 0 && (
        <select value={take ?? ""} aria-label={say.attach} onChange={(e) => setTake(e.currentTarget.value || null)}>
          <option value="">{say.attach}</option>
          <OwnTakes label={words.compare.mine} takes={mine} />
        </select>
      )}
      {reply.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(reply.error))}
        </p>
      )}
    </form>
  );
}
