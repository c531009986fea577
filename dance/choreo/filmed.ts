import { type Tempo, timeOfCount } from "../music/tempo.ts";
import type { Track } from "../pose/pose.ts";
import { poseAt } from "./capture.ts";
import type { Draft, DraftPosition } from "./draft.ts";
import { setTempo } from "./edit/tempo.ts";

/** What came out of a film. Times are those of the file. */
export interface Filmed {
  readonly id: string;
  readonly title: string;
  /** How long the file lasts. */
  readonly seconds: number;
  /** Where the sound suggests counts; null where nothing does. */
  readonly tempo: Tempo | null;
  /** Its onsets, to know it again. */
  readonly print: readonly number[];
  /** Whoever is to be danced; a name is needed only where there are several. */
  readonly dancers: readonly { readonly name: string; readonly track: Track }[];
}

const inSong = (track: Track, starts: number): Track => track.map(({ time, pose }) => ({ time: time + starts, pose }));

/** The draft of a film: its dancers' tracks in song time; counts and keyframes as the sound suggests them. */
export function draftOfFilm({ id, title, seconds, tempo, print, dancers }: Filmed): Draft {
  const draft: Draft = {
    id,
    title: { en: title, ko: title },
    about: { en: "", ko: "" },
    level: "medium",
    tempo: null,
    counts: 8,
    sections: [],
    song: null,
    recording: { seconds, starts: 0, print },
    positions: dancers.map(
      ({ name, track }): DraftPosition => ({
        name: dancers.length > 1 ? name : "",
        track,
        keyframes: [],
        unscored: [],
      }),
    ),
  };
  return tempo ? setTempo(draft, tempo) : draft;
}

/**
 * A draft whose dancers were chosen again in the same film: tracks are theirs now, and so are the poses of keyframes; all
 * that was said of song, counts, sections and keyframes stays.
 */
export function danceAgain(draft: Draft, dancers: Filmed["dancers"]): Draft {
  const { tempo, recording } = draft;
  return {
    ...draft,
    positions: dancers.map(({ name, track }, i): DraftPosition => {
      const mine = inSong(track, recording?.starts ?? 0);
      const was = draft.positions[i] ?? draft.positions[0];
      const keyframes = tempo && mine.length > 0 ? (was?.keyframes ?? []) : [];
      return {
        name: dancers.length > 1 ? draft.positions[i]?.name || name : "",
        track: mine,
        keyframes: keyframes.map((k) => ({ ...k, pose: poseAt(mine, timeOfCount(tempo as Tempo, k.count)) })),
        unscored: was?.unscored ?? [],
      };
    }),
  };
}
