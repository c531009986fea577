import * as v from "valibot";
import { RUBRIC } from "#dance/practice/rubric.ts";
import { GRADES } from "#dance/scoring/result.ts";
import { choreography, dancer, idSchema, integer, UNFIT, versionSchema } from "./schemas.ts";
import { crewHead } from "./schemas-crews.ts";

const label = v.pipe(
  v.string(),
  v.transform((text) => text.normalize("NFC").trim()),
  v.check((text) => text !== "" && [...text].length <= RUBRIC.characters && !UNFIT.test(text), "rubric-invalid"),
);
const criterion = v.object({ name: label, levels: v.pipe(v.array(label), v.length(RUBRIC.levels, "rubric-invalid")) });
const criteria = v.pipe(v.array(criterion), v.maxLength(RUBRIC.criteria, "rubric-invalid"));
/** Empty where the crew has none. */
export const rubric = v.object({ criteria });

const level = v.nullable(
  v.pipe(integer, v.minValue(0, "marks-invalid"), v.maxValue(RUBRIC.levels - 1, "marks-invalid")),
);
/** For each criterion its level from 0, or null. */
const levels = v.array(level);
export const marking = v.object({ crew: idSchema, levels });
const crewName = v.object({ id: v.string(), name: v.string() });
const sheet = v.object({
  /** Null where the crew is no more. */
  crew: v.nullable(crewName),
  by: dancer,
  mine: v.boolean(),
  /** The criteria as they were then. */
  criteria: v.array(criterion),
  levels,
  at: integer,
});
export const newSheet = sheet;
/** By what I may mark the take, and what it was given. */
export const takeRubric = v.object({
  rubrics: v.array(v.object({ crew: crewName, criteria: v.array(criterion) })),
  sheets: v.array(sheet),
});

export const ofClass = v.object({ version: v.optional(versionSchema) });

const shortTake = v.object({ id: v.string(), score: integer, rate: v.number(), at: integer });
const share = v.number();
export const classPage = v.object({
  crew: crewHead,
  /** Routines that the class dances, the one danced by most first. */
  choreographies: v.array(v.object({ ...choreography.entries, dancers: integer })),
  /** The one that cells and weakest eight-counts are about; null where nothing was danced. */
  version: v.nullable(v.string()),
  /** Minutes and takes are those of so many days. */
  days: integer,
  dancers: v.array(
    v.object({
      dancer,
      role: crewHead.entries.role,
      joinedAt: integer,
      /** What they let me see: nothing, single versions, or all practice since they joined, where those may be besides. */
      shares: v.nullable(v.picklist(["choreography", "practice"])),
      /** Whether I see every take of this version, those from before they joined too. */
      whole: v.boolean(),
      /** Until when I see this version; null where I don't. */
      until: v.nullable(integer),
      /** Of what they let me see. */
      minutes: v.number(),
      takes: integer,
      lastAt: v.nullable(integer),
      /** The last sheet that a coach of the crew gave them on a take that I may see. */
      sheet: v.nullable(v.object({ takeId: v.string(), criteria: v.array(criterion), levels, at: integer })),
      cells: v.array(
        v.object({
          section: integer,
          best: v.nullable(v.object({ ...shortTake.entries, grade: v.picklist(GRADES) })),
          /** The last takes at any speed, oldest first. */
          recent: v.array(shortTake),
        }),
      ),
    }),
  ),
  weakest: v.array(
    v.object({
      eightCount: integer,
      dancers: integer,
      shape: share,
      timing: share,
      energy: share,
      weakest: v.picklist(["shape", "timing", "energy"]),
    }),
  ),
});
