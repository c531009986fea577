import type { ReactElement } from "react";
import { useLocation } from "wouter";
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

/** Why the draft is not kept, and what to do about it. */
export function KeepingTrouble({ editor }: { readonly editor: Editor }): ReactElement | null {
  const { editor: say, studio } = useWords();
  const [, navigate] = useLocation();
  const { keeping } = editor.view.get();
  if (keeping === "kept" || keeping === "waiting") return null;
  return (
    <div className="panel row not-kept" role="alert">
      <span className="grow">{studio.keeping[keeping]}</span>
      {keeping === "draft-changed-elsewhere" || keeping === "draft-gone" ? (
        <>
          {keeping === "draft-changed-elsewhere" && (
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
      ) : (
        <button type="button" className="btn" onClick={() => void editor.flush()}>
          {say.again}
        </button>
      )}
    </div>
  );
}
