import { AT } from "../pose/keypoints.ts";
import type { Pose, Track } from "../pose/pose.ts";
import { quantile } from "./quantile.ts";

/**
 * How much a body's bones may change on the picture. A bone that points at the camera looks short, and a detector slips
 * now and then, so bones are asked for all of the take together: half of all steps, nine tenths of all frames.
 */
export const BONES = {
  /** Frames looked at, spread over the take. */
  frames: 240,
  /** Fewer steps than this tell nothing. */
  leastSteps: 60,
  /** Only frames so close to one another (seconds) are compared. */
  closeSeconds: 0.15,
  /** A keypoint less sure than this is not asked. */
  seen: 0.3,
  /** Median change of a bone from one frame to the next, in the take's usual trunks. Dancers on film lie below 0.05. */
  step: 0.2,
  /** Nine tenths of the frames show a bone shorter than this, in the take's largest trunks. Bodies on film lie below 1.3. */
  longest: 2.6,
} as const;

/** Arms, legs, shoulders and hips, as pairs of keypoints. */
const PAIRS: readonly (readonly [number, number])[] = [
  [AT.left_shoulder, AT.left_elbow],
  [AT.left_elbow, AT.left_wrist],
  [AT.right_shoulder, AT.right_elbow],
  [AT.right_elbow, AT.right_wrist],
  [AT.left_hip, AT.left_knee],
  [AT.left_knee, AT.left_ankle],
  [AT.right_hip, AT.right_knee],
  [AT.right_knee, AT.right_ankle],
  [AT.left_shoulder, AT.right_shoulder],
  [AT.left_hip, AT.right_hip],
];
const TRUNK: readonly (readonly [number, number])[] = [
  [AT.left_hip, AT.left_shoulder],
  [AT.right_hip, AT.right_shoulder],
];

/** Whether the bones of a take keep their lengths as a body's do; true as well where too little was seen to tell. */
export function keepsBones(track: Track): boolean {
  const stride = Math.max(1, Math.floor((track.length - 1) / BONES.frames));
  const trunks: number[] = [];
  const steps: number[] = [];
  const lengths: number[][] = PAIRS.map(() => []);
  for (let i = 0; i + 1 < track.length; i += stride) {
    const [now, next] = [track[i], track[i + 1]];
    if (!now || !next) break;
    for (const pair of TRUNK) push(trunks, lengthOf(now.pose, pair));
    for (const [b, pair] of PAIRS.entries()) {
      const length = lengthOf(now.pose, pair);
      push(lengths[b] as number[], length);
      if (next.time - now.time <= BONES.closeSeconds) push(steps, Math.abs(lengthOf(next.pose, pair) - length));
    }
  }
  const [usual, largest] = [quantile(trunks, 0.5), quantile(trunks, 0.9)];
  if (steps.length < BONES.leastSteps || !(usual > 0)) return true;
  const tooLong = (of: number[]) => of.length >= BONES.leastSteps / 2 && quantile(of, 0.9) > BONES.longest * largest;
  return quantile(steps, 0.5) <= BONES.step * usual && !lengths.some(tooLong);
}

/** Length on the picture, NaN where an end was not seen. */
function lengthOf(pose: Pose, [from, to]: readonly [number, number]): number {
  const [a, b] = [from * 3, to * 3];
  if (!((pose[a + 2] ?? 0) >= BONES.seen && (pose[b + 2] ?? 0) >= BONES.seen)) return Number.NaN;
  const x = (pose[a] ?? 0) - (pose[b] ?? 0);
  const y = (pose[a + 1] ?? 0) - (pose[b + 1] ?? 0);
  return Math.sqrt(x * x + y * y);
}

const push = (to: number[], value: number): void => {
  if (!Number.isNaN(value)) to.push(value);
};
