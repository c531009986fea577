import { beatsOf, type Drift, driftOf, firstCountOf, gridOf } from "./beats.ts";
import { findTempo, type TempoGuess } from "./find-tempo.ts";
import type { Onsets } from "./onset.ts";
import type { Tempo } from "./tempo.ts";

/** What a sound suggests about its counts; a person has the last word. */
export interface Heard {
  /** The first count on the strongest beat of a bar. */
  readonly tempo: Tempo;
  /** Tempos that fit too, best first; the first is that of `tempo`. */
  readonly guesses: readonly TempoGuess[];
  /** Seconds of the beats as they were played. */
  readonly beats: readonly number[];
  readonly drift: Drift | null;
}

/** Tempo, beats and first count of a sound, at `bpm` where a person has chosen; null where nothing repeats. */
export function listen(onsets: Onsets, bpm?: number): Heard | null {
  const guesses = findTempo(onsets);
  const chosen = bpm ?? guesses[0]?.bpm;
  if (chosen === undefined || guesses.length === 0) return null;
  const grid = gridOf(onsets, chosen);
  const beats = beatsOf(onsets, grid);
  return { tempo: firstCountOf(onsets, grid), guesses, beats, drift: driftOf(beats, chosen) };
}
