import * as v from "valibot";
import { BOARD_KINDS } from "#dance/practice/board.ts";
import { GRADES } from "#dance/scoring/result.ts";
import { LIMITS } from "./limits.ts";
import { dancer, integer, sectionSchema, UNFIT, versionSchema } from "./schemas.ts";
import { crewHead } from "./schemas-crews.ts";

const titleSchema = v.pipe(
  v.string(),
  v.transform((title) => title.normalize("NFC").trim()),
  v.check((title) => title !== "", "title-empty"),
  v.check((title) => !UNFIT.test(title), "title-characters"),
  v.check((title) => [...title].length <= LIMITS.titleCharacters, "title-too-long"),
);
const kind = v.picklist(BOARD_KINDS);

export const challenging = v.object({
  title: titleSchema,
  version: versionSchema,
  section: sectionSchema,
  kind,
  /** Milliseconds since 1970. */
  dueAt: integer,
});

const challenge = v.object({
  id: v.string(),
  title: v.string(),
  version: v.string(),
  section: integer,
  kind,
  startsAt: integer,
  dueAt: integer,
  /** Until then takes that were danced in time may still be delivered. */
  finalAt: integer,
  /** Who made it; null where they are no more. */
  by: v.nullable(dancer),
  mine: v.boolean(),
  /** open: takes begun now count. closing: takes danced in time may still be delivered. closed. */
  state: v.picklist(["open", "closing", "closed"]),
});
export const challengeList = v.object({ challenges: v.array(challenge) });
export const newChallenge = challenge;
export const challengePage = v.object({
  ...challenge.entries,
  crew: crewHead,
  /** Whether I may end it. */
  endable: v.boolean(),
  members: integer,
  standings: v.array(
    v.object({
      rank: integer,
      dancer,
      score: integer,
      grade: v.picklist(GRADES),
      takeId: v.string(),
      at: integer,
      /** Danced without network; the moment is its device's word. */
      late: v.boolean(),
      mine: v.boolean(),
    }),
  ),
});
