import type { Choreography } from "./choreography.ts";
import { LEVELS, SECTION_KINDS } from "./choreography.ts";

/** A choreography without its poses: plain JSON. */
export type ChoreographyHead = Omit<Choreography, "keyframes" | "track"> & {
  /** Count and weight of each. */
  readonly keyframes: readonly (readonly [number, number])[];
};

/** The longest choreography that a reader takes in. */
const COUNTS_MAX = 4096;
/** A result takes about 900 bytes a keyframe, and a row of the database holds 2,000,000. */
const KEYFRAMES_MAX = 2000;
/** Numbers of a recording's print: half an hour at ten pairs a second. */
const PRINT_MAX = 36_000;

type Check = (value: unknown) => boolean;

const between =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === "number" && value >= low && value <= high;
const whole =
  (low: number, high: number): Check =>
  (value) =>
    Number.isInteger(value) && between(low, high)(value);
const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string);
const text: Check = (value) => typeof value === "string" && value.length <= 2000;
const shaped =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(checks, key)) &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]));
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);

/** Written names: no control characters, none that turn the direction of text around. */
const name: Check = (value) =>
  typeof value === "string" && value.length >= 1 && value.length <= 60 && !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const section: Check = shaped({
  kind: oneOf(SECTION_KINDS),
  from: whole(0, COUNTS_MAX),
  to: whole(1, COUNTS_MAX),
  name: optional(name),
});
const recording: Check = shaped({
  seconds: between(0.5, 1800),
  starts: between(-60, 60),
  print: (value) => list(whole(0, 255))(value) && (value as unknown[]).length <= PRINT_MAX,
});
const keyframe: Check = (value) =>
  Array.isArray(value) && value.length === 2 && between(0, COUNTS_MAX)(value[0]) && between(0, 1000)(value[1]);
const song = shaped({
  seed: whole(0, 2 ** 32),
  key: whole(0, 11),
  style: oneOf(["bubblegum", "house", "trap"]),
});

const head = shaped({
  slug: (value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 64,
  title: shaped({ en: text, ko: text }),
  about: shaped({ en: text, ko: text }),
  level: oneOf(LEVELS),
  tempo: shaped({ bpm: between(30, 300), firstBeat: between(-60, 600) }),
  counts: whole(1, COUNTS_MAX),
  sections: list(section),
  song: (value) => value === null || song(value),
  recording: optional(recording),
  position: optional(name),
  keyframes: list(keyframe),
});

/** Whether a value read from a file is the head of a choreography that can be danced. */
export function isHead(value: unknown): value is ChoreographyHead {
  if (!head(value)) return false;
  const { sections, counts, keyframes } = value as ChoreographyHead;
  return (
    keyframes.length <= KEYFRAMES_MAX &&
    sections.every(({ from, to }) => from < to && to <= counts) &&
    keyframes.every(([count], i) => count < counts && (i === 0 || count > (keyframes[i - 1]?.[0] ?? -1)))
  );
}

/** The head of a choreography, fields in the order of the file. */
export function headOf(c: Choreography): ChoreographyHead {
  return {
    slug: c.slug,
    title: { en: c.title.en, ko: c.title.ko },
    about: { en: c.about.en, ko: c.about.ko },
    level: c.level,
    tempo: { bpm: c.tempo.bpm, firstBeat: c.tempo.firstBeat },
    counts: c.counts,
    sections: c.sections.map(({ kind, from, to, name }) => ({ kind, from, to, ...(name !== undefined && { name }) })),
    song: c.song && { seed: c.song.seed, key: c.song.key, style: c.song.style },
    ...(c.recording && { recording: { ...c.recording } }),
    ...(c.position !== undefined && { position: c.position }),
    keyframes: c.keyframes.map(({ count, weight }): [number, number] => [count, weight]),
  };
}
