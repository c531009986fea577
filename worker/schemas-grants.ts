import * as v from "valibot";
import { GRANT_SCOPES } from "#dance/practice/grant.ts";
import { GRADES } from "#dance/scoring/result.ts";
import { dancer, idSchema, integer, sectionText, versionSchema } from "./schemas.ts";

const base = { crew: idSchema, coach: idSchema, until: integer };
/** What a dancer lets a coach of a crew see; `until` in ms since 1970. */
export const granting = v.variant("scope", [
  v.object({ ...base, scope: v.literal("take"), take: idSchema }),
  v.object({ ...base, scope: v.literal("choreography"), version: versionSchema }),
  v.object({ ...base, scope: v.literal("practice") }),
]);

const grant = v.object({
  id: v.string(),
  crew: v.object({ id: v.string(), name: v.string() }),
  /** Who lets see, and who may. */
  dancer,
  coach: dancer,
  scope: v.picklist(GRANT_SCOPES),
  /** The take of scope `take`; of `choreography` only its version is told. */
  take: v.nullable(v.object({ id: v.string(), section: integer, score: v.nullable(integer), at: integer })),
  version: v.nullable(v.string()),
  /** When its dancer joined the crew: of scope `practice`, what was danced since then. */
  since: integer,
  madeAt: integer,
  until: integer,
});
export const newGrant = v.object({ id: v.string(), until: integer });
export const grantList = v.object({ given: v.array(grant), received: v.array(grant) });

export const memberTakes = v.object({
  dancer,
  takes: v.array(
    v.object({
      id: v.string(),
      version: v.string(),
      section: integer,
      rate: v.number(),
      mirror: v.boolean(),
      score: integer,
      grade: v.picklist(GRADES),
      /** When it was danced. */
      at: integer,
    }),
  ),
  next: v.nullable(v.string()),
});
export const ofMember = v.object({
  version: v.optional(versionSchema),
  section: v.optional(sectionText),
  before: v.optional(v.pipe(v.string(), v.maxLength(200, "cursor-invalid"))),
});
