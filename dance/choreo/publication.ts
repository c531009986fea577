import { type Tempo, timeOfCount } from "../music/tempo.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import { snapPose, snapTime, type Track } from "../pose/pose.ts";
import { poseAt, TRACK_RATE } from "./capture.ts";
import type { Choreography } from "./choreography.ts";
import type { Draft } from "./draft.ts";
import { named, sectionsOf } from "./edit/sections.ts";
import { isUnscored } from "./edit/unscored.ts";
import { fitName } from "./head.ts";

/** What a draft lacks to be danced. */
export const UNFINISHED = ["draft-tempo", "draft-track", "draft-keyframes"] as const;
export type Unfinished = (typeof UNFINISHED)[number];

/** Letters of the draft's id that keep two routines of one title apart. */
const ID_LETTERS = 6;
/** Letters of the title in an address. */
const TITLE_LETTERS = 48;

/** The choreography that a position of a draft is, on the replay grid: the same draft always gives the same bytes. */
export function choreographyOf(draft: Draft, position: number): Outcome<Choreography, Unfinished> {
  const { tempo, counts, positions, recording } = draft;
  const it = positions[position];
  if (!tempo || counts < 1) return fail("draft-tempo", "nobody has said where the counts lie");
  if (!it || it.track.length < 2) return fail("draft-track", "nobody is seen dancing it");
  const keyframes = it.keyframes
    .filter(({ count }) => count < counts && !isUnscored(it.unscored, count))
    .map(({ count, weight, pose }) => ({ count, weight, pose: snapPose(pose) }));
  if (keyframes.length === 0) return fail("draft-keyframes", "there is no keyframe on any scored count");
  return ok({
    slug: draft.slug ?? slugOf(draft),
    title: draft.title,
    about: draft.about,
    level: draft.level,
    tempo,
    counts,
    sections: sectionsOf(draft).map((section) => named(section, section.name)),
    keyframes,
    track: covering(it.track, tempo, counts),
    song: draft.song,
    ...(recording && { recording }),
    ...(fitName(it.name) !== "" && { position: fitName(it.name) }),
  });
}

/**
 * The track over all counts, 30 frames a second; before and after it was filmed nothing of the dancer is known. Each pose
 * is of the very time that is written beside it, so that a track that lies there already stays as it is.
 */
function covering(track: Track, tempo: Tempo, counts: number): Track {
  const [first, last] = [track[0]?.time ?? 0, track.at(-1)?.time ?? 0];
  const from = snapTime(Math.max(0, Math.min(tempo.firstBeat, first)));
  const to = Math.max(timeOfCount(tempo, counts), Math.min(last, timeOfCount(tempo, counts + 2)));
  return Array.from({ length: Math.round((to - from) * TRACK_RATE) + 1 }, (_, i) => {
    const time = snapTime(from + i / TRACK_RATE);
    const pose = poseAt(track, time);
    const known = time >= first - 0.05 && time <= last + 0.05;
    return { time, pose: snapPose(known ? pose : pose.map((value, at) => (at % 3 === 2 ? 0 : value))) };
  });
}

/** The address of a draft's routine: its title in Latin letters, and a few letters of its own. */
function slugOf({ title, id }: Draft): string {
  const words = `${title.en}`
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, TITLE_LETTERS)
    .replaceAll(/^-+|-+$/gu, "");
  const own = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, ID_LETTERS);
  return [words || "routine", own].filter((part) => part !== "").join("-");
}
