import { type DancedTake, inTime, minutesOf, sectionsDanced } from "./progress.ts";

/** A sitting is over when nothing was danced for so long: who had dinner in between came back. */
export const REST_MS = 45 * 60_000;

/** One sitting of practice. */
export interface Sitting {
  /** The id of its first take. */
  readonly id: string;
  /** In the order in which they were danced. */
  readonly takes: readonly DancedTake[];
}

export interface SittingSummary extends Sitting {
  readonly fromMs: number;
  readonly minutes: number;
  /** Ids of the takes that were a personal best when they were danced. */
  readonly bests: readonly string[];
}

/** Takes put together into sittings by the rests between them, the first first. */
export function sittingsOf(takes: readonly DancedTake[]): readonly Sitting[] {
  const sittings: { id: string; takes: DancedTake[] }[] = [];
  let endMs = Number.NEGATIVE_INFINITY;
  for (const take of inTime(takes)) {
    const sitting = sittings.at(-1);
    if (sitting && take.atMs - endMs <= REST_MS) sitting.takes.push(take);
    else sittings.push({ id: take.id, takes: [take] });
    endMs = Math.max(endMs, take.atMs + take.seconds * 1000);
  }
  return sittings;
}

/** The sittings in which something was danced, the last first; `earlier` as in `sectionsDanced`. */
export function sittingsDanced(
  takes: readonly DancedTake[],
  earlier: readonly DancedTake[] = [],
): readonly SittingSummary[] {
  const bests = new Set(
    sectionsDanced(takes, earlier).flatMap((s) => s.line.filter((p) => p.mark === "best").map((p) => p.take.id)),
  );
  return sittingsOf(takes)
    .map((sitting) => ({
      ...sitting,
      fromMs: sitting.takes[0]?.atMs ?? 0,
      minutes: minutesOf(sitting.takes),
      bests: sitting.takes.flatMap((take) => (bests.has(take.id) ? [take.id] : [])),
    }))
    .reverse();
}
