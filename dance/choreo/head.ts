import type { Choreography } from "./choreography.ts";
import { LEVELS, SECTION_KINDS } from "./choreography.ts";

/** A choreography without its poses: plain JSON. */
export type ChoreographyHead = Omit<Choreography, "keyframes" | "track"> & {
  /** Count and weight of each. */
  readonly keyframes: readonly (readonly [number, number])[];
};

/** The most that a reader takes in, and the shapes of what is named. */
export const HEAD = {
  counts: 4096,
  /** A result takes about 900 bytes a keyframe, and a row of the database holds 2,000,000. */
  keyframes: 2000,
  /** Numbers of a recording's print: half an hour at ten pairs a second. */
  print: 36_000,
  textLetters: 2000,
  nameLetters: 60,
  slugLetters: 64,
  slug: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  weight: 1000,
  recordingSeconds: { from: 0.5, to: 1800 },
  recordingStarts: { from: -60, to: 60 },
  bpm: { from: 30, to: 300 },
  firstBeat: { from: -60, to: 600 },
  seed: 2 ** 32,
  styles: ["bubblegum", "house", "trap"],
} as const;

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
const text: Check = (value) => typeof value === "string" && value.length <= HEAD.textLetters;
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

/** Control characters, and those that hide or turn the text around them; joiners hold an emoji or a word together. */
const UNFIT = /[\p{Cc}\p{Co}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** What nobody sees of a text: joiners, fillers of Hangul, marks that choose a shape, the empty Braille cell. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether nothing of a text would be seen. */
export const isBlank = (text: string): boolean => text.replaceAll(UNSEEN, "").replaceAll(/[\p{Z}\p{Mn}]/gu, "") === "";

/** Whether some names would be taken for one another: they differ by case, space and what nobody sees, if at all. */
export function anyAlike(names: readonly string[]): boolean {
  const read = names.map((name) => name.normalize("NFKC").replaceAll(UNSEEN, "").trim().toLowerCase());
  return new Set(read).size < read.length;
}

/** What of a text may be the name of a section or a position, no letter halved; empty where nothing would be seen of it. */
export function fitName(text: string, letters: number = HEAD.nameLetters): string {
  let fit = "";
  for (const letter of text.replaceAll(UNFIT, "")) {
    if (fit.length + letter.length > letters) break;
    fit += letter;
  }
  return isBlank(fit) ? "" : fit;
}

const name: Check = (value) =>
  typeof value === "string" && value.length >= 1 && value.length <= HEAD.nameLetters && value.search(UNFIT) === -1;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const section: Check = shaped({
  kind: oneOf(SECTION_KINDS),
  from: whole(0, HEAD.counts),
  to: whole(1, HEAD.counts),
  name: optional(name),
});
const recording: Check = shaped({
  seconds: between(HEAD.recordingSeconds.from, HEAD.recordingSeconds.to),
  starts: between(HEAD.recordingStarts.from, HEAD.recordingStarts.to),
  print: (value) => list(whole(0, 255))(value) && (value as unknown[]).length <= HEAD.print,
});
const keyframe: Check = (value) =>
  Array.isArray(value) && value.length === 2 && between(0, HEAD.counts)(value[0]) && between(0, HEAD.weight)(value[1]);
const song = shaped({
  seed: whole(0, HEAD.seed),
  key: whole(0, 11),
  style: oneOf(HEAD.styles),
});

const head = shaped({
  slug: (value) => typeof value === "string" && HEAD.slug.test(value) && value.length <= HEAD.slugLetters,
  title: shaped({ en: text, ko: text }),
  about: shaped({ en: text, ko: text }),
  level: oneOf(LEVELS),
  tempo: shaped({
    bpm: between(HEAD.bpm.from, HEAD.bpm.to),
    firstBeat: between(HEAD.firstBeat.from, HEAD.firstBeat.to),
  }),
  counts: whole(1, HEAD.counts),
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
    keyframes.length <= HEAD.keyframes &&
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
