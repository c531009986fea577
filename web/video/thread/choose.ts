import { bodiesOnce, type Crowd } from "#dance/pose/follow.ts";
import { POSE_SIZE, type Pose } from "#dance/pose/pose.ts";
import { sureness } from "#dance/pose/uncertain.ts";
import type { ModelName, VideoFacts } from "./types.ts";

/** Pictures that are looked at to see how many dance. */
export const PROBES = 9;

/** Whoever is less sure, or less tall beside the tallest, dances in no picture. */
const [SURE, TALL] = [0.3, 0.4];

/** The careful model is used where it takes no more than this many lengths of the video, or this many seconds. */
const PATIENCE = { lengths: 3, seconds: 60 } as const;

/** File times spread over what is read of a video. */
export const probeTimes = ({ read }: VideoFacts): number[] =>
  Array.from({ length: PROBES }, (_, i) => (read * (i + 0.5)) / PROBES);

/** How many dance: as many as are seen in at least a quarter of the pictures. */
export function countPeople(seen: readonly Crowd[]): number {
  const counts = seen.map(({ bodies }) => dancing(bodiesOnce(bodies).map(({ pose }) => pose))).sort((a, b) => b - a);
  return counts[Math.floor(counts.length / 4)] ?? 0;
}

function dancing(poses: readonly Pose[]): number {
  const sure = poses.filter((pose) => sureness(pose) >= SURE).map(heightOf);
  const tallest = Math.max(0, ...sure);
  return sure.filter((height) => height >= TALL * tallest).length;
}

function heightOf(pose: Pose): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < POSE_SIZE; at += 3) {
    if ((pose[at + 2] as number) < SURE) continue;
    low = Math.min(low, pose[at + 1] as number);
    high = Math.max(high, pose[at + 1] as number);
  }
  return Math.max(0, high - low);
}

/** Thunder where it keeps up on this device, else Lightning; `thunderMs` is what a frame takes. */
export const choose = ({ frames, read }: VideoFacts, thunderMs: number): ModelName =>
  (frames * thunderMs) / 1000 <= Math.max(PATIENCE.seconds, PATIENCE.lengths * read) ? "thunder" : "lightning";
