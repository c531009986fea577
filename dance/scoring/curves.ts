import { RULES } from "./rules.ts";

/** Within 0 and 1. */
export const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Share of points kept at a loss: flat near 0, so that small slips of dancer and camera cost little, then steep. */
export function keptAt(loss: number): number {
  const share = loss / RULES.loss;
  return Math.exp(-share * share * share - RULES.slip * share);
}

/** Share of points kept at a lag in seconds, early or late. */
export function timingAt(lag: number): number {
  const over = Math.max(0, Math.abs(lag) - RULES.onTime) / RULES.halfLate;
  return 1 / (1 + over * over * over);
}

/** How fully something moved that moved at `take` where the reference moved at `reference` (mean squared speeds), 0..1. */
export function energyOf(reference: number, take: number): number {
  const share = reference > 0 ? Math.sqrt(take / reference) : 1;
  return clamp((share - RULES.speedNone) / (RULES.speedFull - RULES.speedNone));
}
