import type { Choreography } from "#dance/choreo/choreography.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { unpackDraft } from "#dance/choreo/packed-draft.ts";
import { choreographyOf, type Unfinished } from "#dance/choreo/publication.ts";
import { lint, unrankedSections } from "#dance/take/lint.ts";
import type { Checked, Publication, ToThread } from "./messages.ts";

const publicationOf = (choreography: Choreography): Publication => ({
  unranked: unrankedSections(choreography),
  bytes: encodeChoreography(choreography).length,
});

/** What is to be said of the draft of one position, as it was asked. */
export function check({ kind, draft }: ToThread): Checked | Publication {
  const made = choreographyOf(unpackDraft(draft), 0);
  if (!made.ok) return { lacks: made.problem.code as Unfinished };
  return kind === "lint" ? { lint: lint(made.value, -1) } : publicationOf(made.value);
}
