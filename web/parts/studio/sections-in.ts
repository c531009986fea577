import type { Draft } from "#dance/choreo/draft.ts";
import { setSections } from "#dance/choreo/edit/sections.ts";
import { readWebVtt } from "#dance/choreo/formats/webvtt.ts";
import { useWords } from "../../state/language.ts";
import { filedTempo, useDesk } from "./editor-context.ts";

/** What was done with a file, and the draft of which that is true. */
export interface Told {
  readonly text: string;
  readonly of: Draft;
}

/** Takes the chapters of a WebVTT file as the sections of the routine that is open; says what came of it. */
export function useSectionsIn(): (file: File) => Promise<Told> {
  const desk = useDesk();
  const { files: say } = useWords();
  const { editor } = desk;
  const told = (text: string): Told => ({ text, of: editor.draft });
  return async (file) => {
    const text = await file.text().catch(() => null);
    if (text === null) return told(say.opening["file-unreadable"]);
    const read = readWebVtt(text, filedTempo(desk), desk.draft.counts);
    if (!read.ok) return told(read.problem.code === "no-sections" ? say.vttNone : say.vttUnknown);
    const { sections, unnamed } = read.value;
    editor.edit((d) => setSections(d, sections));
    return told(
      [say.vttDone(sections.length), unnamed.length > 0 && say.vttUnnamed(unnamed.join(", "))]
        .filter(Boolean)
        .join(" "),
    );
  };
}
