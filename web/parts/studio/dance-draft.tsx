import { Play } from "lucide-react";
import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { routineAddress } from "../../state/addresses.ts";
import type { Editor } from "../../state/editor.ts";
import { useWords } from "../../state/language.ts";

/** The way from the editor to dancing the position that is worked on, once the last edit is kept. */
export function DanceDraft({ editor }: { readonly editor: Editor }): ReactElement {
  const { draftDance } = useWords();
  const [, navigate] = useLocation();
  const dance = async () => {
    await editor.flush();
    const { keeping, at } = editor.view.get();
    // What is not kept cannot be danced; the editor says why it is not.
    if (keeping === "kept") navigate(routineAddress({ slug: "", draft: { id: editor.draft.id, at } }));
  };
  return (
    <button type="button" className="btn dance-draft" onClick={() => void dance()}>
      <Play aria-hidden />
      {draftDance.dance}
    </button>
  );
}
