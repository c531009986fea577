import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { openRecordingSong, openSong, type Song } from "../song/index.ts";
import { openMetronome } from "../song/metronome.ts";
import { placedCopy } from "./own-song.ts";
import { PreviewSong } from "./preview-song.ts";

const SILENT = { playing: false, opening: false };

/** Plays a draft's song from where one wants to see it. */
export interface Preview {
  readonly playing: boolean;
  /** True while the song is being opened. */
  readonly opening: boolean;
  /** Song time in seconds now. */
  readonly time: () => number;
  /** Plays from a song time, or stops. */
  readonly toggle: (from: number) => void;
  readonly speed: PreviewSpeed;
  readonly setSpeed: (speed: PreviewSpeed) => void;
}

/** Speeds at which a dance is looked at while it is made. */
export const PREVIEW_SPEEDS = [0.25, 0.5, 0.75, 1] as const;
export type PreviewSpeed = (typeof PREVIEW_SPEEDS)[number];

async function songOf({ id, tempo, counts, sections, song, recording }: Draft): Promise<Song | null> {
  const placed = tempo && (await placedCopy(id, { ...(recording && { recording }), tempo, counts }));
  if (placed) {
    const opened = await openRecordingSong(placed);
    if (opened.ok) return opened.value;
  }
  return tempo && (song ? openSong(song, tempo, counts, sections) : openMetronome(tempo, counts));
}

/** Says the same as long as the song of a draft does. */
export function songKey({ id, tempo, counts, recording, song, sections }: Draft): string {
  const { starts, seconds } = recording ?? {};
  return JSON.stringify([id, tempo, counts, starts, seconds, song, song && sections]);
}

/** The song of a draft: its recording, its own track, or a metronome. Opened when it is first wanted. */
export function usePreview(draft: Draft): Preview {
  const [view, setView] = useState(SILENT);
  const [speed, setSpeed] = useState<PreviewSpeed>(1);
  const song = useRef<PreviewSong | null>(null);
  const latest = useRef(draft);
  latest.current = draft;
  const key = songKey(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another song
  useEffect(() => {
    const mine = new PreviewSong(() => songOf(latest.current));
    song.current = mine;
    const stop = mine.view.subscribe(() => setView(mine.view.get()));
    return () => {
      stop();
      mine.close();
      setView(SILENT);
    };
  }, [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another song is played as fast as the one before
  useEffect(() => song.current?.speed(speed), [speed, key]);
  return {
    ...view,
    speed,
    setSpeed,
    time: useCallback(() => song.current?.time() ?? 0, []),
    toggle: useCallback((from: number) => void song.current?.toggle(from), []),
  };
}
