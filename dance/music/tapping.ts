import { gridOf } from "./beats.ts";
import { exactTempo } from "./find-tempo.ts";
import type { Onsets } from "./onset.ts";
import { countAtTime, type Tempo, timeOfCount } from "./tempo.ts";

/** Taps that tell a tempo, and seconds after which a tap begins anew. */
export const TAPS = 4;
export const TAP_PAUSE = 2.5;
/** Beats a minute that can be tapped. */
const [SLOWEST, FASTEST] = [30, 300];
/** Counts to an eight-count. */
const EIGHT = 8;

/**
 * The tempo of taps on 1 2 3 4 and so on; times in seconds, rising. Fingers waver, the music does not: where there is a
 * sound (in the same time), its onsets make the tempo exact and say where in it the beats lie; the taps say which beat is
 * the 1. The first count moves to the 1 that is nearest to where it was (`was`). Null for fewer than four taps, or taps
 * that no dance is counted by.
 */
export function tapped(taps: readonly number[], onsets: Onsets | null, was: Tempo | null): Tempo | null {
  const line = lineThrough(taps);
  if (!line) return null;
  const heard = onsets?.strength.some((value) => value > 0) ? withSound(line, onsets) : line;
  if (!was) return heard;
  const eights = Math.round(countAtTime(heard, was.firstBeat) / EIGHT);
  return { bpm: heard.bpm, firstBeat: timeOfCount(heard, eights * EIGHT) };
}

/** A straight line through the taps by least squares. */
function lineThrough(taps: readonly number[]): Tempo | null {
  if (taps.length < TAPS) return null;
  const middle = (taps.length - 1) / 2;
  const mean = taps.reduce((sum, tap) => sum + tap, 0) / taps.length;
  const [up, along] = taps.reduce(
    ([a, b], tap, i): [number, number] => [a + (i - middle) * (tap - mean), b + (i - middle) ** 2],
    [0, 0] as [number, number],
  );
  const beat = up / along;
  const bpm = 60 / beat;
  return bpm >= SLOWEST && bpm <= FASTEST ? { bpm, firstBeat: mean - middle * beat } : null;
}

/** The same counts where the music has them. */
function withSound(line: Tempo, onsets: Onsets): Tempo {
  const bpm = exactTempo(onsets, line.bpm);
  const grid = gridOf(onsets, bpm);
  return { bpm, firstBeat: timeOfCount(grid, Math.round(countAtTime(grid, line.firstBeat))) };
}
