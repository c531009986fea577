import * as v from "valibot";
import { ASSIGNMENT_STATES } from "#dance/practice/assignment.ts";
import { LIMITS } from "./limits.ts";
import { dancer, idSchema, integer, sectionSchema, versionSchema } from "./schemas.ts";
import { words } from "./schemas-notes.ts";

/** Whom it asks; null for every dancer of the crew. */
const whom = v.nullable(idSchema);
/** The least speed; 1 is the song as it is. */
const rate = v.pipe(v.number(), v.minValue(LIMITS.rateMin), v.maxValue(LIMITS.rateMax));
/** The least score of 1,000,000. */
const target = v.pipe(integer, v.minValue(1), v.maxValue(1_000_000));
const text = words(LIMITS.assignmentCharacters);

export const assigning = v.object({
  dancer: whom,
  version: versionSchema,
  section: sectionSchema,
  rate,
  target,
  text: v.optional(text, ""),
  /** Milliseconds since 1970. */
  dueAt: integer,
});
/** What lacks stays. Another section is another assignment. */
export const changingAssignment = v.object({
  dancer: v.exactOptional(whom),
  rate: v.exactOptional(rate),
  target: v.exactOptional(target),
  text: v.exactOptional(text),
  dueAt: v.exactOptional(integer),
});

const assignment = v.object({
  id: v.string(),
  crew: v.object({ id: v.string(), name: v.string() }),
  /** Who made it; null where they are no more. */
  by: v.nullable(dancer),
  to: v.nullable(dancer),
  version: v.string(),
  section: integer,
  rate: v.number(),
  target: integer,
  text: v.string(),
  madeAt: integer,
  dueAt: integer,
  /** When it was changed last; null where it stands as it was made. */
  changedAt: v.nullable(integer),
  /** Until then takes that were danced in time may still arrive. */
  finalAt: integer,
});
/** How it stands for one dancer, by takes danced since it was made. */
const standing = v.object({
  dancer,
  state: v.picklist(ASSIGNMENT_STATES),
  /** Whether it was met by what was asked before it was changed, and not by what is asked now. */
  before: v.boolean(),
  takes: integer,
  minutes: v.number(),
  /** Of takes that count: at the speed asked for or faster, and seen enough. The take is told to whom may watch it. */
  best: v.nullable(v.object({ score: integer, takeId: v.nullable(v.string()) })),
  /** When the first take was danced that reached the target, in time or not. */
  reachedAt: v.nullable(integer),
  lastAt: v.nullable(integer),
});
export const newAssignment = assignment;
export const changedAssignment = assignment;
export const assignmentList = v.object({
  assignments: v.array(
    v.object({ ...assignment.entries, endable: v.boolean(), changeable: v.boolean(), dancers: v.array(standing) }),
  ),
});
export const myAssignments = v.object({
  assignments: v.array(v.object({ ...assignment.entries, ...v.omit(standing, ["dancer"]).entries })),
});
