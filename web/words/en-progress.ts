import type { WeakSpot } from "#dance/practice/weakest.ts";
import { NBSP } from "./numbers.ts";

const many = (n: number, one: string, more: string): string => `${n}${NBSP}${n === 1 ? one : more}`;

/** English for how practice gets on. No sentence here speaks of something lost. */
export const EN_PROGRESS = {
  progress: {
    title: "Progress",
    empty: "No takes yet",
    emptyDo: "Dance one eight-count. Your first number shows up here, and only you see it.",
    start: "Choose a routine",
    headline: {
      "welcome-back": "Good to see you.\nOne loop is enough.",
      reached: "Your week is danced.\nThe rest is for fun.",
      begun: (left: number) => `A good start.\n${many(left, "more day", "more days")}, whenever you like.`,
      open: "This week is open.\nOne loop counts.",
    },
    week: "This week",
    danced: "danced",
    notDanced: "free",
    today: "today",
    daysOf: (danced: number, goal: number) => `${danced} of ${many(goal, "day", "days")}`,
    goal: "Goal, days a week",
    minutes: (n: number) => (n < 1 ? `${Math.round(n * 60)}${NBSP}s` : `${Math.round(n)}${NBSP}min`),
    minutesWeek: "danced this week",
    streak: (weeks: number) => many(weeks, "week", "weeks"),
    streakSay: (weeks: number): string =>
      weeks === 1 ? "The first week of many, or a lovely one alone." : "danced, one after another.",
    streakNone: "One loop begins a streak.",
    frozen: (weeks: number) =>
      `${many(weeks, "week", "weeks")} off in between: kept for you. Up to two in a row always are.`,
    freeze: "Up to two weeks off in a row leave it standing.",
    sections: "Sections",
    best: "best",
    last: "last",
    older: "an earlier version",
    takes: (n: number) => many(n, "take", "takes"),
    noBest: "no take at full speed yet",
    line: (section: string) => `Take after take: ${section}`,
    lineSay: (n: number, first: string, last: string, best: string | null) =>
      `${many(n, "take", "takes")}, from ${first} to ${last}.${best === null ? "" : ` Best ${best}.`}`,
    lineOne: "One take so far. The line begins with the second.",
    keyFull: "full speed",
    keySlow: "slower",
    keyBest: "personal best",
    asTable: "As a table",
    when: "When",
    score: "Score",
    speed: "Speed",
    mark: "Mark",
    marks: { first: "first", best: "best" },
    waiting: "waiting to be sent",
    weakest: "Weakest lately",
    weakestSay: (n: number) =>
      n === 1 ? "By the last take." : `Over the last ${n}${NBSP}takes, the latest weighing most.`,
    weak: {
      direction: (limb: string) => `${limb} off the line`,
      early: (limb: string) => `${limb} early`,
      late: (limb: string) => `${limb} late`,
      small: (limb: string) => `${limb} too small`,
    } satisfies Record<WeakSpot["cause"], (limb: string) => string>,
    inEight: (eight: number) => `Eight-count ${eight}`,
    loop: (eight: number) => `Loop ${eight}`,
    weakNone: "Nothing stands out. Faster, or the next section?",
    weakUnknown: "Weak spots are told for the sections danced last.",
    dance: "Dance it",
    see: "See the last take",
    sittings: "Sittings",
    sittingsSay: "A looped part counts on the device where it was danced; everything else goes along with you.",
    bests: (n: number) => many(n, "best", "bests"),
    more: "Show earlier",
    offline: "As it was when this device was last online. What waits to be sent is counted in.",
    failed: "What you danced before could not be fetched. What this device knows is below.",
  },
};
