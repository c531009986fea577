import type { ReactElement } from "react";
import { setSections } from "#dance/choreo/edit/sections.ts";
import { setTempo } from "#dance/choreo/edit/tempo.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import type { Editor } from "../../state/editor.ts";
import type { Heard } from "../../state/hearing.ts";
import { TempoPanel } from "./tempo-panel.tsx";

interface EditorTempoProps {
  readonly editor: Editor;
  readonly file: File | null;
  readonly heard: Heard;
}

/** The tempo of a draft: every change keeps keyframes and sections at their song times. */
export function EditorTempo({ editor, file, heard }: EditorTempoProps): ReactElement {
  const { tempo, recording, counts, sections } = editor.draft;
  const { count } = editor.view.get();
  return (
    <TempoPanel
      {...{ file, heard, tempo, counts, sections }}
      starts={recording?.starts ?? 0}
      {...(tempo && count > 0 && { from: timeOfCount(tempo, count) })}
      onTempo={(next) => editor.edit((d) => setTempo(d, next))}
      onSections={(next) => editor.edit((d) => setSections(d, next))}
    />
  );
}
