import { useEffect, useRef, useState } from "react";
import type { Tempo } from "#dance/music/tempo.ts";
import { openRecordingClicks, type Placed, type Song } from "../../song/index.ts";

/** Seconds that sound at a time: enough to tap and to hear, little enough to be there at once. */
const STRETCH = 40;

/** A recording being listened to, with clicks where its counts are said to be. */
export interface Listening {
  readonly state: "off" | "loading" | "on" | "failed";
  /** Begins at a song time in seconds. */
  readonly start: (from: number) => void;
  readonly stop: () => void;
  /** Song time now; null while nothing sounds. */
  readonly time: () => number | null;
}

/** Plays a recording; where the counts or its place change meanwhile, it goes on from where it is with the new ones. */
export function useListening(placed: Placed | null, tempo: Tempo | null): Listening {
  const [state, setState] = useState<Listening["state"]>("off");
  /** How often it was begun; 0 while it shall not sound. */
  const [begun, setBegun] = useState(0);
  const at = useRef(0);
  const playing = useRef<{ readonly song: Song; readonly from: number } | null>(null);
  const time = () => (playing.current ? playing.current.from + playing.current.song.time() : null);
  const { file, starts } = placed ?? { file: null, starts: 0 };
  const { bpm, firstBeat } = tempo ?? { bpm: 0, firstBeat: 0 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: time reads refs alone
  useEffect(() => {
    if (begun === 0 || !file || bpm === 0) return;
    let gone = false;
    const from = Math.max(0, at.current);
    setState("loading");
    const open = async () => {
      const opened = await openRecordingClicks({ file, starts }, { bpm, firstBeat }, { from, to: from + STRETCH });
      if (gone) return opened.ok ? opened.value.close() : undefined;
      if (!opened.ok) return setState("failed");
      playing.current = { song: opened.value, from };
      opened.value.onEnd = () => setBegun(0);
      await opened.value.play(0);
      if (!gone) setState("on");
    };
    open().catch(() => !gone && setState("failed"));
    return () => {
      gone = true;
      at.current = time() ?? at.current;
      playing.current?.song.close();
      playing.current = null;
      setState("off");
    };
  }, [begun, file, starts, bpm, firstBeat]);
  const start = (from: number) => {
    playing.current?.song.close();
    playing.current = null; // so that where it was does not come before where it shall be
    at.current = from;
    setBegun((times) => times + 1);
  };
  return { state, start, stop: () => setBegun(0), time };
}
