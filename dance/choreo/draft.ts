import type { Tempo } from "../music/tempo.ts";
import type { Track } from "../pose/pose.ts";
import type { Choreography, Keyframe, Level, Recording, Section, SongRecipe, Text } from "./choreography.ts";

/** Counts `from` included, `to` excluded. */
export interface Counts {
  readonly from: number;
  readonly to: number;
}

/** One dancer's part of a draft. */
export interface DraftPosition {
  /** Empty where there is one only. */
  readonly name: string;
  /** As filmed or danced in, in song time and picture heights; a pose of zeros where nobody was seen. */
  readonly track: Track;
  /** In rising order of count. */
  readonly keyframes: readonly Keyframe[];
  /** What is danced there earns and costs nothing. */
  readonly unscored: readonly Counts[];
}

/**
 * A routine in the making. It stays on the device where it is made. Every edit makes a new one that shares what did not
 * change, so that a draft of any moment may be kept and come back to.
 */
export interface Draft {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly level: Level;
  /** Null until somebody has said where the counts lie. */
  readonly tempo: Tempo | null;
  readonly counts: number;
  readonly sections: readonly Section[];
  readonly song: SongRecipe | null;
  readonly recording: Recording | null;
  readonly positions: readonly DraftPosition[];
  /** The published routine that it goes on with; else it is published as one of its own. */
  readonly slug?: string;
  /** The text it was written as, where it was. */
  readonly notation?: string;
}

/** A draft in which nothing is said yet. */
export const blankDraft = (id: string): Draft => ({
  id,
  title: { en: "", ko: "" },
  about: { en: "", ko: "" },
  level: "medium",
  tempo: null,
  counts: 8,
  sections: [],
  song: null,
  recording: null,
  positions: [],
});

/** A finished choreography taken up again, as the draft `id`. */
export const draftOf = (choreography: Choreography, id: string): Draft => ({
  id,
  title: choreography.title,
  about: choreography.about,
  level: choreography.level,
  tempo: choreography.tempo,
  counts: choreography.counts,
  sections: choreography.sections,
  song: choreography.song,
  recording: choreography.recording ?? null,
  positions: [
    {
      name: choreography.position ?? "",
      track: choreography.track,
      keyframes: choreography.keyframes,
      unscored: [],
    },
  ],
});
