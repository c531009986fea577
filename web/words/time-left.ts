import type { Language } from "./numbers.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The largest of these that fits twice is told. */
const UNITS = [
  ["day", DAY_MS],
  ["hour", HOUR_MS],
  ["minute", MINUTE_MS],
] as const;

/** A stretch of time in its largest unit, to the nearest: "2 days", "5 hours", "1 minute"; never less than a minute. */
export function stretch(language: Language, ms: number): string {
  const [unit, length] = UNITS.find(([, size]) => ms >= 2 * size) ?? ["minute", MINUTE_MS];
  const count = Math.max(1, Math.round(ms / length));
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
