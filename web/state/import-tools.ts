import { printOf } from "#dance/music/print.ts";
import { openVideo } from "../video/index.ts";
import { loadDraft, saveDraft } from "./drafts.ts";
import { hearOnce } from "./hearing.ts";
import { holdImport } from "./import-hold.ts";
import type { Heard, ImportTools } from "./import-types.ts";
import { imports } from "./imports.ts";
import { dropRecording, findRecording, keepRecording } from "./recordings.ts";

async function hear(file: File): Promise<Heard> {
  const heard = await hearOnce(file);
  if (!heard.ok) return { tempo: null, print: [] };
  return { tempo: heard.value.suggests?.tempo ?? null, print: printOf(heard.value) };
}

/** The world as an import knows it in a browser. */
export const importTools: ImportTools = {
  openVideo,
  imports,
  keepFile: keepRecording,
  findFile: findRecording,
  dropFile: dropRecording,
  hear,
  hold: holdImport,
  saveDraft,
  loadDraft,
  now: () => performance.now(),
};
