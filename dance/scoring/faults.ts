import { ALL_SEEN, LIMB_MASKS, LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import type { LimbFault } from "./result.ts";
import { round } from "./round.ts";

const S = SEGMENTS.length;
const DEGREE = 180 / Math.PI;
/** Off by less than this share up or down is off sideways. */
const SIDEWAYS = 1 / 3;

/** Directions of any length in which faults are looked for; segment after segment (segment * count + cell). */
interface Pointing {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly masks: Uint16Array;
}

/**
 * The worst segment of every limb that is off by `least` degrees or more, worst limb first: cell `i` of the reference
 * against cell `j` of the take; of one limb (its index in LIMB_GROUPS) where one is given. The caller sees to it that both cells exist.
 */
export function faultsAt(
  reference: Pointing,
  i: number,
  take: Pointing,
  j: number,
  least: number,
  limb?: number,
): LimbFault[] {
  const worst: LimbFault[] = [];
  const most = least > 0 ? Math.cos(least / DEGREE) : 1;
  const wanted = limb === undefined ? ALL_SEEN : (LIMB_MASKS[limb] as number);
  const seen = (reference.masks[i] as number) & (take.masks[j] as number) & wanted;
  for (let s = 0; s < S; s++) {
    if (((seen >> s) & 1) === 0) continue;
    const rx = reference.x[s * reference.count + i] as number;
    const ry = reference.y[s * reference.count + i] as number;
    const tx = take.x[s * take.count + j] as number;
    const ty = take.y[s * take.count + j] as number;
    const long = Math.sqrt((rx * rx + ry * ry) * (tx * tx + ty * ty));
    if (!(long > 1e-6)) continue;
    const cos = Math.min(1, Math.max(-1, (rx * tx + ry * ty) / long));
    if (cos > most) continue;
    const degrees = Math.acos(cos) * DEGREE;
    const name = LIMB_GROUPS[LIMB_OF[s] as number] ?? "torso";
    const known = worst.findIndex((fault) => fault.limb === name);
    if (known >= 0 && degrees <= (worst[known]?.degrees ?? -1)) continue;
    const low = elevation(tx, ty) - elevation(rx, ry);
    const lowBy = Math.abs(low) < degrees * SIDEWAYS ? null : round(low, 0);
    worst[known >= 0 ? known : worst.length] = { limb: name, cause: "direction", degrees: round(degrees, 0), lowBy };
  }
  return worst.sort((a, b) => b.degrees - a.degrees);
}

/** Degrees below the horizontal. */
const elevation = (x: number, y: number): number =>
  Math.asin(Math.min(1, Math.max(-1, y / Math.sqrt(x * x + y * y)))) * DEGREE;
