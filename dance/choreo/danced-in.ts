import { countAtTime, type Tempo, timeOfCount } from "../music/tempo.ts";
import type { PoseFrame, Track } from "../pose/pose.ts";

/** Seconds that stay before the first count of what is kept, and after its last: the way in and the way out. */
const AROUND = 0.5;
/** Counts before the first, in which a song leads in. */
const LEAD_IN = 4;
/** An eight-count of which no more than this many counts were danced belongs to the stopping. */
const STOPPING = 1.5;

/** What was danced to a tempo before a camera; count 0 is where the dancer began. */
export interface DancedIn {
  /** In song time and picture heights; a pose of zeros where nobody was seen. */
  readonly track: Track;
  readonly tempo: Tempo;
}

/** Eight-counts that were danced, each with the share (0..1) of its frames in which somebody was seen. */
export function eightsDanced({ track, tempo }: DancedIn): readonly number[] {
  const last = track.at(-1);
  const counts = last ? countAtTime(tempo, last.time) : 0;
  const many = Math.max(0, Math.ceil((counts - STOPPING) / 8));
  return Array.from({ length: many }, (_, eight) => {
    const [from, to] = [timeOfCount(tempo, eight * 8), timeOfCount(tempo, eight * 8 + 8)];
    const frames = track.filter(({ time }) => time >= from && time < to);
    return frames.length > 0 ? frames.filter(isSeen).length / frames.length : 0;
  });
}

/** Whether somebody was seen in a frame. */
const isSeen = ({ pose }: PoseFrame): boolean => pose.some((value, i) => i % 3 === 2 && value > 0);

/**
 * The eight-counts `from` to `to` (excluded) of it, as a dance of its own. A song stays where it is, so that the first
 * count moves along it; without one (`song` false), times begin anew with room for a count-in.
 */
export function trimmed(danced: DancedIn, from: number, to: number, song: boolean): DancedIn & { counts: number } {
  const { track, tempo } = danced;
  const [first, end] = [timeOfCount(tempo, from * 8), timeOfCount(tempo, to * 8)];
  const kept = track.filter(({ time }) => time >= first - AROUND && time <= end + AROUND);
  const firstBeat = song ? first : (LEAD_IN * 60) / tempo.bpm;
  const moved = song ? kept : kept.map(({ time, pose }) => ({ time: time + firstBeat - first, pose }));
  return { track: moved, tempo: { bpm: tempo.bpm, firstBeat }, counts: (to - from) * 8 };
}

/**
 * Where a file's sound lies in song time, its first count being at `firstBeat` seconds of the file: as it is, or so much
 * later that a count-in fits before the first count.
 */
export function placeFile(tempo: Tempo): { readonly starts: number; readonly tempo: Tempo } {
  const starts = Math.max(0, (LEAD_IN * 60) / tempo.bpm - tempo.firstBeat);
  return { starts, tempo: { bpm: tempo.bpm, firstBeat: tempo.firstBeat + starts } };
}
