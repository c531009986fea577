import * as v from "valibot";
import { LIMB_GROUPS } from "#dance/pose/keypoints.ts";
import { BOARD_KINDS } from "#dance/practice/board.ts";
import { WEAK_CAUSES } from "#dance/practice/weakest.ts";
import { CAUSES, GRADES, JUDGEMENT_WORDS } from "#dance/scoring/result.ts";
import { choreography, integer } from "./schemas.ts";

const cursor = v.pipe(v.string(), v.maxLength(200, "cursor-invalid"));
const maybe = v.nullable(v.number());
/** How it was danced; takes of one kind are held against each other. */
const kind = v.picklist(BOARD_KINDS);

/** A judged take, short; `at` is when it was danced. */
const shortTake = v.object({
  id: v.string(),
  session: v.string(),
  version: v.string(),
  section: integer,
  rate: v.number(),
  mirror: v.boolean(),
  seated: v.boolean(),
  kind,
  score: integer,
  grade: v.picklist(GRADES),
  at: integer,
});

const spot = v.object({
  eightCount: integer,
  limb: v.picklist(LIMB_GROUPS),
  weakness: v.number(),
  cause: v.picklist(WEAK_CAUSES),
  takes: integer,
});
const fix = v.object({
  keyframe: integer,
  count: integer,
  limb: v.picklist(LIMB_GROUPS),
  cause: v.picklist(CAUSES),
  degrees: maybe,
  lowBy: maybe,
  offset: maybe,
  points: v.number(),
});

export const progress = v.object({
  /** The best take at full speed and the last at any, of each section and kind; the one danced last first. */
  sections: v.array(
    v.object({ version: v.string(), section: integer, kind, best: v.nullable(shortTake), latest: shortTake }),
  ),
  /** The last take of each day of this week and of each week before: what a week and a streak are told by. */
  moments: v.array(integer),
  /** Of the sections danced last: where the last takes were weakest, in the choreography's own left and right. */
  weak: v.array(v.object({ version: v.string(), section: integer, kind, mirror: v.boolean(), spots: v.array(spot) })),
  /** What would gain the most in the last take of all. */
  fix: v.nullable(fix),
  /** Every version that a section above is of. */
  choreographies: v.array(choreography),
});

export const progressTakes = v.object({
  takes: v.array(shortTake),
  /** The best of each section and kind before the takes above: what they had to beat. */
  earlier: v.array(shortTake),
  next: v.nullable(v.string()),
});

export const progressWords = v.object({
  sections: v.array(
    v.object({
      section: integer,
      kind,
      takeId: v.string(),
      score: integer,
      judgements: v.array(v.object({ count: integer, word: v.picklist(JUDGEMENT_WORDS) })),
    }),
  ),
});

/** Minutes ahead of UTC; Seoul is 540. */
const zone = v.pipe(v.string(), v.regex(/^-?\d{1,3}$/), v.transform(Number), v.minValue(-840), v.maxValue(840));
export const inZone = v.object({ zone: v.optional(zone, "0") });
export const backFrom = v.object({ before: v.optional(cursor) });
