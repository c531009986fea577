import { FULL_SCORE, type TakeResult } from "../scoring/result.ts";
import { join, type Span } from "./span.ts";

/** Speeds of the song, slowest first; 1 is the song as it is. */
export const SPEEDS = [0.5, 0.6, 0.75, 0.9, 1] as const;
export type Speed = (typeof SPEEDS)[number];

/** When a pass through the loop counts as what: by the score, since standing still hits many keyframes by chance and scores nothing. */
export const PASS = {
  /** Clean, of FULL_SCORE: an honest B and a little. Waiting for an S bores, and the next speed teaches the rest. */
  clean: 0.7 * FULL_SCORE,
  /** Missed, below this: a D, the body does not know it yet at this speed. */
  missed: 0.4 * FULL_SCORE,
  /** Below this share of the dance the camera saw too little to move anybody up or down; as on a leaderboard. */
  coverage: 0.6,
} as const;

/** What the ladder has to know of one pass through the loop; a take's result fits as it is. */
export type Pass = Pick<TakeResult, "score" | "coverage">;

/** Why a pass does not count: it is danced again at the same speed and nothing is lost. */
export const BREAKS = ["camera-lost", "clock-jumped", "paused"] as const;
export type Break = (typeof BREAKS)[number];

export interface Ladder {
  readonly span: Span;
  readonly speed: Speed;
  /** How far the loop may grow: the section, or the whole choreography. */
  readonly limit: Span;
  /** Speed or span was changed by hand since the pass began, so it tells nothing about either speed. */
  readonly mixed: boolean;
  /** Which neighbour is joined next: first the way in, then the way out, and so on. */
  readonly next: "before" | "after";
}

export type LadderEvent =
  | { readonly kind: "began" }
  | { readonly kind: "passed"; readonly pass: Pass }
  | { readonly kind: "broken"; readonly why: Break }
  | { readonly kind: "speed"; readonly speed: Speed }
  | { readonly kind: "span"; readonly span: Span };

export const DEEDS = ["faster", "slower", "joined", "stayed"] as const;
export const REASONS = [
  "clean",
  "missed",
  "nearly",
  "unseen",
  "slowest",
  "whole",
  "changed",
  "asked",
  ...BREAKS,
] as const;

/** What the ladder did and why, to be put in words; `from` and `to` are equal where it stayed. */
export interface LadderStep {
  readonly did: (typeof DEEDS)[number];
  readonly why: (typeof REASONS)[number];
  readonly from: { readonly span: Span; readonly speed: Speed };
  readonly to: { readonly span: Span; readonly speed: Speed };
}

export interface Climbed {
  readonly ladder: Ladder;
  /** Null where nothing is worth saying. */
  readonly step: LadderStep | null;
}

/** A ladder at the foot of a span; it may grow to `limit`. */
export const openLadder = (span: Span, limit: Span, speed: Speed = 0.75): Ladder => ({
  span,
  speed,
  limit,
  mixed: false,
  next: "before",
});

/** The nearest step of the ladder to any rate, as when a stored setting or a slider gives it. */
export const nearestSpeed = (rate: number): Speed =>
  SPEEDS.reduce((best, speed) => (Math.abs(speed - rate) < Math.abs(best - rate) ? speed : best), 1 as Speed);

/** The next faster (+1) or slower (-1) speed; null at either end. */
export const speedBeside = (speed: Speed, way: 1 | -1): Speed | null => SPEEDS[SPEEDS.indexOf(speed) + way] ?? null;

const place = ({ span, speed }: Ladder) => ({ span, speed });
const moved = (was: Ladder, now: Ladder, did: LadderStep["did"], why: LadderStep["why"]): Climbed => ({
  ladder: { ...now, mixed: false },
  step: { did, why, from: place(was), to: place(now) },
});
const stayed = (ladder: Ladder, why: LadderStep["why"]): Climbed => moved(ladder, ladder, "stayed", why);

function grow(ladder: Ladder): Climbed {
  const other = ladder.next === "before" ? "after" : "before";
  for (const side of [ladder.next, other] as const) {
    const span = join(ladder.span, side, ladder.limit);
    const next = side === "before" ? "after" : "before";
    if (span !== ladder.span) return moved(ladder, { ...ladder, span, next }, "joined", "clean");
  }
  return stayed(ladder, "whole");
}

function passed(ladder: Ladder, pass: Pass): Climbed {
  if (ladder.mixed) return stayed(ladder, "changed");
  if (!(pass.coverage >= PASS.coverage)) return stayed(ladder, "unseen");
  if (pass.score >= PASS.clean) {
    const speed = speedBeside(ladder.speed, 1);
    return speed === null ? grow(ladder) : moved(ladder, { ...ladder, speed }, "faster", "clean");
  }
  if (pass.score >= PASS.missed) return stayed(ladder, "nearly");
  const speed = speedBeside(ladder.speed, -1);
  return speed === null ? stayed(ladder, "slowest") : moved(ladder, { ...ladder, speed }, "slower", "missed");
}

function setSpeed(ladder: Ladder, speed: Speed): Climbed {
  if (speed === ladder.speed) return { ladder, step: null };
  const { ladder: now, step } = moved(
    ladder,
    { ...ladder, speed },
    speed > ladder.speed ? "faster" : "slower",
    "asked",
  );
  return { ladder: { ...now, mixed: true }, step };
}

/** One event on the ladder: where it stands now, and what it did as data. */
export function climb(ladder: Ladder, event: LadderEvent): Climbed {
  switch (event.kind) {
    case "began":
      return { ladder: { ...ladder, mixed: false }, step: null };
    case "passed":
      return passed(ladder, event.pass);
    case "broken":
      return stayed(ladder, event.why);
    case "speed":
      return setSpeed(ladder, event.speed);
    case "span":
      return { ladder: { ...ladder, span: event.span, mixed: true, next: "before" }, step: null };
  }
}
