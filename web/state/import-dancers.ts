import { type Crowd, follow } from "#dance/pose/follow.ts";
import { POSE_SIZE, type Track } from "#dance/pose/pose.ts";
import { sureness } from "#dance/pose/uncertain.ts";
import type { ModelName } from "../video/index.ts";

/** A film in which nobody is seen this surely in this share of the frames shows nobody. */
const [SURE, SHARE] = [0.3, 0.05];

const seenIn = (track: Track): number =>
  track.filter(({ pose }) => sureness(pose) >= SURE).length / Math.max(1, track.length);

/** The tracks of those who dance in judged frames, in file time, whoever is seen most first; none where nobody is. */
export function dancersOf(frames: readonly Crowd[], model: ModelName): Track[] {
  const tracks = model === "multipose" ? follow(frames) : [alone(frames)];
  return tracks.filter((track) => seenIn(track) >= SHARE);
}

/** A model that knows one body follows that body by itself. */
const alone = (frames: readonly Crowd[]): Track =>
  frames.map(({ time, bodies }) => ({ time, pose: bodies[0]?.pose ?? new Float32Array(POSE_SIZE) }));
