import { ONSET_RATE } from "./onset.ts";
import { PRINT_RATE, type Sounds, signsOf, softened } from "./print.ts";
import { TONE_RATE } from "./tones.ts";

/** Share of the shorter of both that must sound in both, and seconds that are enough of a short one. */
const SHARED = 0.4;
const ENOUGH = 10;
/** Looks of a print that are compared at each place: of a long one every second, third ... is enough. */
const LOOKS = 1500;
/** Share of signs, beyond the half that agree by chance, above which two sounds are the same recording. */
const SAME = 0.2;
/**
 * The same for little shared sound, in standard deviations of chance: the best of tens of thousands of places agrees by
 * four of them. Signs of neighbouring looks and classes go together, so that about ten a second are independent.
 */
const DEVIATIONS = 5.5;
const INDEPENDENT = 10;
/** A second place at least so many seconds away that agrees nearly as well leaves it open which is meant. */
const APART = 1;
const RIVAL = 0.03;
/** Seconds about the place told by the tones within which the onsets tell it exactly. */
const NEAR = 0.12;

/** How a copy compares with the recording that a print was made of. */
export interface Match {
  /** The same recording, as far as can be told. */
  readonly same: boolean;
  /** Share of what agrees beyond chance: 0 for another song, about 0.5 in a loud room, 1 for the very same file. */
  readonly likeness: number;
  /** The recording's own time, in seconds, at which the copy begins. */
  readonly offset: number;
  /** False where another place agrees nearly as well: music that repeats exactly, or another song. */
  readonly sure: boolean;
}

interface Place {
  /** Looks at the copy's tones before the print begins. */
  readonly lag: number;
  /** Share of signs that agree. */
  readonly agree: number;
  /** Seconds that sound in both. */
  readonly seconds: number;
}

/** Finds a recording in a copy of it; null where either holds too little sound to tell. */
export function matchPrint(print: readonly number[], copy: Sounds): Match | null {
  const places = placesOf(
    Uint8Array.from({ length: print.length >> 1 }, (_, i) => print[2 * i + 1] ?? 0),
    signsOf(copy.tones),
  );
  const best = places.reduce<Place | null>((a, b) => (a && a.agree >= b.agree ? a : b), null);
  if (!best) return null;
  const chance = DEVIATIONS * (0.5 / Math.sqrt(INDEPENDENT * best.seconds));
  const rival = Math.max(
    ...places.filter(({ lag }) => Math.abs(lag - best.lag) > APART * TONE_RATE).map(({ agree }) => agree),
  );
  const same = best.agree - 0.5 >= Math.max(SAME, chance);
  return {
    same,
    likeness: Math.max(0, 2 * best.agree - 1),
    offset: -exactly(print, softened(copy.onsets.strength), best.lag / TONE_RATE),
    sure: same && best.agree - rival >= RIVAL,
  };
}

/** Every way to lay the one beside the other in which enough of both sounds. */
function placesOf(print: Uint8Array, copy: Uint8Array): Place[] {
  const each = TONE_RATE / PRINT_RATE;
  const shorter = Math.min(print.length, copy.length / each) / PRINT_RATE;
  const enough = Math.max(SHARED * shorter, Math.min(0.8 * shorter, ENOUGH)) * PRINT_RATE;
  const step = Math.ceil(print.length / LOOKS);
  const places: Place[] = [];
  if (enough < PRINT_RATE) return places;
  for (let lag = Math.ceil((enough - print.length) * each); lag <= copy.length - enough * each; lag++) {
    let [seen, same] = [0, 0];
    for (let i = Math.max(0, Math.ceil(-lag / each)); i < print.length; i += step) {
      const [a, b] = [print[i] as number, copy[i * each + lag]];
      if (b === undefined) break;
      // Silence agrees with silence in every song.
      if (a === 0 || b === 0) continue;
      seen++;
      same += ALIKE[a ^ b] as number;
    }
    if (seen * step >= enough) places.push({ lag, agree: same / (8 * seen), seconds: (seen * step) / PRINT_RATE });
  }
  return places;
}

/** How many of eight signs are alike, by their exclusive or. */
const ALIKE = Uint8Array.from({ length: 256 }, (_, bits) => 8 - bits.toString(2).replaceAll("0", "").length);

/** The lag in seconds, near one that is right to a look at the tones, at which the onsets agree best. */
function exactly(print: readonly number[], soft: Float32Array, lag: number): number {
  const first = Math.round((lag - NEAR) * ONSET_RATE);
  const many = Math.round(2 * NEAR * ONSET_RATE) + 1;
  const found = Array.from({ length: many }, (_, k) => together(print, soft, first + k));
  const at = found.indexOf(Math.max(...found));
  const [a, b, c] = [found[at - 1], found[at], found[at + 1]];
  // The peak of the parabola through three looks; at the edge there is none, and the tones are believed.
  if (a === undefined || b === undefined || c === undefined || !(2 * b - a - c > 0)) return lag;
  return (first + at + (c - a) / (2 * (2 * b - a - c))) / ONSET_RATE;
}

/** Correlation of a print's onsets with a sound's, which begin `lag` looks earlier. */
function together(print: readonly number[], soft: Float32Array, lag: number): number {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; 2 * i < print.length; i++) {
    const y = soft[(i * ONSET_RATE) / PRINT_RATE + lag];
    if (y === undefined) continue;
    const x = print[2 * i] as number;
    n++;
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const spread = (aa - (a * a) / n) * (bb - (b * b) / n);
  return spread > 0 ? (ab - (a * b) / n) / Math.sqrt(spread) : 0;
}
