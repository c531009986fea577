import { type Tempo, timeOfCount } from "../music/tempo.ts";
import { AT, type Keypoint, type LimbGroup } from "../pose/keypoints.ts";
import type { Pose, Track } from "../pose/pose.ts";
import { poseAt } from "./capture.ts";

/** A keypoint as sure as this is as sure as a detector gets. */
const FULL = 0.6;
/** Certainty below which an author should look at a pose again. */
export const UNSURE = 0.7;

const LIMBS: Readonly<Partial<Record<LimbGroup, readonly Keypoint[]>>> = {
  left_arm: ["left_elbow", "left_wrist"],
  right_arm: ["right_elbow", "right_wrist"],
  left_leg: ["left_knee", "left_ankle"],
  right_leg: ["right_knee", "right_ankle"],
  torso: ["left_shoulder", "right_shoulder", "left_hip", "right_hip"],
};
const BODY = Object.values(LIMBS).flat();

const mean = (pose: Pose, points: readonly Keypoint[]): number =>
  points.reduce((sum, name) => sum + Math.min(1, (pose[AT[name] * 3 + 2] ?? 0) / FULL), 0) / points.length;

/** How certain a pose is, 0..1, over what is judged. */
export const certaintyOf = (pose: Pose): number => mean(pose, BODY);

/** The limb of a pose that is seen least. */
export const hiddenLimb = (pose: Pose): LimbGroup =>
  (Object.entries(LIMBS) as [LimbGroup, readonly Keypoint[]][]).reduce((a, b) =>
    mean(pose, b[1]) < mean(pose, a[1]) ? b : a,
  )[0];

/** Certainty of a track in each of so many equal parts of its counts: that of the least certain pose looked at. */
export function certaintyAlong(track: Track, tempo: Tempo, counts: number, parts: number): number[] {
  if (track.length === 0) return Array.from({ length: parts }, () => 0);
  const looks = 3;
  return Array.from({ length: parts }, (_, part) =>
    Math.min(
      ...Array.from({ length: looks }, (_, look) =>
        certaintyOf(poseAt(track, timeOfCount(tempo, ((part + (look + 0.5) / looks) * counts) / parts))),
      ),
    ),
  );
}
