import * as v from "valibot";
import { REJUDGE_PHASES } from "./db/rejudges.ts";
import { integer } from "./schemas.ts";

const run = v.object({
  rules: integer,
  phase: v.picklist(REJUDGE_PHASES),
  startedAt: integer,
  steppedAt: integer,
  /** When the boards moved over; null before. */
  movedAt: v.nullable(integer),
  doneAt: v.nullable(integer),
  /** It has not gone on for minutes: start it again. */
  stalled: v.boolean(),
  /** Takes: in all, judged again, not to be judged; and judged in a second so far. */
  total: integer,
  judged: integer,
  failed: integer,
  perSecond: v.number(),
  failures: v.array(v.object({ takeId: v.string(), code: v.string() })),
});
export const rejudging = v.object({
  /** The rules of this Worker, and those by which the boards stand. */
  rules: integer,
  standing: integer,
  run: v.nullable(run),
});
