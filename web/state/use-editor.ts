import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { suggestMissing } from "#dance/choreo/edit/tempo.ts";
import { type Drafts, drafts, type KeptDraft } from "./drafts.ts";
import { Editor } from "./editor.ts";
import { leaveEditor, returnToEditor } from "./left-editors.ts";
import { isOf, useOwnSong } from "./own-song.ts";
import { findRecording } from "./recordings.ts";

/** Why there is no editor: no draft of this id, or one that cannot be read. */
type NoEditor = "gone" | "unreadable";

/** A kept draft, or why it cannot be edited. */
export async function findToEdit(id: string, shelf: Pick<Drafts, "find">): Promise<KeptDraft | NoEditor> {
  try {
    return (await shelf.find(id)) ?? "gone";
  } catch {
    return "unreadable";
  }
}

/** The editor of a draft. Keyframes are suggested once, where nobody has worked on it yet: who removed them is done with them. */
export function editorOf(kept: KeptDraft): Editor {
  const editor = new Editor(kept);
  if (kept.revision === 1) editor.prepare(suggestMissing);
  return editor;
}

/** The editor of a kept draft, or why there is none; undefined while it is looked for. */
export function useEditor(id: string): Editor | NoEditor | undefined {
  const [editor, setEditor] = useState<Editor | NoEditor | undefined>(undefined);
  useEffect(() => {
    let mine = returnToEditor(id);
    let gone = false;
    if (mine) setEditor(mine);
    else
      void findToEdit(id, drafts).then((found) => {
        if (gone) return;
        if (typeof found === "string") return setEditor(found);
        mine = editorOf(found);
        setEditor(mine);
      });
    return () => {
      gone = true;
      if (mine) void leaveEditor(mine);
    };
  }, [id]);
  return editor;
}

/** The video or song that is kept with a draft as it is now; null while it is looked for and where there is none. */
export function useDraftFile({ id, recording }: Pick<Draft, "id" | "recording">): File | null {
  const its = isOf(useOwnSong(id), recording);
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => {
    let gone = false;
    setFile(null);
    if (its) void findRecording(id).then((found) => !gone && setFile(found));
    return () => {
      gone = true;
    };
  }, [id, its]);
  return file;
}
