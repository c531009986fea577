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

/** Places seen from the hips whose means over a take make its signature; in 1/32 of the picture's height: trembling moves such a mean far less. */
const SIGNED = [AT.nose, AT.left_wrist, AT.right_wrist, AT.left_ankle] as const;
const STEPS = 32;

/**
 * A short word that copies of a take share, whatever their times and place in the picture, and that two takes hardly
 * ever do: how many frames, and where head, hands and a foot were on average. Who shares it is worth a closer look.
 */
export function signatureOf(take: Track): string {
  const sums = new Float64Array(SIGNED.length * 2);
  for (const { pose } of take) {
    const x = ((pose[AT.left_hip * 3] ?? 0) + (pose[AT.right_hip * 3] ?? 0)) / 2;
    const y = ((pose[AT.left_hip * 3 + 1] ?? 0) + (pose[AT.right_hip * 3 + 1] ?? 0)) / 2;
    for (const [k, at] of SIGNED.entries()) {
      (sums[k * 2] as number) += (pose[at * 3] ?? 0) - x;
      (sums[k * 2 + 1] as number) += (pose[at * 3 + 1] ?? 0) - y;
    }
  }
  return [take.length, ...Array.from(sums, (sum) => Math.round((sum / take.length) * STEPS))].join(" ");
}
