import { KEYPOINTS, OTHER_SIDE } from "./keypoints.ts";

/**
 * All keypoints of one body at one moment: 51 numbers, x, y, confidence for each keypoint in COCO order.
 * x to the right and y down as the camera sees them (never mirrored), unit = picture height; confidence 0..1.
 */
export type Pose = Float32Array;

/** A pose and its song time in seconds. */
export interface PoseFrame {
  readonly time: number;
  readonly pose: Pose;
}

/** Pose frames in rising song time. */
export type Track = readonly PoseFrame[];

export const POSE_SIZE = KEYPOINTS.length * 3;

/** Coordinates, confidences and times lie on this grid in a replay; judging reads only what lies on it. */
export const GRID = { coordinate: 1 / 2048, confidence: 1 / 63, seconds: 1 / 1000 } as const;

const snap = (value: number, steps: number): number => Math.round(value * steps) / steps;

/** Coordinates from here on, in picture heights, lie beyond what a replay holds. */
const FAR = 16;
const holds = (value: number | undefined): boolean => value !== undefined && Math.abs(value) < FAR - 1;

/**
 * The nearest pose on the replay grid, as a new pose; so that live judging and rejudging read the same numbers. A
 * keypoint that is nowhere (no number, or 15 picture heights away) becomes one that was not seen: 0, 0, 0.
 */
export function snapPose(pose: Pose): Pose {
  const out = new Float32Array(POSE_SIZE);
  for (let i = 0; i < POSE_SIZE; i += 3) {
    if (!holds(pose[i]) || !holds(pose[i + 1])) continue;
    out[i] = snap(pose[i] ?? 0, 2048);
    out[i + 1] = snap(pose[i + 1] ?? 0, 2048);
    out[i + 2] = snap(Math.min(1, Math.max(0, pose[i + 2] ?? 0)), 63);
  }
  return out;
}

/** The nearest time on the replay grid, in seconds. */
export const snapTime = (time: number): number => snap(time, 1000);

/** The mirror image about the vertical line x = `axis`: sides are renamed as well as flipped. */
export function mirrorPose(pose: Pose, axis = 0): Pose {
  const out = new Float32Array(POSE_SIZE);
  for (let k = 0; k < KEYPOINTS.length; k++) {
    const from = (OTHER_SIDE[k] ?? k) * 3;
    out[k * 3] = 2 * axis - (pose[from] ?? 0);
    out[k * 3 + 1] = pose[from + 1] ?? 0;
    out[k * 3 + 2] = pose[from + 2] ?? 0;
  }
  return out;
}
