import type { Remark } from "#dance/choreo/formats/foreign.ts";
import type { PackedDraft } from "#dance/choreo/packed-draft.ts";
import type { Outcome } from "#dance/outcome.ts";
import type { OpeningProblem } from "./read.ts";

/** What the thread is asked to read. */
export interface ToThread {
  readonly files: readonly File[];
  /** Frames a second where the files do not say; null leaves it to the thread. */
  readonly rate: number | null;
  /** Name of the folder that they lay in; empty where in none. */
  readonly folder: string;
}

/** A routine read from files, its poses one behind the other. */
export interface PackedOpening {
  readonly draft: PackedDraft;
  readonly slug: string | null;
  readonly remarks: readonly Remark[];
}

/** What it tells: the share of the bytes that are read, 0..1, and the routine at the end. */
export type FromThread =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "opened"; readonly outcome: Outcome<PackedOpening, OpeningProblem> };
