/**
 * A print: what is kept of a recording, to know it again in another copy of it. Ten times a second two numbers of 0..255:
 * how strongly something begins there, and eight signs, one for each of the first eight pitch classes: does it stand out
 * further from how it usually is hereabouts than its neighbour does? Signs of differences outlive coding, noise and rooms
 * (Haitsma and Kalker, "A highly robust audio fingerprinting system", ISMIR 2002; pitch classes as in Chromaprint); onsets
 * say exactly where. No sound can be made of it.
 */
import { ONSET_RATE, type Onsets } from "./onset.ts";
import { CLASSES, TONE_RATE } from "./tones.ts";

/** Pairs a second, and looks at tones and onsets between two of them. */
export const PRINT_RATE = 10;
const TONES_EACH = TONE_RATE / PRINT_RATE;
const ONSETS_EACH = ONSET_RATE / PRINT_RATE;
/** Pitch classes that are compared with their neighbour. */
const SIGNS = 8;
/** Seconds on either side that tell how a pitch class usually is. */
const USUAL = 2;
/** Looks by which an onset is spread before every tenth is kept, so that none falls between two. */
const SPREAD = 5;

/** What a print is made of, and what is compared with one. */
export interface Sounds {
  readonly onsets: Onsets;
  /** As `tonesOf` gives them. */
  readonly tones: Float32Array;
}

/** The print of a sound: two numbers for each tenth of a second. */
export function printOf({ onsets, tones }: Sounds): number[] {
  const soft = softened(onsets.strength);
  const signs = signsOf(tones);
  const most = Math.max(1e-9, quantile(soft, 0.99));
  const pairs = Math.min(Math.floor(soft.length / ONSETS_EACH), Math.floor(signs.length / TONES_EACH));
  return Array.from({ length: 2 * pairs }, (_, n) => {
    const i = n >> 1;
    if (n % 2 === 1) return signs[i * TONES_EACH] as number;
    return Math.round(255 * Math.min(1, (soft[i * ONSETS_EACH] as number) / most));
  });
}

/** Onsets, the loud ones brought nearer to the rest and all spread by SPREAD looks. */
export function softened(strength: Float32Array): Float32Array {
  const reach = 3 * SPREAD;
  const bell = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-0.5 * ((k - reach) / SPREAD) ** 2));
  const out = new Float32Array(strength.length);
  for (let i = 0; i < strength.length; i++) {
    const root = Math.sqrt(strength[i] as number);
    if (root === 0) continue;
    for (let k = Math.max(0, reach - i); k < bell.length && i + k - reach < out.length; k++)
      (out[i + k - reach] as number) += root * (bell[k] as number);
  }
  return out;
}

/** The eight signs of every look at the tones; 0 in silence. */
export function signsOf(tones: Float32Array): Uint8Array {
  const count = Math.floor(tones.length / CLASSES);
  const out = new Uint8Array(count);
  const reach = USUAL * TONE_RATE;
  const sums = new Float64Array(CLASSES);
  const add = (look: number, sign: number) => {
    if (look >= 0 && look < count)
      for (let c = 0; c < CLASSES; c++) (sums[c] as number) += sign * (tones[look * CLASSES + c] as number);
  };
  for (let look = 0; look < reach; look++) add(look, 1);
  for (let i = 0; i < count; i++) {
    add(i + reach, 1);
    add(i - reach - 1, -1);
    const looks = Math.min(count, i + reach + 1) - Math.max(0, i - reach);
    const apart = (c: number) => (tones[i * CLASSES + c] as number) - (sums[c] as number) / looks;
    if (tones.subarray(i * CLASSES, (i + 1) * CLASSES).every((tone) => tone === 0)) continue;
    for (let c = 0; c < SIGNS; c++) if (apart(c) > apart(c + 1)) (out[i] as number) |= 1 << c;
  }
  return out;
}

function quantile(values: Float32Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
