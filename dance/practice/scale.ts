import { JUDGEMENT_WORDS, type Judgement, type JudgementWord, type TakeResult } from "../scoring/result.ts";

/** By which a take is shown. Both are named on the screen; the score of record knows neither. */
export const SCALES = ["practice", "performance"] as const;
export type Scale = (typeof SCALES)[number];

/** What a judgement may be off at most and still be called by its word. */
export interface Tolerance {
  readonly word: JudgementWord;
  /** Seconds early or late. */
  readonly offset: number;
  /** Degrees of the limb that is furthest off. */
  readonly degrees: number;
  /** Least energy, 0..1. */
  readonly energy: number;
}

/**
 * The tolerances of each scale, best word first. Performance has none of its own: it shows the words as judged, as on a
 * leaderboard. Practice asks for the right way and about the right count, since speed and finish come later.
 */
export const TOLERANCES: Readonly<Record<Scale, readonly Tolerance[]>> = {
  practice: [
    { word: "perfect", offset: 0.09, degrees: 20, energy: 0.7 },
    { word: "great", offset: 0.14, degrees: 30, energy: 0.55 },
    { word: "good", offset: 0.2, degrees: 45, energy: 0.4 },
    { word: "ok", offset: 0.28, degrees: 60, energy: 0.3 },
  ],
  performance: [],
};

const rankOf = (word: JudgementWord): number => JUDGEMENT_WORDS.indexOf(word);

/**
 * The word shown for a judgement. A kinder scale lifts it by one word at most, and only where the judgement lies within
 * that scale's tolerance; it never lowers one, and `unseen` stays unseen. `lag` is the constant part of the offsets in
 * seconds, as far as it is known: the machine's, not the dancer's.
 */
export function shownWord(judgement: Judgement, scale: Scale, lag = 0): JudgementWord {
  const { word, offset, energy, faults } = judgement;
  const above = JUDGEMENT_WORDS[rankOf(word) - 1];
  if (word === "unseen" || above === undefined) return word;
  // A keyframe that was missed with nothing to measure it by is not lifted: standing still earns no kindness.
  if (word === "miss" && offset === null) return word;
  const degrees = Math.max(0, ...faults.filter((f) => f.cause === "direction").map((f) => f.degrees));
  const late = offset === null ? 0 : Math.abs(offset - lag);
  const fits = (t: Tolerance) => late <= t.offset && degrees <= t.degrees && (energy ?? 1) >= t.energy;
  const tolerance = TOLERANCES[scale].find((t) => t.word === above);
  return tolerance && fits(tolerance) ? above : word;
}

/** A take as it is shown by a scale. */
export interface Shown {
  readonly scale: Scale;
  /** The score of record, 0..FULL_SCORE: the same on every scale. */
  readonly score: number;
  /** One word for each judgement, in their order. */
  readonly words: readonly JudgementWord[];
  readonly counts: Readonly<Record<JudgementWord, number>>;
  /** Share of the keyframes seen that were hit (ok or better), 0..1; null where none was seen. */
  readonly hit: number | null;
}

/** The words of a take on a scale. */
export function showTake(result: TakeResult, scale: Scale): Shown {
  const words = result.judgements.map((judgement) => shownWord(judgement, scale, result.lag ?? 0));
  const counts = Object.fromEntries(JUDGEMENT_WORDS.map((word) => [word, 0])) as Record<JudgementWord, number>;
  for (const word of words) counts[word]++;
  const seen = words.length - counts.unseen;
  return { scale, score: result.score, words, counts, hit: seen > 0 ? (seen - counts.miss) / seen : null };
}
