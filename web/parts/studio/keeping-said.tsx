import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { useHoldPage } from "../../state/at-stake.ts";
import { useShort } from "../../state/draft-room.ts";
import type { Editor } from "../../state/editor.ts";
import { useWords } from "../../state/language.ts";
import { useDesk } from "./editor-context.ts";

/** Whether the draft is kept, in two words. */
export function KeepingSaid(): ReactElement {
  const { view } = useDesk();
  const { editor: say } = useWords();
  return (
    <span className="note" role="status">
      {view.keeping === "kept" ? say.kept : view.keeping === "waiting" ? say.keeping : say.notKept}
    </span>
  );
}

/** Why the draft is not kept, and what to do about it; before that, that the device is nearly full. */
export function KeepingTrouble({ editor }: { readonly editor: Editor }): ReactElement | null {
  const { studio } = useWords();
  const { history, keeping } = editor.view.get();
  const short = useShort(history.now, keeping);
  const kept = keeping === "kept" || keeping === "waiting";
  useHoldPage(!kept);
  if (kept) return short === null ? null : <Short bytes={short} />;
  const parted = keeping === "draft-changed-elsewhere" || keeping === "draft-gone";
  return (
    <div className="panel row not-kept" role="alert">
      <span className="grow">{studio.keeping[keeping]}</span>
      {parted ? <Parted editor={editor} /> : <Again editor={editor} />}
    </div>
  );
}

function Short({ bytes }: { readonly bytes: number }): ReactElement {
  const { editor: say, n } = useWords();
  return (
    <p className="panel not-kept" role="status">
      {say.short(n.megabytes(bytes))}
    </p>
  );
}

function Again({ editor }: { readonly editor: Editor }): ReactElement {
  const { editor: say } = useWords();
  return (
    <button type="button" className="btn" onClick={() => void editor.flush()}>
      {say.again}
    </button>
  );
}

/** Which of two goes on, or whether one that was deleted is kept. */
function Parted({ editor }: { readonly editor: Editor }): ReactElement {
  const { editor: say } = useWords();
  const [, navigate] = useLocation();
  return (
    <>
      {editor.view.get().keeping === "draft-changed-elsewhere" && (
        <button type="button" className="btn" onClick={() => void editor.takeTheirs()}>
          {say.theirs}
        </button>
      )}
      <button
        type="button"
        className="btn"
        onClick={() => void editor.keepCopy().then((id) => id && navigate(`/studio/${id}`))}
      >
        {say.copy}
      </button>
    </>
  );
}
