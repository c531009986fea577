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
}
