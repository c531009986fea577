import { ONSET_RATE, type Onsets } from "./onset.ts";
import type { Tempo } from "./tempo.ts";

/** How firmly beats keep to the tempo against following the onsets. */
const FIRMNESS = 300;
/** How much a look on the grid is preferred to one between, beside an onset of usual strength (1). */
const GRIDDED = 2;
/** Seconds by which the grid's place is tried. */
const STEP = 0.002;
/** Share of the song's usual loudness from which it has begun. */
const BEGUN = 0.35;
/** Beats to a bar. */
const BAR = 4;

/**
 * Seconds of the beats in a sound by dynamic programming (Ellis 2007): every beat as strong as can be, as far from the one
 * before as the tempo asks, and rather on the grid than off it, which alone would fall for a long off-beat. Empty for an
 * empty sound.
 */
export function beatsOf({ strength }: Onsets, grid: Tempo): number[] {
  const period = (60 * ONSET_RATE) / grid.bpm;
  const n = strength.length;
  const total = new Float64Array(n);
  const from = new Int32Array(n).fill(-1);
  const near = Math.round(period / 2);
  const far = Math.round(period * 2);
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = Math.max(0, i - far); j <= i - near; j++) {
      const off = Math.log((i - j) / period);
      const value = (total[j] as number) - FIRMNESS * off * off;
      if (value <= best) continue;
      best = value;
      from[i] = j;
    }
    const turn = (2 * Math.PI * (i - grid.firstBeat * ONSET_RATE)) / period;
    total[i] = (strength[i] as number) + GRIDDED * Math.cos(turn) + best;
  }
  let last = 0;
  for (let i = Math.max(0, n - far); i < n; i++) if ((total[i] as number) > (total[last] as number)) last = i;
  const beats: number[] = [];
  for (let i = last; i >= 0 && beats.length < n; i = from[i] as number) beats.push(i / ONSET_RATE);
  return beats.reverse();
}

/** The constant tempo whose beats meet the onsets best at `bpm`; its first beat lies within the first beat of the sound. */
export function gridOf(onsets: Onsets, bpm: number): Tempo {
  const period = 60 / bpm;
  let best = 0;
  let most = -1;
  for (let first = 0; first < period; first += STEP) {
    const value = strengthOn(onsets.strength, first, period);
    if (value <= most) continue;
    most = value;
    best = first;
  }
  return { bpm, firstBeat: best };
}

/** Mean onset strength on the beats of a grid, between looks by a straight line. */
function strengthOn(strength: Float32Array, first: number, period: number): number {
  let [sum, n] = [0, 0];
  for (let at = first * ONSET_RATE; at < strength.length - 1; at += period * ONSET_RATE) {
    const i = Math.floor(at);
    sum += (strength[i] as number) * (1 - at + i) + (strength[i + 1] as number) * (at - i);
    n++;
  }
  return n > 0 ? sum / n : 0;
}

/** How steady the beats are beside a constant tempo. */
export interface Drift {
  /** Seconds by which a straight line through the beats is off, in the mean (root of the mean square). */
  readonly spread: number;
  /** Beats a minute that the second half is faster than the first. */
  readonly faster: number;
}

/** How far beats drift from a constant tempo; null for fewer than sixteen. */
export function driftOf(beats: readonly number[], bpm: number): Drift | null {
  if (beats.length < 16) return null;
  const period = 60 / bpm;
  const numbered = beats.map((time) => ({ time, beat: Math.round((time - (beats[0] as number)) / period) }));
  const line = fitLine(numbered);
  const spread = Math.sqrt(
    numbered.reduce((sum, { time, beat }) => sum + (time - line.at - line.slope * beat) ** 2, 0) / numbered.length,
  );
  const half = numbered.length >> 1;
  const tempoOf = (part: typeof numbered) => 60 / fitLine(part).slope;
  return { spread, faster: tempoOf(numbered.slice(half)) - tempoOf(numbered.slice(0, half)) };
}

/** Least squares: time = at + slope * beat. */
function fitLine(points: readonly { readonly time: number; readonly beat: number }[]) {
  const n = points.length;
  const x = points.reduce((sum, { beat }) => sum + beat, 0) / n;
  const y = points.reduce((sum, { time }) => sum + time, 0) / n;
  const xy = points.reduce((sum, { time, beat }) => sum + (beat - x) * (time - y), 0);
  const xx = points.reduce((sum, { beat }) => sum + (beat - x) ** 2, 0);
  const slope = xy / xx;
  return { slope, at: y - slope * x };
}

/** The suggested first count: of a grid, the first strong beat of a bar once the song has begun. */
export function firstCountOf(onsets: Onsets, grid: Tempo): Tempo {
  const period = 60 / grid.bpm;
  // In the bass: snares, as loud as they are, fall on the beats between.
  const bars = Array.from({ length: BAR }, (_, beat) =>
    strengthOn(onsets.bass, grid.firstBeat + beat * period, BAR * period),
  );
  const strongest = bars.indexOf(Math.max(...bars));
  const usual = [...onsets.loudness].sort((a, b) => a - b)[onsets.loudness.length >> 1] ?? 0;
  const begun =
    Math.max(
      0,
      onsets.loudness.findIndex((level) => level >= BEGUN * usual),
    ) / ONSET_RATE;
  const down = grid.firstBeat + strongest * period;
  const bar = BAR * period;
  // A beat whose very start was heard counts, though its loudness came a look later.
  const skipped = Math.max(0, Math.ceil((begun - down - period / 4) / bar));
  return { bpm: grid.bpm, firstBeat: down + skipped * bar };
}
