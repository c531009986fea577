import { mirrorPose, type Pose, type Track } from "#dance/pose/pose.ts";

/** The pose that the dancer should have had, as the camera would have seen it. */
export const wantedPose = (pose: Pose, mirror: boolean): Pose => (mirror ? mirrorPose(pose) : pose);

/** The frame at or just before a song time, by halving; null for an empty track. */
export function frameAt(track: Track, time: number): { readonly index: number; readonly pose: Pose } | null {
  let [low, high] = [0, track.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((track[middle]?.time ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  const frame = track[low];
  return frame ? { index: low, pose: frame.pose } : null;
}
