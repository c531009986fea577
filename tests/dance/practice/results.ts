import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import {
  type EightCountResult,
  JUDGEMENT_WORDS,
  type Judgement,
  type JudgementWord,
  type LimbResult,
  type LimbResults,
  RULES_VERSION,
  type TakeResult,
} from "#dance/scoring/result.ts";

/** A limb that was danced as it should be, or not quite. */
export const limb = (how: Partial<LimbResult> = {}): LimbResult => ({ shape: 1, offset: 0, energy: 1, ...how });

export const limbs = (how: Partial<Record<LimbGroup, LimbResult | null>> = {}): LimbResults =>
  ({ ...Object.fromEntries(LIMB_GROUPS.map((group) => [group, limb()])), ...how }) as LimbResults;

export const eightCount = (index: number, how: Partial<Record<LimbGroup, LimbResult | null>>): EightCountResult => ({
  eightCount: index,
  shape: 1,
  timing: 1,
  energy: 1,
  offset: 0,
  coverage: 1,
  limbs: limbs(how),
});

export const judgement = (how: Partial<Judgement> = {}): Judgement => ({
  keyframe: 0,
  count: 0,
  word: "great" as JudgementWord,
  similarity: 0.9,
  offset: 0,
  energy: 1,
  faults: [],
  combo: 1,
  ...how,
});

/** A take's result with only what a test speaks of set. */
export const takeResult = (how: Partial<TakeResult> = {}): TakeResult => ({
  rules: RULES_VERSION,
  score: 800_000,
  grade: "A",
  accuracy: 0.8,
  shape: 0.8,
  timing: 0.8,
  energy: 0.8,
  lag: 0,
  lagSpread: 0.03,
  coverage: 1,
  mirrored: false,
  maxCombo: 10,
  words: Object.fromEntries(JUDGEMENT_WORDS.map((word) => [word, 0])) as TakeResult["words"],
  judgements: [],
  limbs: limbs(),
  eightCounts: [],
  losses: [],
  unseen: [],
  ...how,
});
