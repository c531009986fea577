import { FULL_SCORE, type Grade, type JudgementWord } from "./result.ts";

/** Lowest share of FULL_SCORE for each grade, best first. */
const GRADE_FROM: readonly (readonly [Grade, number])[] = [
  ["S", 0.9],
  ["A", 0.8],
  ["B", 0.65],
  ["C", 0.45],
];

export function gradeOf(score: number): Grade {
  return GRADE_FROM.find(([, from]) => score >= from * FULL_SCORE)?.[0] ?? "D";
}

/** Lowest mark (0..1) for each word, best first. */
const WORD_FROM: readonly (readonly [JudgementWord, number])[] = [
  ["perfect", 0.85],
  ["great", 0.7],
  ["good", 0.5],
  ["ok", 0.3],
];

export function wordOf(mark: number): JudgementWord {
  return WORD_FROM.find(([, from]) => mark >= from)?.[0] ?? "miss";
}
