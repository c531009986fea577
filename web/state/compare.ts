import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { shareOf } from "./cells.ts";

/** A limb that differs, and the eight-counts (from 0) in which it differs most. */
export interface LimbDifference {
  readonly limb: LimbGroup;
  readonly eights: readonly number[];
}

/** What parts one take from another, seen from the first. */
export interface Difference {
  /** Points of 100 as both scores are shown: with one decimal, rounded down. */
  readonly points: number;
  readonly better: LimbDifference | null;
  readonly worse: LimbDifference | null;
  /** Seconds by which the hits lie closer together about the count; null where it cannot be told or is not worth a word. */
  readonly steadier: number | null;
}

/** A cell that differs less is the same, and so is a spread. */
const LEAST = { share: 0.05, seconds: 0.008 } as const;
/** Eight-counts that are named. */
const NAMED = 3;

const shown = (score: number): number => Math.floor((score / FULL_SCORE) * 1000);

/** Compares two results of the same section, both in the same left and right. */
export function differenceOf(a: TakeResult, b: TakeResult): Difference {
  const cells = cellsOf(a, b);
  const spread = a.lagSpread === null || b.lagSpread === null ? 0 : b.lagSpread - a.lagSpread;
  return {
    points: (shown(a.score) - shown(b.score)) / 10,
    better: foremost(cells, 1),
    worse: foremost(cells, -1),
    steadier: Math.abs(spread) < LEAST.seconds ? null : spread,
  };
}

interface CellDifference {
  readonly limb: LimbGroup;
  readonly eight: number;
  readonly by: number;
}

/** The cells that both takes have and that differ. */
function cellsOf(a: TakeResult, b: TakeResult): CellDifference[] {
  const others = new Map(b.eightCounts.map((e) => [e.eightCount, e.limbs]));
  return a.eightCounts.flatMap(({ eightCount: eight, limbs }) =>
    LIMB_GROUPS.flatMap((limb) => {
      const [mine, theirs] = [limbs[limb], others.get(eight)?.[limb]];
      const by = mine && theirs ? shareOf(mine) - shareOf(theirs) : 0;
      return Math.abs(by) < LEAST.share ? [] : [{ limb, eight, by }];
    }),
  );
}

/** The limb that differs most one way over all eight-counts, with those in which it does. */
function foremost(cells: readonly CellDifference[], way: 1 | -1): LimbDifference | null {
  let first: { limb: LimbGroup; sum: number } | null = null;
  for (const limb of LIMB_GROUPS) {
    const sum = cells.reduce((all, c) => (c.limb === limb && c.by * way > 0 ? all + c.by * way : all), 0);
    if (sum > (first?.sum ?? 0)) first = { limb, sum };
  }
  if (!first) return null;
  const { limb } = first;
  const eights = cells
    .filter((c) => c.limb === limb && c.by * way > 0)
    .sort((x, y) => (y.by - x.by) * way)
    .slice(0, NAMED)
    .map((c) => c.eight)
    .sort((x, y) => x - y);
  return { limb, eights };
}
