import { POSE_SIZE, type Pose } from "../pose/pose.ts";

/** Indexes of all keypoints. */
export const ALL_KEYPOINTS: readonly number[] = Array.from({ length: POSE_SIZE / 3 }, (_, k) => k);

/** Root of the mean squared distance of some keypoints after `one` is laid over `other`, in the units of `one`. */
export function apart(one: Pose, other: Pose, keypoints: readonly number[]): number {
  const n = keypoints.length;
  let [ax, ay, bx, by] = [0, 0, 0, 0];
  for (const k of keypoints) {
    ax += (one[k * 3] as number) / n;
    ay += (one[k * 3 + 1] as number) / n;
    bx += (other[k * 3] as number) / n;
    by += (other[k * 3 + 1] as number) / n;
  }
  let [aa, ab, bb] = [0, 0, 0];
  for (const k of keypoints) {
    const [px, py] = [(one[k * 3] as number) - ax, (one[k * 3 + 1] as number) - ay];
    const [qx, qy] = [(other[k * 3] as number) - bx, (other[k * 3 + 1] as number) - by];
    aa += px * px + py * py;
    ab += px * qx + py * qy;
    bb += qx * qx + qy * qy;
  }
  if (!(bb > 0)) return Number.POSITIVE_INFINITY;
  return Math.sqrt(Math.max(0, aa - (ab > 0 ? (ab * ab) / bb : 0)) / n);
}
