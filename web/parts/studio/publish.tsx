import { Upload } from "lucide-react";
import { type ReactElement, useMemo, useRef, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { useWords } from "../../state/language.ts";
import { PublishSheet } from "./publish-sheet.tsx";
import "../../styles/published.css";

/** The way from a draft to a published routine: a button and its sheet. */
export function Publish({ draft }: { readonly draft: Draft }): ReactElement {
  const { publish } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className="btn go" onClick={show}>
        <Upload aria-hidden />
        {publish.open}
      </button>
      <dialog
        className="sheet publish-sheet"
        ref={dialog}
        aria-label={publish.title}
        onClose={() => setOpen(false)}
        onKeyDown={(e) => e.stopPropagation()}
      >
        <h2>{publish.title}</h2>
        {open && <Sheet draft={draft} onClose={close} />}
      </dialog>
    </>
  );
}

interface SheetProps {
  readonly draft: Draft;
  readonly onClose: () => void;
}

/** The sheet, once every position of the draft can be danced; else what is missing. */
function Sheet({ draft, onClose }: SheetProps): ReactElement {
  const words = useWords();
  const made = useMemo(() => draft.positions.map((_, at) => choreographyOf(draft, at)), [draft]);
  const choreographies = useMemo(() => made.flatMap((it) => (it.ok ? [it.value] : [])), [made]);
  const lacking = made.find((it) => !it.ok);
  if (lacking && !lacking.ok)
    return (
      <div className="stack">
        <p>{words.editor.lacks[lacking.problem.code]}</p>
        <button type="button" className="btn" onClick={onClose}>
          {words.publish.close}
        </button>
      </div>
    );
  return <PublishSheet {...{ draft, choreographies, onClose }} />;
}
