import { AT } from "./keypoints.ts";
import type { Pose } from "./pose.ts";

/** Confidence under which a keypoint says nothing of how it lies. */
const SEEN = 0.1;

/** What turns when a body dances: arms, legs and the two sides of the trunk. */
const BONES = [
  ["left_shoulder", "left_elbow"],
  ["left_elbow", "left_wrist"],
  ["right_shoulder", "right_elbow"],
  ["right_elbow", "right_wrist"],
  ["left_hip", "left_knee"],
  ["left_knee", "left_ankle"],
  ["right_hip", "right_knee"],
  ["right_knee", "right_ankle"],
  ["left_hip", "left_shoulder"],
  ["right_hip", "right_shoulder"],
] as const;

/** Mean angle in degrees between the limbs of two poses, of those that both show; null where they share none. */
export function degreesApart(a: Pose, b: Pose): number | null {
  let [sum, n] = [0, 0];
  for (const [from, to] of BONES) {
    if ([AT[from], AT[to]].some((k) => !((a[k * 3 + 2] ?? 0) > SEEN && (b[k * 3 + 2] ?? 0) > SEEN))) continue;
    const turn = turnOf(a, AT[from], AT[to]) - turnOf(b, AT[from], AT[to]);
    sum += Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
    n++;
  }
  return n > 0 ? (sum / n) * (180 / Math.PI) : null;
}

const turnOf = (of: Pose, from: number, to: number): number =>
  Math.atan2((of[to * 3 + 1] ?? 0) - (of[from * 3 + 1] ?? 0), (of[to * 3] ?? 0) - (of[from * 3] ?? 0));
