import { ONSET_RATE } from "./onset.ts";
import type { Sounds } from "./print.ts";
import { type Tempo, timeOfCount } from "./tempo.ts";
import { CLASSES, TONE_RATE } from "./tones.ts";

/** Counts to an eight-count: sections begin and end with one. */
export const EIGHT = 8;
/** The narrowest range over a song that tells its parts apart: of loudness, and of onset strength. */
const LEAST = { loudness: 0.08, strength: 0.15 } as const;

/** How the eight-counts of a song are alike. */
export interface Eights {
  readonly count: number;
  /** Likeness of two eight-counts, count by count: 1 the same, 0 nothing in common. */
  readonly alike: (a: number, b: number) => number;
  /** How full each is: how loud, how often something begins, how often in the bass; each 0..1 over the song's own range. */
  readonly full: readonly (readonly [number, number, number])[];
}

/** What the eight-counts of a song sound like; `tempo` in the sound's own time, `counts` how many are danced. */
export function eightsOf({ onsets, tones }: Sounds, tempo: Tempo, counts: number): Eights {
  const count = Math.floor(counts / EIGHT);
  const beat = 60 / tempo.bpm;
  const usual = mean(tones, CLASSES, 0, tones.length / CLASSES);
  const voices = Array.from({ length: count }, (_, eight) => {
    const out = new Float64Array(EIGHT * CLASSES);
    for (let n = 0; n < EIGHT; n++) {
      const at = timeOfCount(tempo, eight * EIGHT + n);
      const heard = mean(tones, CLASSES, at * TONE_RATE, (at + beat) * TONE_RATE);
      for (let c = 0; c < CLASSES; c++) out[n * CLASSES + c] = (heard[c] as number) - (usual[c] as number);
    }
    return out;
  });
  const over = (values: Float32Array, least: number) =>
    stretched(
      voices.map((_, eight) => {
        const [from, to] = [eight, eight + 1].map((e) => timeOfCount(tempo, e * EIGHT) * ONSET_RATE);
        return mean(values, 1, from as number, to as number)[0] as number;
      }),
      least,
    );
  const [loud, begins, bass] = [
    over(onsets.loudness, LEAST.loudness),
    over(onsets.strength, LEAST.strength),
    over(onsets.bass, LEAST.strength),
  ];
  return {
    count,
    alike: (a, b) => cosine(voices[a] as Float64Array, voices[b] as Float64Array),
    full: voices.map((_, e) => [loud[e] as number, begins[e] as number, bass[e] as number]),
  };
}

/** Values over their own range, 0..1; a range narrower than `least` says nothing and stays as narrow. */
function stretched(values: readonly number[], least: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (value - low) / Math.max(least, high - low));
}

/** Mean of rows `from` to `to` of `width` numbers each; zeros where there are none. */
function mean(values: Float32Array, width: number, from: number, to: number): Float64Array {
  const out = new Float64Array(width);
  const [first, last] = [Math.max(0, Math.round(from)), Math.min(values.length / width, Math.round(to))];
  for (let row = first; row < last; row++)
    for (let c = 0; c < width; c++) (out[c] as number) += (values[row * width + c] as number) / (last - first);
  return out;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] as number) * (b[i] as number);
    aa += (a[i] as number) ** 2;
    bb += (b[i] as number) ** 2;
  }
  if (aa === 0 && bb === 0) return 1; // silence is like silence
  return aa > 0 && bb > 0 ? Math.max(0, ab / Math.sqrt(aa * bb)) : 0;
}

/** A stretch of eight-counts, `from` included, `to` excluded; stretches of one letter are alike. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly letter: number;
}

/** Eight-counts above this likeness are the same music again. */
const AGAIN = 0.6;
/** Eight-counts of the longest part, and what a part of a length is worth: songs are built of twos, fours and eights. */
const LONGEST = 16;
const worthOf = (length: number): number =>
  length === 1 ? -1.2 : length % 4 === 0 ? 0 : length % 2 === 0 ? -0.1 : -0.6;
/** What every cut costs, and how a change of fullness counts beside one of music. */
const CUT = 0.8;
const FULLER = 2;
/** How far two parts of one letter may differ in fullness. */
const AS_FULL = 0.35;

/**
 * Parts a song into what is heard again and what is not: cut where a stretch that comes again begins or ends, where the
 * music changes and where it becomes louder or softer; the cuts that are worth most together, by dynamic programming.
 */
export function partsOf(eights: Eights): Part[] {
  const { count } = eights;
  const worth = Array.from({ length: count + 1 }, (_, at) => cutWorth(eights, at));
  const best = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let to = 1; to <= count; to++)
    for (let at = Math.max(0, to - LONGEST); at < to; at++) {
      const value = (best[at] as number) + worthOf(to - at) + (to < count ? (worth[to] as number) - CUT : 0);
      if (value <= (best[to] as number)) continue;
      best[to] = value;
      from[to] = at;
    }
  const spans: { from: number; to: number }[] = [];
  for (let to = count; to > 0; to = from[to] as number) spans.unshift({ from: from[to] as number, to });
  return lettered(eights, spans);
}

/** What speaks for a cut before an eight-count. */
function cutWorth({ count, alike, full }: Eights, at: number): number {
  if (at <= 0 || at >= count) return 0;
  const fuller = apart(meanFull(full, Math.max(0, at - 2), at), meanFull(full, at, Math.min(count, at + 2)));
  // Within a part the next eight-count, or the one after it, is like this one.
  const before = Math.max(
    alike(at - 1, at),
    at > 1 ? alike(at - 2, at) : 0,
    at + 1 < count ? alike(at - 1, at + 1) : 0,
  );
  // A stretch that is heard again begins or ends here, if its neighbour on one side is alike there and not on the other.
  let ends = 0;
  for (let other = 1; other < count; other++) {
    if (Math.abs(other - at) < 2) continue;
    const [here, there] = [alike(at, other) > AGAIN, alike(at - 1, other - 1) > AGAIN];
    if (here !== there) ends = 1;
  }
  return FULLER * fuller + (1 - before) + ends * (before > AGAIN ? 0.2 : 0.6);
}

/** Gives parts that are alike for most of the shorter one the same letter. */
function lettered({ alike, full }: Eights, spans: readonly { from: number; to: number }[]): Part[] {
  const parts: Part[] = [];
  const level = (span: { from: number; to: number }) => meanFull(full, span.from, span.to);
  for (const span of spans) {
    const again = parts.find((part) => {
      const length = Math.min(part.to - part.from, span.to - span.from);
      const longer = Math.max(part.to - part.from, span.to - span.from);
      let sum = 0;
      for (let i = 0; i < length; i++) sum += alike(part.from + i, span.from + i);
      return longer <= 2 * length && sum / length > AGAIN && apart(level(part), level(span)) < AS_FULL;
    });
    parts.push({ ...span, letter: again?.letter ?? parts.length });
  }
  return parts;
}

type Full = Eights["full"][number];

function meanFull(full: Eights["full"], from: number, to: number): Full {
  const of = (i: 0 | 1 | 2) => full.slice(from, to).reduce((sum, values) => sum + values[i], 0) / (to - from);
  return [of(0), of(1), of(2)];
}

const apart = (a: Full, b: Full): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0) / 3);
