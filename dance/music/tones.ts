import { Fft } from "./fft.ts";

/** Looks a second at the tones of a sound. */
export const TONE_RATE = 20;
/** Pitch classes from C on. */
export const CLASSES = 12;
/** Samples a second that are enough for tones, and in one look: long enough to part two semitones. */
const RATE = 5512;
const SIZE = 2048;
/** Hertz between which tones are heard, and that of a C. */
const LOWEST = 100;
const HIGHEST = 2000;
const C = 261.626;

/**
 * How much of each pitch class sounds: CLASSES numbers a look, TONE_RATE looks a second, the first about 0 s. Those of one
 * look add up to 1, or are all 0 in silence. `samples` is one channel, `rate` its samples a second.
 */
export function tonesOf(samples: Float32Array, rate: number): Float32Array {
  const every = Math.max(1, Math.round(rate / RATE));
  const slow = slower(samples, every);
  const slowRate = rate / every;
  const count = Math.floor((samples.length / rate) * TONE_RATE);
  const out = new Float32Array(Math.max(0, count) * CLASSES);
  const fft = new Fft(SIZE);
  const hann = Float64Array.from({ length: SIZE }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE));
  const frame = new Float64Array(SIZE);
  const spectrum = new Float64Array(SIZE / 2);
  const [low, high] = [LOWEST, HIGHEST].map((hz) => Math.min(SIZE / 2, Math.round((hz * SIZE) / slowRate)));
  const classes = Array.from({ length: SIZE / 2 }, (_, k) => classOf((k * slowRate) / SIZE));
  for (let i = 0; i < count; i++) {
    const first = Math.round((i * slowRate) / TONE_RATE) - SIZE / 2;
    for (let n = 0; n < SIZE; n++) frame[n] = (slow[first + n] ?? 0) * (hann[n] as number);
    fft.magnitudes(frame, spectrum);
    let sum = 0;
    for (let k = low as number; k < (high as number); k++) {
      const loud = Math.sqrt(spectrum[k] as number);
      (out[i * CLASSES + (classes[k] as number)] as number) += loud;
      sum += loud;
    }
    if (sum > 1e-3) for (let c = 0; c < CLASSES; c++) (out[i * CLASSES + c] as number) /= sum;
    else out.fill(0, i * CLASSES, (i + 1) * CLASSES);
  }
  return out;
}

const classOf = (hz: number): number =>
  hz > 0 ? ((Math.round(CLASSES * Math.log2(hz / C)) % CLASSES) + CLASSES) % CLASSES : 0;

/** Means of `every` samples each; what is no number counts as silence. */
function slower(samples: Float32Array, every: number): Float32Array {
  const out = new Float32Array(Math.floor(samples.length / every));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let n = i * every; n < (i + 1) * every; n++) sum += samples[n] as number;
    out[i] = Number.isFinite(sum) ? sum / every : 0;
  }
  return out;
}
