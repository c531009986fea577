import { HEAD, SEGMENTS, SHOULDERS, TRUNK } from "../pose/body.ts";
import { clamp } from "./curves.ts";
import { RULES } from "./rules.ts";
import type { Windows } from "./windows.ts";

const S = SEGMENTS.length;

/** Mean squared speeds over all segments, and the mean product of the two. */
export interface Speeds {
  readonly reference: number;
  readonly take: number;
  readonly both: number;
}

/** Mean speeds over keyframes `from` to `to`. */
export function speedsOf(windows: Windows, from: number, to: number): Speeds {
  let [reference, take, both] = [0, 0, 0];
  for (let at = from * S; at < to * S; at++) {
    reference += windows.referenceSpeed[at] as number;
    take += windows.takeSpeed[at] as number;
    both += windows.bothSpeed[at] as number;
  }
  const n = Math.max(1, to - from);
  return { reference: reference / n, take: take / n, both: both / n };
}

/** How unlike the two rhythms are, 0..1: speeds rise and fall together, over all limbs, whatever their directions. */
export function rhythmLoss(here: Speeds, usual: Speeds): number {
  const reference = here.reference + usual.reference;
  const take = here.take + usual.take;
  return reference > 0 && take > 0 ? clamp(1 - (here.both + usual.both) / Math.sqrt(reference * take)) : 1;
}

/** Loss of every segment at every keyframe, -1 where it was not seen, and the mean of each segment where it was. */
export interface Losses {
  readonly at: Float64Array;
  readonly usual: Float64Array;
}

/**
 * What is not seen is taken to be as wrong as the rest of the keyframe, and as the segment itself elsewhere in the take,
 * whichever is more: hiding a limb now and then gains nothing.
 */
export function lossesOf(windows: Windows, K: number): Losses {
  const at = new Float64Array(K * S).fill(-1);
  const usual = new Float64Array(S);
  for (let s = 0; s < S; s++) {
    let n = 0;
    for (let i = s; i < at.length; i += S) {
      if ((windows.seen[i] as number) < RULES.coverage) continue;
      at[i] = segmentLoss(windows, i);
      (usual[s] as number) += at[i] as number;
      n++;
    }
    if (n > 0) (usual[s] as number) /= n;
  }
  return { at, usual };
}

/** What straying weighs of each segment, and how much more is allowed to one that moves. */
const STRAYING: readonly { readonly weight: number; readonly speed: number }[] = SEGMENTS.map((_, s) => {
  const axis = { [HEAD]: RULES.axisHead, [TRUNK]: RULES.axisTrunk, [SHOULDERS]: RULES.axisShoulders }[s];
  return axis === undefined
    ? { weight: RULES.stray, speed: RULES.straySpeed }
    : { weight: RULES.stray * axis, speed: RULES.axisSpeed };
});

/** How far a segment strays, from 0 to its weight: the error of its movement, beside what one may expect of one that moves so. */
export function strayLoss(windows: Windows, at: number): number {
  const stray = windows.stray[at] as number;
  const { weight, speed } = STRAYING[at % S] as (typeof STRAYING)[number];
  return (weight * stray) / (stray + RULES.strayHalf + speed * (windows.referenceSpeed[at] as number));
}

function segmentLoss(windows: Windows, at: number): number {
  const movement = windows.movement[at] as number;
  const off = Math.max(0, Math.sqrt(windows.posture[at] as number) - RULES.postureFree) ** 2;
  const ratio =
    ((windows.takeSpeed[at] as number) + RULES.vigourFrom) /
    ((windows.referenceSpeed[at] as number) + RULES.vigourFrom);
  return (
    movement / (movement + RULES.movementHalf) +
    RULES.posture * (off / (off + RULES.postureHalf)) +
    RULES.vigour * Math.min(1, Math.abs(Math.log(ratio)))
  );
}
