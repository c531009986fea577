import type { DancedTake } from "./progress.ts";

export const WEEK = {
  /** Days a week that a new dancer aims at; each chooses their own, 1..7. */
  goalDays: 3,
  /** Weeks off in a row that a streak outlives by itself. Nothing is paid for them and nothing is counted down. */
  freezes: 2,
} as const;

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday: three days after a Monday. */
const SINCE_MONDAY = 3;

/** The dancer's time zone as minutes ahead of UTC; Seoul is 540. */
export type ZoneMinutes = number;

/** Days since 1 January 1970 on the dancer's own calendar. */
export const dayOf = (atMs: number, zone: ZoneMinutes): number => Math.floor((atMs + zone * 60_000) / DAY_MS);

/** Weeks since the one of 1 January 1970, from Monday to Sunday. */
export const weekOf = (day: number): number => Math.floor((day + SINCE_MONDAY) / 7);

/** What the page says first; none of them speaks of something lost. */
export const GREETINGS = ["hello", "welcome-back", "on-the-way", "reached"] as const;

export interface Week {
  /** Monday to Sunday: was anything danced? One looped section is enough. */
  readonly days: readonly boolean[];
  /** 0 is Monday. */
  readonly today: number;
  readonly danced: number;
  readonly goal: number;
  readonly reached: boolean;
  /** Weeks danced of the streak, this one too once something was danced; weeks frozen between are not counted. */
  readonly streak: number;
  /** Weeks off inside the streak that it outlived. */
  readonly frozen: number;
  readonly greeting: (typeof GREETINGS)[number];
}

/** The weeks of the streak that ends in this week or in a pause that freezes still bridge. */
function streakOf(weeks: ReadonlySet<number>, thisWeek: number): { streak: number; frozen: number } {
  let streak = 0;
  let frozen = 0;
  let off = 0;
  // The running week is never off: it is not over yet.
  for (let week = thisWeek; off <= WEEK.freezes; week--) {
    if (weeks.has(week)) {
      streak++;
      frozen += off;
      off = 0;
    } else if (week < thisWeek) off++;
  }
  return { streak, frozen };
}

/** How the dancer's week stands at `nowMs` with a goal in days a week. */
export function weekNow(
  takes: readonly Pick<DancedTake, "atMs">[],
  nowMs: number,
  zone: ZoneMinutes,
  goalDays: number = WEEK.goalDays,
): Week {
  const now = dayOf(nowMs, zone);
  const thisWeek = weekOf(now);
  const monday = thisWeek * 7 - SINCE_MONDAY;
  // A take of a clock that runs ahead was danced today.
  const danced = new Set(takes.map((take) => Math.min(now, dayOf(take.atMs, zone))));
  const days = Array.from({ length: 7 }, (_, i) => danced.has(monday + i));
  const count = days.filter(Boolean).length;
  const goal = Math.min(7, Math.max(1, Math.round(goalDays) || WEEK.goalDays));
  const weeks = new Set([...danced].map(weekOf));
  const rested = !weeks.has(thisWeek) && !weeks.has(thisWeek - 1);
  const greeting = weeks.size === 0 ? "hello" : count >= goal ? "reached" : rested ? "welcome-back" : "on-the-way";
  const { streak, frozen } = streakOf(weeks, thisWeek);
  return { days, today: now - monday, danced: count, goal, reached: count >= goal, streak, frozen, greeting };
}
