import { fail, type Outcome, ok } from "../outcome.ts";
import { LEVELS, type Level, type SongRecipe } from "./choreography.ts";
import { KEY_NAMES, type NotationProblem, SCORE_LIMITS, type Score, SONG_STYLES } from "./score.ts";
import { nearest } from "./words/nearest.ts";

export const HEAD_NAMES = ["title", "title.ko", "about", "about.ko", "level", "bpm", "song"] as const;
/** What nobody has to say, though its line stands there. */
const MAY_BE_EMPTY: readonly HeadName[] = ["about", "about.ko"];
export type HeadName = (typeof HEAD_NAMES)[number];

/** One head line: its value and where that stands. */
export interface HeadLine {
  readonly value: string;
  readonly line: number;
  readonly column: number;
}
export type HeadLines = ReadonlyMap<HeadName, HeadLine>;

const isOneOf = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

/** "; did you mean x?" where something near is known. */
export function hint(word: string, among: readonly string[]): string {
  const near = nearest(word, among);
  return near === null ? "" : `; did you mean "${near}"?`;
}

/** Reads `name: value`; null where the line is no head line. */
export function readHeadLine(
  text: string,
  line: number,
  before: HeadLines,
): Outcome<readonly [HeadName, HeadLine], NotationProblem> | null {
  const match = /^(\s*)([a-z][a-z.]*)\s*:\s*/iu.exec(text);
  if (!match) return null;
  const name = (match[2] as string).toLowerCase();
  const column = (match[1] as string).length + 1;
  if (!isOneOf(HEAD_NAMES, name))
    return fail("head-unknown", `"${name}" is no head line${hint(name, HEAD_NAMES)}`, { line, column });
  if (before.has(name))
    return fail("head-twice", `"${name}" is there already in line ${before.get(name)?.line}`, { line, column });
  return ok([name, { value: text.slice(match[0].length).trim(), line, column: match[0].length + 1 }]);
}

function readSong(at: HeadLine): Outcome<SongRecipe | null, NotationProblem> {
  if (at.value === "none") return ok(null);
  const [style = "", key = "", seed = "", ...rest] = at.value.split(/\s+/u);
  const pitch = (KEY_NAMES as readonly string[]).indexOf(key);
  if (!isOneOf(SONG_STYLES, style))
    return fail(
      "song-unknown",
      `a song is none or one of ${SONG_STYLES.join(", ")}, then key and seed${hint(style, SONG_STYLES)}`,
      at,
    );
  if (pitch < 0) return fail("song-unknown", `"${key}" is no key; keys are ${KEY_NAMES.join(" ")}`, at);
  if (!/^\d{1,6}$/u.test(seed) || rest.length > 0)
    return fail("song-unknown", "a song ends in its seed, a whole number below a million", at);
  return ok({ style, key: pitch, seed: Number(seed) });
}

/** The head of a score, once all its lines are read; `end` is the line where the head ended. */
export function readHead(lines: HeadLines, end: number): Outcome<Omit<Score, "sections">, NotationProblem> {
  for (const name of HEAD_NAMES) {
    const at = lines.get(name);
    if (!at || (at.value === "" && !MAY_BE_EMPTY.includes(name)))
      return fail("head-missing", `the head needs a line "${name}: ..."`, at ?? { line: end, column: 1 });
  }
  const at = (name: HeadName): HeadLine => lines.get(name) as HeadLine;
  const level = at("level").value;
  if (!isOneOf<Level>(LEVELS, level))
    return fail("level-unknown", `a level is ${LEVELS.join(", ")}${hint(level, LEVELS)}`, at("level"));
  const bpm = /^\d{1,3}(\.\d{1,2})?$/u.test(at("bpm").value) ? Number(at("bpm").value) : Number.NaN;
  const [slowest, fastest] = SCORE_LIMITS.bpm;
  if (!(bpm >= slowest && bpm <= fastest))
    return fail("bpm-out-of-range", `bpm is a number from ${slowest} to ${fastest}`, at("bpm"));
  const song = readSong(at("song"));
  if (!song.ok) return song;
  const title = { en: at("title").value, ko: at("title.ko").value };
  const about = { en: at("about").value, ko: at("about.ko").value };
  return ok({ title, about, level, bpm, song: song.value });
}
