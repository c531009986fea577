import type { Manner } from "./body/motion.ts";
import type { Level, SectionKind, SongRecipe, Text } from "./choreography.ts";

/** A choreography as its author wrote it. Counts and eight-counts are counted from 0 over the whole. */
export interface Score {
  readonly title: Text;
  readonly about: Text;
  readonly level: Level;
  readonly bpm: number;
  readonly song: SongRecipe | null;
  readonly sections: readonly ScoreSection[];
}

export interface ScoreSection {
  readonly kind: SectionKind;
  readonly lines: readonly ScoreLine[];
}

/** Where something stands in its text, from 1; 0 where it came from no text. */
interface Placed {
  readonly line: number;
}

/** What the body does by one count. */
export interface Beat extends Placed {
  readonly type: "beat";
  readonly count: number;
  readonly manner: Manner;
  /** An accent: this count weighs more. */
  readonly accent: boolean;
  readonly phrases: readonly string[];
}

/** Eight-counts danced again, on the same side or the other one. */
export interface Copy extends Placed {
  readonly type: "copy";
  readonly mirror: boolean;
  /** First eight-count of the copy, first of the original, and how many. */
  readonly at: number;
  readonly of: number;
  readonly length: number;
}
export type ScoreLine = Beat | Copy;

/** What stops a text from being danced. */
export const NOTATION_PROBLEMS = [
  "text-too-long",
  "line-too-long",
  "head-missing",
  "head-unknown",
  "head-twice",
  "level-unknown",
  "bpm-out-of-range",
  "song-unknown",
  "section-unknown",
  "section-twice",
  "section-missing",
  "section-empty",
  "section-overlap",
  "line-unclear",
  "count-unclear",
  "count-out-of-order",
  "counts-too-many",
  "manner-unknown",
  "phrase-unknown",
  "phrases-too-many",
  "copy-unclear",
  "too-fast",
  "off-the-floor",
] as const;
export type NotationProblem = (typeof NOTATION_PROBLEMS)[number];

/** What a text may hold at most. */
export const SCORE_LIMITS = {
  characters: 100_000,
  lineCharacters: 600,
  phrases: 16,
  eightCounts: 80,
  bpm: [60, 200],
} as const;

export const KEY_NAMES = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"] as const;
export const SONG_STYLES = ["bubblegum", "house", "trap"] as const satisfies readonly SongRecipe["style"][];
