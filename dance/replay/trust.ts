import { AT } from "../pose/keypoints.ts";
import type { Track } from "../pose/pose.ts";
import { keepsBones } from "./bones.ts";
import { followsTrack } from "./copied.ts";

/**
 * Why a take is not believed to have been danced before a camera: its bones stretch, it is the reference itself, it is
 * another dancer's take. It is judged all the same and stays its dancer's own, but stands on no board.
 */
export const DOUBTS = ["doubt-bones", "doubt-reference", "doubt-copied"] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What a take by itself gives to doubt; null where nothing. `reference` is the choreography's own track. */
export function doubtOf(take: Track, reference: Track, mirror: boolean): Doubt | null {
  if (!keepsBones(take)) return "doubt-bones";
  return followsTrack(take, reference, mirror) ? "doubt-reference" : null;
}

/** Places seen from the hips whose means over a take make its signature. */
const SIGNED = [AT.nose, AT.left_wrist, AT.right_wrist, AT.left_ankle] as const;
export const SIGNATURE = {
  /** Steps to a trunk's length: trembling and lost frames move a mean far less than one. */
  steps: 24,
  /** A mean so near to the next step, in steps, may lie beyond it in a copy; of so many means at most, the nearest. */
  near: 0.25,
  mostNear: 5,
} as const;

/**
 * Short words by which copies of a take are found, whatever their times, frames, size and place in the picture: where
 * head, hands and a foot were on average, in trunks. The first is its own; the others are those of the steps that it
 * nearly reaches. Two takes hardly ever share one; who does is worth a closer look.
 */
export function signaturesOf(take: Track): readonly string[] {
  const means = meansOf(take).map((mean) => mean * SIGNATURE.steps);
  const steps = means.map(Math.round);
  const near = means
    .map((mean, i) => ({ i, over: mean - (steps[i] as number) }))
    .filter(({ over }) => 0.5 - Math.abs(over) < SIGNATURE.near)
    .sort((a, b) => Math.abs(b.over) - Math.abs(a.over))
    .slice(0, SIGNATURE.mostNear);
  let all = [steps];
  for (const { i, over } of near)
    all = all.concat(all.map((list) => list.with(i, (list[i] as number) + Math.sign(over))));
  return all.map((list) => list.join(" "));
}

/** Means of the signed places from the hips, x and y, in the take's usual trunks; frames in which nobody was seen weigh nothing. */
function meansOf(take: Track): number[] {
  const sums = new Float64Array(SIGNED.length * 2);
  let trunks = 0;
  for (const { pose } of take) {
    const middle = (a: number, b: number, axis: number) =>
      ((pose[a * 3 + axis] as number) + (pose[b * 3 + axis] as number)) / 2;
    const [x, y] = [middle(AT.left_hip, AT.right_hip, 0), middle(AT.left_hip, AT.right_hip, 1)];
    trunks += Math.hypot(
      middle(AT.left_shoulder, AT.right_shoulder, 0) - x,
      middle(AT.left_shoulder, AT.right_shoulder, 1) - y,
    );
    for (const [k, at] of SIGNED.entries()) {
      (sums[k * 2] as number) += (pose[at * 3] as number) - x;
      (sums[k * 2 + 1] as number) += (pose[at * 3 + 1] as number) - y;
    }
  }
  return Array.from(sums, (sum) => (trunks > 0 ? sum / trunks : 0));
}
