import { many, NBSP } from "./numbers.ts";

/** English for how much a crew is together. */
export const EN_SYNC = {
  sync: {
    title: "In sync",
    apart: "Takes that each danced alone",
    link: "In sync",
    lead: "Everybody's best take of a section on one song time: who is early, who is late, and how wide the crew lies apart.",
    routine: "Routine",
    section: "Section",
    who: "Who is in it",
    spread: "Spread",
    spreadSay:
      "How far the crew lies apart on a count, in the mean. What a whole take lies off is left out: that is the machines' as much as the dancers'.",
    words: {
      one: "One body",
      tight: "Tight",
      loose: "Loose",
      apart: "Apart",
    },
    none: "Not told",
    noneSay: "Fewer than two of these takes tell where their counts lie.",
    widest: (count: string, ms: string, early: string, late: string) =>
      `Widest on ${count}: ${ms}${NBSP}ms from ${early}, first, to ${late}, last.`,
    byCount: "Spread on every count",
    byCountSay: "The taller the bar, the wider the crew lies apart. A press shows that count.",
    bar: (count: string, ms: string) => `${count}: ${ms}${NBSP}ms apart`,
    barNone: (count: string) => `${count}: not told`,
    heat: "Who is early, who is late",
    heatSay: "Mean of each eight-count in milliseconds, beside the middle of the crew. − is early, + is late.",
    member: "Dancer",
    cell: (name: string, eight: string, ms: string) => `${name}, eight-count ${eight}: ${ms}`,
    early: (ms: string) => `${ms}${NBSP}ms early`,
    late: (ms: string) => `${ms}${NBSP}ms late`,
    onTime: `0${NBSP}ms, with the crew`,
    notTold: "not told",
    formation: "Formation",
    laid: { stood: "As you stood", formation: "In formation", over: "One over the other" },
    layout: "Layout",
    dancers: (names: string) => `Formation of ${names}`,
    offNow: `Thick and coloured: off by 50${NBSP}ms or more on this count.`,
    few: "Two takes make a formation",
    fewSay: (n: number) =>
      n === 0
        ? "Nobody of this crew stands on its board of this section yet. Dance it at full speed, then look again."
        : `${many(n, "dancer of this crew stands", "dancers of this crew stand")} on its board of this section. It takes two, and two must be chosen.`,
    fetching: "Fetching the poses",
    failed: (n: number) => `${many(n, "take", "takes")} could not be fetched.`,
  },
};
