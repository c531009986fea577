import { DELAY, delayAt, type Motion } from "./delay.ts";
import { median } from "./median.ts";
import { SYNC } from "./sync.ts";

export const LIVE = {
  /** Seconds to either side of a count that are compared; and of a moment, where a dancer's lag is not known. */
  about: 0.95,
  first: 1.4,
  /** Share of the window's second half that must have been seen before a count is told. */
  ripe: 0.75,
  /** Seconds about a dancer's own lag in which a count is looked for. */
  reach: 0.42,
  /** Counts by which somebody is told late or early now, and after which, telling none, they are looked for anew. */
  recent: 4,
  /** Told counts by which a dancer's lag is known. */
  known: 16,
  /** Seconds without a picture in which nobody was seen. */
  gap: 1,
} as const;

/** Seconds of the dance before the last picture in which counts and lags are looked for. */
export const BEHIND = 2 * (LIVE.first + SYNC.late);
/** Seconds by which the wider window about a moment was seen, whoever lags by the most. */
export const SOUGHT = (2 * DELAY.shown - 1) * LIVE.first + SYNC.lag;

/**
 * A dancer's lag behind the routine in what was seen last before `now`, in seconds, where it is not known: about none, or
 * about what `all` others lag by. Null where nothing tells it.
 */
export function seekLag(wanted: Motion, own: Motion, now: number, all: number | null): number | null {
  const near = delayAt(wanted, own, now - SOUGHT, LIVE.first, 0, SYNC.lag);
  if (all === null) return near?.seconds ?? null;
  const ago = SOUGHT - SYNC.lag + SYNC.late + Math.max(0, all);
  const beside = delayAt(wanted, own, now - ago, LIVE.first, all, SYNC.late);
  return (!near || (beside && beside.correlation > near.correlation) ? beside : near)?.seconds ?? null;
}

/** A dancer's lag by their delay on each count, in seconds; null for whoever told none of the last counts. */
export function lagOf(delays: readonly (number | null)[]): number | null {
  if (delays.slice(-LIVE.recent).every((it) => it === null)) return null;
  return median(delays.filter((it) => it !== null).slice(-LIVE.known));
}
