import { type ReactElement, useEffect, useRef } from "react";
import type { DraftCard } from "../../state/drafts.ts";
import { useWords } from "../../state/language.ts";

interface DropDraftProps {
  /** The one to delete; null while nothing is asked. */
  readonly card: DraftCard | null;
  readonly onYes: (card: DraftCard) => void;
  readonly onClose: () => void;
}

/** Asks before a draft is deleted. */
export function DropDraft({ card, onYes, onClose }: DropDraftProps): ReactElement {
  const { language, studio } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (card) dialog.current?.showModal();
    else dialog.current?.close();
  }, [card]);
  const title = card?.title[language] || studio.untitled;
  return (
    <dialog className="sheet" ref={dialog} aria-label={studio.drop(title)} onClose={onClose}>
      <p className="lead">{studio.dropAsk(title)}</p>
      <div className="row foot">
        <button type="button" className="btn" onClick={onClose}>
          {studio.dropNo}
        </button>
        <button type="button" className="btn" onClick={() => card && onYes(card)}>
          {studio.dropYes}
        </button>
      </div>
    </dialog>
  );
}
