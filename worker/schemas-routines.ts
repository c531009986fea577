import * as v from "valibot";
import { HEAD } from "#dance/choreo/head.ts";
import { VISIBILITIES } from "#dance/choreo/visibility.ts";
import { choreography, idSchema } from "./schemas.ts";

export const bySlug = v.object({
  slug: v.pipe(
    v.string(),
    v.regex(HEAD.slug, "choreography-unknown"),
    v.maxLength(HEAD.slugLetters, "choreography-unknown"),
  ),
});
/** Whom a routine is for; `crew` where it is for one. */
export const audience = v.object({ visibility: v.picklist(VISIBILITIES), crew: v.optional(idSchema) });
export const takenBack = v.object({ takenBack: v.boolean() });

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
export const looking = v.object({
  after: v.optional(v.pipe(v.string(), v.maxLength(200, "cursor-invalid"))),
  search: v.optional(text(200), ""),
});
export const routineList = v.object({ choreographies: v.array(choreography), next: v.nullable(v.string()) });
