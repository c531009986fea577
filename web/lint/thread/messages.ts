import type { PackedDraft } from "#dance/choreo/packed-draft.ts";
import type { Unfinished } from "#dance/choreo/publication.ts";
import type { Lint } from "#dance/take/lint.ts";

/** What the thread is asked, each of a draft of one position: what its author should change, or what it is for others. */
export interface ToThread {
  readonly kind: "lint" | "publication";
  readonly draft: PackedDraft;
}

/** What is to be said of a draft as a choreography. */
export type Checked = { readonly lint: Lint } | { readonly lacks: Unfinished };

/** A position as others would get it. */
export interface Publication {
  /** Sections (-1 for all of it) that can have no board, because standing still earns too much there. */
  readonly unranked: readonly number[];
  /** Bytes that are uploaded. */
  readonly bytes: number;
}
