import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { DAY_MS } from "./limits.ts";

/** Points of a tenth of a mark: what people are shown. */
const SHOWN = FULL_SCORE / 1000;

/** A result by which its take is not found on a board: points as people read them, rounded down as everywhere. */
export const shownPoints = (result: TakeResult): TakeResult => ({
  ...result,
  score: Math.floor(result.score / SHOWN) * SHOWN,
  losses: result.losses.map((loss) => ({ ...loss, points: Math.round(loss.points / SHOWN) * SHOWN })),
});

/** Noon of the day (UTC) of a moment: a day is told, and not when on it. */
export const dayOnly = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS + DAY_MS / 2;
