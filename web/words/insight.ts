import { countName } from "#dance/music/tempo.ts";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Cause, LimbFault } from "#dance/scoring/result.ts";
import type { Words } from "./index.ts";
import { wholeMs } from "./numbers.ts";

/** What was off with a limb; seconds and degrees as the judging gives them. */
export interface Slip {
  readonly limb: LimbGroup;
  readonly cause: Cause;
  readonly degrees: number | null;
  readonly lowBy: number | null;
  readonly offset: number | null;
}

/** low and high are told from each other; a limb that is off sideways is just off. */
type Kind = "low" | "high" | "off" | "early" | "late" | "small" | "stray" | "unseen";

function kindOf(slip: Slip): Kind {
  if (slip.cause !== "direction") return slip.cause;
  if (slip.lowBy === null || Math.round(slip.lowBy) === 0) return "off";
  return slip.lowBy > 0 ? "low" : "high";
}

/** Whole degrees; null where they were not measured. */
const degreesOf = (slip: Slip): number | null =>
  slip.degrees === null ? null : Math.round(Math.abs(slip.lowBy ?? slip.degrees));

/** "Right arm 20° low": the limb, the number, which way. */
export function slipWords(words: Words, slip: Slip): string {
  const limb = words.names.limb[slip.limb];
  const say = words.insight;
  switch (kindOf(slip)) {
    case "low":
      return say.low(limb, degreesOf(slip));
    case "high":
      return say.high(limb, degreesOf(slip));
    case "off":
      return say.off(limb, degreesOf(slip));
    case "early":
      return say.early(limb, wholeMs(slip.offset ?? 0));
    case "late":
      return say.late(limb, wholeMs(slip.offset ?? 0));
    case "small":
      return say.small(limb);
    case "stray":
      return say.stray(limb);
    case "unseen":
      return say.unseen(limb);
  }
}

/** "Eight-count 3: right arm low". */
export const slipIn = (words: Words, count: number, slip: Slip): string =>
  words.insight.inEight(Math.floor(count / 8) + 1, slipWords(words, slip));

/** "3:5 Right arm 20° low". */
export const slipAt = (words: Words, count: number, slip: Slip): string =>
  words.insight.at(countName(count), slipWords(words, slip));

/** What to do about it, in one sentence. */
export const slipAdvice = (words: Words, slip: Slip): string => words.insight.todo[kindOf(slip)];

/** The second line of a judgement on stage. */
export const faultWords = (words: Words, fault: LimbFault): string => slipWords(words, { ...fault, offset: null });
