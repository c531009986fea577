import { createContext, useContext } from "react";
import type { Draft, DraftPosition } from "#dance/choreo/draft.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import type { Editor, EditorView } from "../../state/editor.ts";
import type { Preview } from "../../state/preview.ts";

/** What every part of the editor works with. */
export interface Desk {
  readonly editor: Editor;
  readonly view: EditorView;
  readonly draft: Draft;
  readonly position: DraftPosition;
  readonly tempo: Tempo;
  readonly preview: Preview;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk of the editor around; throws outside of one. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a part of the editor stands outside of it");
  return desk;
}

/** Counts in the time of the recording, where there is one: chapters lie in it. */
export const filedTempo = ({ tempo, draft }: Desk): Tempo => ({
  bpm: tempo.bpm,
  firstBeat: tempo.firstBeat - (draft.recording?.starts ?? 0),
});

/** Song time of the chosen count. */
export const chosenTime = ({ tempo, view }: Desk): number => timeOfCount(tempo, view.count);
