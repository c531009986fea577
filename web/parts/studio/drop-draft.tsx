import { type ReactElement, useEffect, useRef, useState } from "react";
import type { DraftCard } from "../../state/drafts.ts";
import { useWords } from "../../state/language.ts";

interface DropDraftProps {
  /** The one to delete; null while nothing is asked. */
  readonly card: DraftCard | null;
  /** Rejects where it cannot be deleted. */
  readonly onYes: (card: DraftCard) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a draft is deleted. */
export function DropDraft({ card, onYes, onClose }: DropDraftProps): ReactElement {
  const { language, studio } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<"asked" | "dropping" | "failed">("asked");
  useEffect(() => {
    setState("asked");
    if (card) dialog.current?.showModal();
    else dialog.current?.close();
  }, [card]);
  const drop = async (it: DraftCard) => {
    setState("dropping");
    await onYes(it).catch(() => setState("failed"));
  };
  const title = card?.title[language] || studio.untitled;
  return (
    <dialog className="sheet" ref={dialog} aria-label={studio.drop(title)} onClose={onClose}>
      <p className="lead">{studio.dropAsk(title)}</p>
      {state === "failed" && (
        <p role="alert" className="bad">
          {studio.notDropped}
        </p>
      )}
      <div className="row foot">
        <button type="button" className="btn" onClick={onClose}>
          {studio.dropNo}
        </button>
        <button type="button" className="btn" disabled={state === "dropping"} onClick={() => card && void drop(card)}>
          {state === "dropping" ? studio.dropping : studio.dropYes}
        </button>
      </div>
    </dialog>
  );
}
