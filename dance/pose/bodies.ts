import { AT } from "./keypoints.ts";
import { POSE_SIZE, type Pose } from "./pose.ts";
import { sureness } from "./uncertain.ts";

/** Mean colour of what covers a trunk: red, green, blue, each 0..1. */
export type Colour = readonly [number, number, number];

/** One of the bodies seen in a frame; `look` null where nobody looked. */
export interface Body {
  readonly pose: Pose;
  readonly look: Colour | null;
}

/** All bodies of one frame, in no order. */
export interface Crowd {
  readonly time: number;
  readonly bodies: readonly Body[];
}

/** Bodies looked at in a frame. */
export const MOST = 8;

/** The same body is not seen twice: mean distance between keypoints in trunk lengths. */
const TWICE = 0.25;

/** Mean distance between the keypoints of two poses, the second moved by (dx, dy), where both are seen. */
export function apart(a: Pose, b: Pose, dx = 0, dy = 0): number {
  let [sum, n] = [0, 0];
  for (let at = 0; at < POSE_SIZE; at += 3) {
    if ((a[at + 2] as number) < 0.2 || (b[at + 2] as number) < 0.2) continue;
    sum += Math.hypot((b[at] as number) - (a[at] as number) + dx, (b[at + 1] as number) - (a[at + 1] as number) + dy);
    n++;
  }
  return n > 0 ? sum / n : 0;
}

/** Each body once: detectors sometimes see the same one twice. The surer stays. */
export function bodiesOnce(bodies: readonly Body[]): Body[] {
  const kept: Body[] = [];
  for (const body of [...bodies].sort((a, b) => sureness(b.pose) - sureness(a.pose)).slice(0, MOST))
    if (!kept.some(({ pose }) => apart(pose, body.pose) < TWICE * trunkOf(pose))) kept.push(body);
  return kept;
}

/** Middle of shoulders and hips. */
export function placeOf(pose: Pose): readonly [number, number] {
  const middle = (axis: number) => TRUNK.reduce((sum, k) => sum + (pose[k * 3 + axis] as number), 0) / TRUNK.length;
  return [middle(0), middle(1)];
}

/** From the middle of the shoulders to the middle of the hips, or the shoulders' width where that is more. */
export function trunkOf(pose: Pose): number {
  const [ls, rs, lh, rh] = TRUNK.map((k) => [pose[k * 3] as number, pose[k * 3 + 1] as number] as const) as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
  const long = Math.hypot(ls[0] + rs[0] - lh[0] - rh[0], ls[1] + rs[1] - lh[1] - rh[1]) / 2;
  return Math.max(long, Math.hypot(ls[0] - rs[0], ls[1] - rs[1]));
}

const TRUNK = [AT.left_shoulder, AT.right_shoulder, AT.left_hip, AT.right_hip] as const;
