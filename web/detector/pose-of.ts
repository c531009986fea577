import type { Pose } from "#dance/pose/pose.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";

interface SeenPoint {
  readonly x: number;
  readonly y: number;
  readonly score?: number;
}

/** Keypoints in pixels as a pose in picture heights, exactly as the camera sees them: nothing is mirrored. */
export function poseOf(keypoints: readonly SeenPoint[], height: number): Pose {
  const pose = new Float32Array(POSE_SIZE);
  keypoints.forEach(({ x, y, score }, k) => {
    pose[k * 3] = x / height;
    pose[k * 3 + 1] = y / height;
    pose[k * 3 + 2] = Math.min(1, Math.max(0, score ?? 0));
  });
  return pose;
}
