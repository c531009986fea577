import type { Tempo } from "../music/tempo.ts";
import type { Pose, Track } from "../pose/pose.ts";

export const SECTION_KINDS = [
  "intro",
  "verse",
  "pre-chorus",
  "chorus",
  "point",
  "dance-break",
  "bridge",
  "outro",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export const LEVELS = ["easy", "medium", "hard"] as const;
export type Level = (typeof LEVELS)[number];

/** The same sentence in every language of the page. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

/** A named span of counts, `from` included, `to` excluded, counted from 0 over the whole choreography. */
export interface Section {
  readonly kind: SectionKind;
  readonly from: number;
  readonly to: number;
  /** What its author calls it, where the kind alone does not tell. */
  readonly name?: string;
}

/** The pose that the choreography wants on a count. */
export interface Keyframe {
  /** Counted from 0 over the whole choreography; n + 0.5 is the "&" after n. */
  readonly count: number;
  readonly pose: Pose;
  /** How much it matters beside its neighbours; 1 is usual. */
  readonly weight: number;
}

/** How the page synthesises a backing track: nothing but numbers, so that every device plays the same song. */
export interface SongRecipe {
  readonly seed: number;
  /** Pitch class of the key, 0 = C. */
  readonly key: number;
  readonly style: "bubblegum" | "house" | "trap";
}

/** What is known of the recording that a routine is danced to. The sound itself stays with whoever has it. */
export interface Recording {
  /** How long it lasts. */
  readonly seconds: number;
  /** Song time at which it begins; a first count too near its beginning for a count-in makes this positive. */
  readonly starts: number;
  /** To know it again (dance/music/print.ts). */
  readonly print: readonly number[];
}

/** One immutable version of a routine. Its track is in song time and covers every count. */
export interface Choreography {
  /** Lower-case words joined by hyphens; the same for every version. */
  readonly slug: string;
  readonly title: Text;
  readonly about: Text;
  readonly level: Level;
  readonly tempo: Tempo;
  /** How many counts it has. */
  readonly counts: number;
  readonly sections: readonly Section[];
  /** In rising order of count. */
  readonly keyframes: readonly Keyframe[];
  /** The dense reference, at 30 frames a second. */
  readonly track: Track;
  readonly song: SongRecipe | null;
  /** What it is danced to, where that is no track of our making. */
  readonly recording?: Recording;
  /** Whose part it is, where several dance: each position is a version of its own under the same slug. */
  readonly position?: string;
}
