import { ONSET_RATE, type Onsets } from "./onset.ts";

/** Tempos that are looked for, in beats a minute. */
const SLOWEST = 55;
const FASTEST = 210;
/** Where K-pop lies: most of it between 90 and 150; a factor of two away from the middle is heard as half as likely. */
const USUAL_BPM = 122;
const SPREAD_OCTAVES = 0.85;
/** Share of a tempo within which its exact value is looked for. */
const AROUND = 0.03;
/** Beats a minute between two looks for the exact value. */
const FINE = 0.01;
/** Beats over the whole song by which a whole number of beats a minute may differ and is likelier. */
const WHOLE = 0.03;
const GUESSES = 3;
/** Multiples of a beat at which music repeats itself, and what each tells. */
const REPEATS = [
  [1, 1],
  [2, 1],
  [4, 0.8],
  [8, 0.5],
] as const;

/** A tempo that fits, and how well beside the best (0..1). */
export interface TempoGuess {
  readonly bpm: number;
  readonly share: number;
}

/**
 * Tempos that fit the onsets, best first, at most three; empty where nothing repeats (silence, speech). Autocorrelation at one, two, four and eight beats with a prior on
 * the logarithm of the tempo (Ellis, "Beat tracking by dynamic programming", J. New Music Res. 36, 2007), then made exact by
 * the strength of the onsets' Fourier series at the beat and its multiples over the whole song.
 */
export function findTempo({ strength }: Onsets): readonly TempoGuess[] {
  if (strength.length < 4 * ONSET_RATE) return [];
  const lags = Math.min(strength.length >> 1, Math.ceil((8 * 60 * ONSET_RATE) / SLOWEST));
  const repeats = autocorrelate(strength, lags);
  if (!((repeats[0] as number) > 0)) return [];
  const heard: TempoGuess[] = [];
  for (let bpm = SLOWEST; bpm <= FASTEST; bpm += 0.25) heard.push({ bpm, share: likely(repeats, bpm) });
  const peaks = heard
    .filter(({ share }, i) => share > (heard[i - 1]?.share ?? 0) && share >= (heard[i + 1]?.share ?? 0))
    .sort((a, b) => b.share - a.share);
  const apart: TempoGuess[] = [];
  for (const peak of peaks)
    if (apart.length < GUESSES && apart.every(({ bpm }) => Math.abs(Math.log2(peak.bpm / bpm)) > 2 * AROUND))
      apart.push(peak);
  const [best] = apart;
  return apart.map(({ bpm, share }) => ({ bpm: exact(strength, bpm), share: share / (best?.share ?? 1) }));
}

/** Mean product of the onsets with themselves, later by 0, 1, 2 ... looks; the mean taken off, so that chance is 0. */
function autocorrelate(strength: Float32Array, lags: number): Float64Array {
  const mean = strength.reduce((sum, value) => sum + value, 0) / strength.length;
  const out = new Float64Array(lags);
  for (let lag = 0; lag < lags; lag++) {
    let sum = 0;
    for (let i = lag; i < strength.length; i++)
      sum += ((strength[i] as number) - mean) * ((strength[i - lag] as number) - mean);
    out[lag] = sum / (strength.length - lag);
  }
  return out;
}

/** How well a tempo explains the repeats, weighed by how usual it is. */
function likely(repeats: Float64Array, bpm: number): number {
  const beat = (60 * ONSET_RATE) / bpm;
  let sum = 0;
  for (const [beats, weight] of REPEATS) sum += weight * peakNear(repeats, beats * beat);
  const octaves = Math.log2(bpm / USUAL_BPM) / SPREAD_OCTAVES;
  return Math.max(0, sum) * Math.exp(-0.5 * octaves * octaves);
}

/** The largest value within a look of a lag, 0 beyond the end. */
function peakNear(values: Float64Array, lag: number): number {
  const at = Math.round(lag);
  return Math.max(values[at - 1] ?? 0, values[at] ?? 0, values[at + 1] ?? 0);
}

/** The tempo within 3 % of `bpm` (beats a minute) that the onsets keep to. */
export const exactTempo = ({ strength }: Onsets, bpm: number): number => exact(strength, bpm);

/** The tempo near `bpm` at which the beat and its halves and quarters are strongest over the whole song. */
function exact(strength: Float32Array, bpm: number): number {
  let best = bpm;
  let most = -1;
  for (let at = bpm * (1 - AROUND); at <= bpm * (1 + AROUND); at += FINE) {
    const power = [1, 2, 4].reduce((sum, times) => sum + magnitude(strength, (at * times) / 60), 0);
    if (power <= most) continue;
    most = power;
    best = at;
  }
  const whole = Math.round(best);
  const minutes = strength.length / ONSET_RATE / 60;
  return Math.abs(best - whole) * minutes < WHOLE ? whole : Math.round(best / FINE) * FINE;
}

/** Magnitude of the onsets' Fourier series at a frequency in Hz, by turning a pointer step by step. */
function magnitude(strength: Float32Array, hz: number): number {
  const turn = (2 * Math.PI * hz) / ONSET_RATE;
  const [stepX, stepY] = [Math.cos(turn), Math.sin(turn)];
  let [x, y, re, im] = [1, 0, 0, 0];
  for (let i = 0; i < strength.length; i++) {
    const value = strength[i] as number;
    re += value * x;
    im += value * y;
    const next = x * stepX - y * stepY;
    y = x * stepY + y * stepX;
    x = next;
  }
  return Math.sqrt(re * re + im * im);
}
