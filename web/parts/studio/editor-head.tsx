import { Redo2, Undo2 } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { setText } from "#dance/choreo/edit/head.ts";
import { routineAddress } from "../../state/addresses.ts";
import { useWords } from "../../state/language.ts";
import { usePublished } from "../../state/publishing.ts";
import { useDesk } from "./editor-context.ts";
import { KeepingSaid } from "./keeping-said.tsx";

interface EditorHeadProps {
  readonly tempoOpen: boolean;
  readonly onTempo: () => void;
  readonly children?: React.ReactNode;
}

/** Which version of it others have, with the way there; nothing where none is published. */
function Published(): ReactElement | null {
  const { draft } = useDesk();
  const { publish, n } = useWords();
  const summary = usePublished(draft);
  if (!summary) return null;
  return (
    <p className="note published">
      <Link className="link" href={routineAddress({ slug: summary.slug })}>
        {publish.publishedOn(n.moment(summary.publishedAt ?? 0))}
      </Link>
    </p>
  );
}

/** What the routine is called, its tempo, undo and redo, and whether it is kept. */
export function EditorHead({ tempoOpen, onTempo, children }: EditorHeadProps): ReactElement {
  const { editor, draft, view, tempo } = useDesk();
  const words = useWords();
  const { editor: say, language, n } = words;
  const first = n.instant(tempo.firstBeat);
  return (
    <header className="editor-head">
      <h1 className="vh">{draft.title[language] || words.studio.untitled}</h1>
      <input
        className="h2 title"
        value={draft.title[language]}
        maxLength={60}
        aria-label={say.titleLabel}
        placeholder={words.studio.untitled}
        onChange={(e) => {
          const text = e.currentTarget.value;
          editor.edit((d) => setText(d, "title", language, text), "title");
        }}
      />
      <div className="row tempo-facts">
        <button type="button" className="chip" aria-expanded={tempoOpen} onClick={onTempo}>
          {`${tempo.bpm.toFixed(1)}\u00a0${words.library.bpm}`}
        </button>
        <button type="button" className="chip" aria-expanded={tempoOpen} onClick={onTempo}>
          {say.firstAt(first)}
        </button>
      </div>
      <span className="grow" />
      <div className="row nowrap doing">
        <KeepingSaid />
        <button
          type="button"
          className="square"
          aria-label={say.undo}
          disabled={view.history.past.length === 0}
          onClick={editor.undo}
        >
          <Undo2 aria-hidden />
        </button>
        <button
          type="button"
          className="square"
          aria-label={say.redo}
          disabled={view.history.future.length === 0}
          onClick={editor.redo}
        >
          <Redo2 aria-hidden />
        </button>
      </div>
      <div className="row nowrap out">{children}</div>
      <Published />
    </header>
  );
}
