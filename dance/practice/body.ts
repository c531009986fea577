import { AT, type Keypoint } from "../pose/keypoints.ts";
import type { Pose } from "../pose/pose.ts";

/** A keypoint below this confidence is not seen. */
export const SEEN = 0.3;

/** A pose and when the camera took it. The song may stand still or be slowed, so hands are timed by the camera. */
export interface Sight {
  /** Seconds of the camera's clock, from any beginning. */
  readonly cameraTime: number;
  readonly pose: Pose;
}

/** A place in the picture; unit = picture height, x right, y down, never mirrored. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Confidence 0..1 of a keypoint. */
export const confidenceOf = (pose: Pose, name: Keypoint): number => pose[AT[name] * 3 + 2] ?? 0;

/** Where a keypoint is said to be, seen or not. */
export const placeOf = (pose: Pose, name: Keypoint): Point => ({
  x: pose[AT[name] * 3] ?? 0,
  y: pose[AT[name] * 3 + 1] ?? 0,
});

/** Where a keypoint is; null where the camera did not see it. */
export function pointOf(pose: Pose, name: Keypoint): Point | null {
  const { x, y } = placeOf(pose, name);
  return confidenceOf(pose, name) >= SEEN && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** The middle of two keypoints; null unless both are seen. */
export function middleOf(pose: Pose, one: Keypoint, other: Keypoint): Point | null {
  const a = pointOf(pose, one);
  const b = pointOf(pose, other);
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** From the middle of the shoulders to the middle of the hips, in picture heights; null where it was not seen. */
export function torsoOf(pose: Pose): number | null {
  const top = middleOf(pose, "left_shoulder", "right_shoulder");
  const bottom = middleOf(pose, "left_hip", "right_hip");
  return top && bottom ? distance(top, bottom) : null;
}
