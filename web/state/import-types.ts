import type { Draft } from "#dance/choreo/draft.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import type { Pose, Track } from "#dance/pose/pose.ts";
import type { openVideo, Preparing } from "../video/index.ts";
import type { ImportHold } from "./import-hold.ts";
import type { ImportJob, Imports } from "./imports.ts";

/** How far an import is. */
export type ImportState =
  /** What is kept here is looked up. */
  | { readonly kind: "reading" }
  /** Another tab has it; it goes on here when that lets go. */
  | { readonly kind: "elsewhere" }
  /** A file is to be chosen; `again` where one was begun and is no longer at hand. */
  | { readonly kind: "choosing"; readonly again: ImportJob | null }
  | { readonly kind: "opening"; readonly name: string }
  | { readonly kind: "preparing"; readonly name: string; readonly preparing: Preparing }
  /** `left`: seconds that it will take yet, null while that is a guess. */
  | { readonly kind: "running"; readonly job: ImportJob; readonly left: number | null }
  | { readonly kind: "stopped"; readonly job: ImportJob }
  /** Several dance: one or more are to be chosen. */
  | { readonly kind: "who"; readonly job: ImportJob; readonly dancers: readonly Track[] }
  /** Bodies are followed, the sound is listened to to its end. */
  | { readonly kind: "making" }
  /** The draft is made and kept. */
  | { readonly kind: "done"; readonly draft: string }
  | { readonly kind: "failed"; readonly problem: string; readonly detail: string };

/** What is told beside the state: nothing of it stops the import. */
export interface ImportNotes {
  /** The video itself could not be kept: choose it again after a reload. */
  readonly notKept: boolean;
  /** What is judged cannot be kept either: a reload begins anew. */
  readonly notSaved: boolean;
}

/** A picture being judged and who was seen in it. */
export interface Glimpse {
  readonly picture: ImageBitmap;
  readonly poses: readonly Pose[];
}

/** What the sound of a file tells: the counts it suggests, and its print. */
export interface Heard {
  readonly tempo: Tempo | null;
  readonly print: readonly number[];
}

/** What a run needs of the world. */
export interface ImportTools {
  readonly openVideo: typeof openVideo;
  readonly imports: Imports;
  readonly keepFile: (id: string, file: File) => Promise<{ readonly ok: boolean }>;
  readonly findFile: (id: string) => Promise<File | null>;
  readonly dropFile: (id: string) => Promise<void>;
  readonly hear: (file: File) => Promise<Heard>;
  readonly saveDraft: (draft: Draft) => Promise<void>;
  readonly loadDraft: (id: string) => Promise<Draft | null>;
  /** Takes an import for this page alone. */
  readonly hold: (id: string, onElsewhere: () => void) => ImportHold;
  /** Milliseconds of any clock. */
  readonly now: () => number;
}
