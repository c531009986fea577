import { median, spreadAbout } from "./median.ts";

/** Counts that must tell their timing before a take is summed up by them, and the least share of all that they must be. */
const ENOUGH = { counts: 8, share: 0.25 } as const;

/** Whether so many of the counts tell when they came that the take was danced to the song at all. */
export const isInTime = (counts: readonly (number | null)[]): boolean =>
  counts.filter((offset) => offset !== null).length >= Math.max(1, ENOUGH.share * counts.length);

/** How early or late a take was on the whole. */
export interface Lateness {
  /** Seconds of the counts that tell, early is -. */
  readonly offsets: readonly number[];
  readonly all: number;
  /** Seconds: half of the counts came earlier, half later; null where too few tell. */
  readonly middle: number | null;
  /** Two of three counts lie within so many seconds of the middle. */
  readonly within: number;
}

/** Sums up when the counts came: by the middle one, which a few wild ones do not move, and only where enough of them tell. */
export function latenessOf(counts: readonly (number | null)[]): Lateness {
  const offsets = counts.filter((offset) => offset !== null);
  const all = counts.length;
  const enough = offsets.length >= ENOUGH.counts && isInTime(counts);
  const middle = enough ? median(offsets) : null;
  return { offsets, all, middle, within: middle === null ? 0 : spreadAbout(middle, offsets) };
}
