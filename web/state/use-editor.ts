import { useEffect, useState } from "react";
import { suggestMissing } from "#dance/choreo/edit/tempo.ts";
import { drafts } from "./drafts.ts";
import { Editor } from "./editor.ts";
import { findRecording } from "./recordings.ts";

/** The editor of a kept draft: undefined while it is looked for, null where there is none. */
export function useEditor(id: string): Editor | null | undefined {
  const [editor, setEditor] = useState<Editor | null | undefined>(undefined);
  useEffect(() => {
    let mine: Editor | null = null;
    let gone = false;
    void drafts.find(id).then((kept) => {
      if (gone) return;
      mine = kept && new Editor(kept);
      mine?.edit(suggestMissing);
      setEditor(mine);
    });
    return () => {
      gone = true;
      mine?.close();
    };
  }, [id]);
  return editor;
}

/** The video or song that is kept with a draft; null while it is looked for and where there is none. */
export function useDraftFile(id: string): File | null {
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => {
    let gone = false;
    void findRecording(id).then((found) => !gone && setFile(found));
    return () => {
      gone = true;
    };
  }, [id]);
  return file;
}
