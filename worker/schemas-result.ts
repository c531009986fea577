import * as v from "valibot";
import { LIMB_GROUPS } from "#dance/pose/keypoints.ts";
import { CAUSES, GRADES, JUDGEMENT_WORDS } from "#dance/scoring/result.ts";

// The shape of dance/scoring/result.ts, for the OpenAPI document.
const share = v.number();
const maybe = v.nullable(v.number());
const limb = v.picklist(LIMB_GROUPS);
const limbResult = v.nullable(v.object({ shape: share, offset: maybe, energy: share }));
const limbs = v.object(v.entriesFromList(LIMB_GROUPS, limbResult));

const fault = v.object({ limb, cause: v.picklist(CAUSES), degrees: v.number(), lowBy: maybe });
const judgement = v.object({
  keyframe: v.number(),
  count: v.number(),
  word: v.picklist(JUDGEMENT_WORDS),
  similarity: share,
  offset: maybe,
  energy: maybe,
  faults: v.array(fault),
  combo: v.number(),
});
const eightCount = v.object({
  eightCount: v.number(),
  shape: share,
  timing: share,
  energy: share,
  offset: maybe,
  coverage: share,
  limbs,
});
const loss = v.object({
  keyframe: v.number(),
  count: v.number(),
  limb,
  cause: v.picklist(CAUSES),
  points: v.number(),
  degrees: maybe,
  lowBy: maybe,
  offset: maybe,
});

export const resultSchema = v.object({
  rules: v.number(),
  score: v.number(),
  grade: v.picklist(GRADES),
  accuracy: share,
  shape: share,
  timing: share,
  energy: share,
  lag: maybe,
  lagSpread: maybe,
  coverage: share,
  mirrored: v.boolean(),
  maxCombo: v.number(),
  words: v.object(v.entriesFromList(JUDGEMENT_WORDS, v.number())),
  judgements: v.array(judgement),
  limbs,
  eightCounts: v.array(eightCount),
  losses: v.array(loss),
  unseen: v.array(v.object({ limb, from: v.number(), to: v.number() })),
  hidden: v.optional(v.array(limb)),
});
