import { countAtTime, type Tempo, timeOfCount } from "../music/tempo.ts";
import type { Track } from "../pose/pose.ts";
import { poseAt } from "./capture.ts";
import type { Draft, DraftPosition } from "./draft.ts";

/** Counts before the first one, in which a dancer is counted in. */
const COUNT_IN = 4;
/** Beats a minute for which there is room before the first count while nobody knows the tempo. */
const SLOW = 60;

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

/** Song time at which a file begins, so that a count-in fits before its first count. */
export function startsOf(tempo: Tempo | null): number {
  const needed = tempo ? (COUNT_IN * 60) / tempo.bpm - tempo.firstBeat : (COUNT_IN * 60) / SLOW;
  return Math.max(0, Math.ceil(needed * 1000) / 1000);
}

const inSong = (track: Track, starts: number): Track =>
  track.map(({ time, pose }) => ({ time: Math.round((time + starts) * 1000) / 1000, pose }));

/** The draft of a film: its dancers' tracks in song time, no keyframe yet. */
export function draftOfFilm({ id, title, seconds, tempo: heard, print, dancers }: Filmed): Draft {
  const starts = startsOf(heard);
  const tempo = heard && { bpm: heard.bpm, firstBeat: heard.firstBeat + starts };
  const counts = tempo ? Math.max(1, Math.floor(countAtTime(tempo, seconds + starts))) : 0;
  return {
    id,
    title: { en: title, ko: title },
    about: { en: "", ko: "" },
    level: "medium",
    tempo,
    counts,
    sections: counts > 0 ? [{ kind: "verse", from: 0, to: counts }] : [],
    song: null,
    recording: { seconds, starts, print },
    positions: dancers.map(({ name, track }): DraftPosition => {
      const mine = inSong(track, starts);
      return { name: dancers.length > 1 ? name : "", track: mine, keyframes: [], unscored: [] };
    }),
  };
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
