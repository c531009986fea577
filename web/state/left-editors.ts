import type { Editor } from "./editor.ts";

/** Editors that were left while this tab alone held something of theirs: they stay, and go on trying to keep it. */
const left = new Map<string, Editor>();

/** Leaves an editor: it ends once all it holds is kept, or its draft is gone. */
export async function leaveEditor(editor: Editor): Promise<void> {
  const { id } = editor.draft;
  left.set(id, editor);
  await editor.flush();
  const end = () => {
    if (left.get(id) !== editor || editor.unkept) return;
    left.delete(id);
    stop();
    editor.close();
  };
  const stop = editor.view.subscribe(end);
  end();
}

/** The editor of a draft that was left with something not kept, to go on with; undefined where there is none. */
export function returnToEditor(id: string): Editor | undefined {
  const editor = left.get(id);
  left.delete(id);
  return editor;
}
