import type { LimbGroup } from "#dance/pose/keypoints.ts";
import { mirrorPose, type Pose, type Track } from "#dance/pose/pose.ts";
import type { LimbResults, TakeResult } from "#dance/scoring/result.ts";

const OTHER: Readonly<Record<LimbGroup, LimbGroup>> = {
  head: "head",
  torso: "torso",
  left_arm: "right_arm",
  right_arm: "left_arm",
  left_leg: "right_leg",
  right_leg: "left_leg",
};

/** A limb of the choreography as the dancer's own: a mirrored take swaps left and right. */
export const ownLimb = (limb: LimbGroup, mirror: boolean): LimbGroup => (mirror ? OTHER[limb] : limb);

const swapLimb = <T extends { readonly limb: LimbGroup }>(it: T): T => ({ ...it, limb: OTHER[it.limb] });
const swapLimbs = (limbs: LimbResults): LimbResults => ({
  ...limbs,
  left_arm: limbs.right_arm,
  right_arm: limbs.left_arm,
  left_leg: limbs.right_leg,
  right_leg: limbs.left_leg,
});

/** A result in the dancer's own left and right: judging names the choreography's limbs, and a mirrored take swaps them. */
export function ownResult(result: TakeResult, mirror: boolean): TakeResult {
  if (!mirror) return result;
  return {
    ...result,
    judgements: result.judgements.map((j) => ({ ...j, faults: j.faults.map(swapLimb) })),
    limbs: swapLimbs(result.limbs),
    eightCounts: result.eightCounts.map((e) => ({ ...e, limbs: swapLimbs(e.limbs) })),
    losses: result.losses.map(swapLimb),
    unseen: result.unseen.map(swapLimb),
  };
}

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
