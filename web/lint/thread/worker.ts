import { type PackedDraft, unpackDraft } from "#dance/choreo/packed-draft.ts";
import { choreographyOf, type Unfinished } from "#dance/choreo/publication.ts";
import { type Lint, lint } from "#dance/take/lint.ts";

/** What is to be said of a draft as a choreography. */
export type Checked = { readonly lint: Lint } | { readonly lacks: Unfinished };

function check(packed: PackedDraft): Checked {
  const made = choreographyOf(unpackDraft(packed), 0);
  return made.ok ? { lint: lint(made.value, -1) } : { lacks: made.problem.code as Unfinished };
}

/** A draft of one position comes, what is to be said of it goes. */
self.onmessage = ({ data }: MessageEvent<PackedDraft>) => self.postMessage(check(data));
