import { Fft } from "./fft.ts";

/** Looks a second at the sound. */
export const ONSET_RATE = 100;
/** Seconds of sound in one look: short enough for a drum, long enough for a bass note. */
const WINDOW = 0.046;
/** Bands, evenly spaced to the ear, and the lowest and highest frequency in Hz. */
const BANDS = 48;
const LOWEST = 40;
const HIGHEST = 14_000;
/** Bands below this many Hz are the bass, where the first beat of a bar is heard. */
const BASS = 160;
/** How far back one looks for the rise, in looks. */
const BACK = 2;
/** Loudness is log(1 + this times the share of the loudest look). */
const LOUDNESS = 1000;
/** Seconds on either side over which the usual strength is taken off. */
const USUAL = 0.5;

/** How strongly something begins at each look (`ONSET_RATE` a second, the first at 0 s); `bass` the same below 160 Hz. */
export interface Onsets {
  readonly strength: Float32Array;
  readonly bass: Float32Array;
  /** Loudness at each look, 0..1. */
  readonly loudness: Float32Array;
}

/**
 * Onset strength by spectral flux against the loudest neighbour (Boeck and Widmer, "Maximum filter vibrato suppression for onset
 * detection", DAFx 2013). `samples` is one channel, `rate` its samples a second; less than two looks give empty lists.
 * Throws RangeError for a rate that is not a sound's (4,000 to 400,000).
 */
export function onsetsOf(samples: Float32Array, rate: number): Onsets {
  if (!(rate >= 4000 && rate <= 400_000)) throw new RangeError(`${rate} samples a second are not a sound's`);
  const { levels, count } = levelsOf(samples, rate);
  const bassBands = bandEdges(rate).findIndex((hz) => hz >= BASS);
  return {
    strength: prominent(fluxOf(levels, count, 0, BANDS)),
    bass: prominent(fluxOf(levels, count, 0, Math.max(1, bassBands))),
    loudness: loudnessOf(levels, count),
  };
}

/** Loudness of every band at every look, look-major. */
function levelsOf(samples: Float32Array, rate: number): { levels: Float32Array; count: number } {
  const size = 2 ** Math.round(Math.log2(rate * WINDOW));
  const count = Math.floor((samples.length / rate) * ONSET_RATE);
  const levels = new Float32Array(Math.max(0, count) * BANDS);
  const fft = new Fft(size);
  const hann = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
  const frame = new Float64Array(size);
  const spectrum = new Float64Array(size / 2);
  const bands = bandsOf(rate, size);
  let loudest = 1e-9;
  for (let i = 0; i < count; i++) {
    const first = Math.round((i * rate) / ONSET_RATE) - size / 2;
    for (let n = 0; n < size; n++) {
      const value = samples[first + n] ?? 0;
      frame[n] = (Number.isFinite(value) ? value : 0) * (hann[n] as number);
    }
    fft.magnitudes(frame, spectrum);
    for (let b = 0; b < BANDS; b++) {
      let sum = 0;
      for (let k = bands[b] as number; k < (bands[b + 1] as number); k++) sum += spectrum[k] as number;
      levels[i * BANDS + b] = sum;
      loudest = Math.max(loudest, sum);
    }
  }
  for (let i = 0; i < levels.length; i++) levels[i] = Math.log1p((LOUDNESS * (levels[i] as number)) / loudest);
  return { levels, count: Math.max(0, count) };
}

/** Lower edges of the bands in Hz, and the upper edge of the last. */
function bandEdges(rate: number): number[] {
  const top = Math.min(HIGHEST, rate / 2);
  return Array.from({ length: BANDS + 1 }, (_, b) => LOWEST * (top / LOWEST) ** (b / BANDS));
}

/** The same as places in a spectrum; low bands that would be narrower than one place take turns. */
function bandsOf(rate: number, size: number): number[] {
  const bands = bandEdges(rate).map((hz) => Math.round((hz * size) / rate));
  for (let b = 1; b < bands.length; b++) bands[b] = Math.max(bands[b] as number, (bands[b - 1] as number) + 1);
  return bands.map((k) => Math.min(k, size / 2));
}

/** The sum over bands `from` to `to` of what each rose above the loudest of itself and its neighbours a little before. */
function fluxOf(levels: Float32Array, count: number, from: number, to: number): Float32Array {
  const flux = new Float32Array(count);
  for (let i = BACK; i < count; i++) {
    const before = (i - BACK) * BANDS;
    let sum = 0;
    for (let b = from; b < to; b++) {
      const low = levels[before + Math.max(0, b - 1)] as number;
      const here = levels[before + b] as number;
      const high = levels[before + Math.min(BANDS - 1, b + 1)] as number;
      sum += Math.max(0, (levels[i * BANDS + b] as number) - Math.max(low, here, high));
    }
    // The rise is heard between the two looks, not at the later one.
    flux[i - BACK / 2] = sum;
  }
  return flux;
}

/** What stands out of its surroundings, with a mean square of 1 (all 0 where nothing does). */
function prominent(flux: Float32Array): Float32Array {
  const reach = USUAL * ONSET_RATE;
  const out = new Float32Array(flux.length);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < Math.min(reach, flux.length); i++) sum += flux[i] as number;
  for (let i = 0; i < flux.length; i++) {
    if (i + reach < flux.length) sum += flux[i + reach] as number;
    if (i - reach > 0) sum -= flux[i - reach - 1] as number;
    const n = Math.min(flux.length, i + reach + 1) - Math.max(0, i - reach);
    const over = Math.max(0, (flux[i] as number) - sum / n);
    out[i] = over;
    squares += over * over;
  }
  const scale = squares > 1e-12 ? 1 / Math.sqrt(squares / flux.length) : 0;
  return out.map((value) => value * scale);
}

function loudnessOf(levels: Float32Array, count: number): Float32Array {
  const out = new Float32Array(count);
  let most = 1e-9;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let b = 0; b < BANDS; b++) sum += levels[i * BANDS + b] as number;
    out[i] = sum;
    most = Math.max(most, sum);
  }
  return out.map((value) => value / most);
}
