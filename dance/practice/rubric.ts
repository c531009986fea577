import { fail, type Outcome, ok } from "../outcome.ts";

export const RUBRIC = { criteria: 6, levels: 4, characters: 80 } as const;

/** One thing that a crew's coaches look at, with the words of its four levels, the least first. */
export interface Criterion {
  readonly name: string;
  readonly levels: readonly string[];
}

/** What a coach gave a take: for each criterion the index of its level, null where it was left open. */
export type Levels = readonly (number | null)[];

/** The levels where they fit the rubric and at least one is given, else the problem `marks-invalid`. */
export function checkLevels(levels: Levels, criteria: readonly Criterion[]): Outcome<Levels, "marks-invalid"> {
  const fits = (level: number | null) =>
    level === null || (Number.isInteger(level) && level >= 0 && level < RUBRIC.levels);
  const given = levels.some((level) => level !== null);
  return given && levels.length === criteria.length && levels.every(fits)
    ? ok(levels)
    : fail("marks-invalid", `${levels.length} levels for ${criteria.length} criteria, or none given`);
}
