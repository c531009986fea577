import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { type Draft, draftOf } from "#dance/choreo/draft.ts";

const built = buildChoreography(BUILT_IN[0]?.notation ?? "");
if (!built.ok) throw new Error(built.problem.message);

/** The first routine that comes with the page, and the same as a draft. */
export const lantern: Choreography = built.value;
export const draft: Draft = draftOf(lantern, "5e7a11d0-draft");
/** What it is as a film: the same track, nothing said of counts. */
export const film: Draft = {
  ...draft,
  tempo: null,
  counts: 0,
  sections: [],
  positions: draft.positions.map((position) => ({ ...position, keyframes: [] })),
};
