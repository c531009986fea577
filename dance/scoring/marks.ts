import { LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import type { Room } from "../pose/room.ts";
import { energyOf, keptAt } from "./curves.ts";
import { type Losses, lossesOf, rhythmLoss, type Speeds, speedsOf, strayLoss } from "./loss.ts";
import { RULES } from "./rules.ts";
import type { Weights } from "./weights.ts";
import type { Windows } from "./windows.ts";

const S = SEGMENTS.length;
const G = LIMB_GROUPS.length;
/** A limb is told to stray where its mean squared speed is so many times the reference's. */
const RESTLESS = 2;

/**
 * Marks of every keyframe and of every limb in it (keyframe * 6 + limb), each 0..1.
 * `wrong`, `stray` and `small` say how much of the keyframe's loss came from the limb's shape, its straying, its energy, any unit.
 */
export interface Marks {
  /** Share of the keyframe's points kept, before timing. */
  readonly kept: Float64Array;
  /** Share of the keyframe that was seen, by weight. */
  readonly coverage: Float64Array;
  readonly shape: Float64Array;
  readonly energy: Float64Array;
  /** Weight of the limb within the keyframe (sums to 1), and how much of it was seen. */
  readonly weight: Float64Array;
  readonly seen: Float64Array;
  readonly wrong: Float64Array;
  readonly stray: Float64Array;
  readonly small: Float64Array;
}

/** Marks every keyframe by its window. */
export function mark(windows: Windows, weights: Weights, room: Room): Marks {
  const K = weights.cells.length;
  const make = (size: number) => room.floats(size);
  const marks: Marks = {
    kept: make(K),
    coverage: make(K),
    shape: make(K * G),
    energy: make(K * G),
    weight: make(K * G),
    seen: make(K * G),
    wrong: make(K * G),
    stray: make(K * G),
    small: make(K * G),
  };
  const usual = speedsOf(windows, 0, K);
  const losses = lossesOf(windows, K);
  for (let k = 0; k < K; k++) markKeyframe(windows, weights, k, { usual, losses }, marks);
  return marks;
}

interface Take {
  readonly usual: Speeds;
  readonly losses: Losses;
}

function markKeyframe(windows: Windows, weights: Weights, k: number, take: Take, marks: Marks): void {
  const { at: losses, usual: own } = take.losses;
  let [all, seen, loss, stray, judged] = [0, 0, 0, 0, 0];
  for (let s = 0; s < S; s++) {
    const at = k * S + s;
    const to = k * G + (LIMB_OF[s] as number);
    const weight = weights.segments[at] as number;
    if (weight > 0) judged++;
    all += weight;
    (marks.weight[to] as number) += weight;
    if ((losses[at] as number) < 0) continue;
    seen += weight;
    (marks.seen[to] as number) += weight;
    (marks.wrong[to] as number) += weight * (losses[at] as number);
    loss += weight * (losses[at] as number);
    const strayed = strayLoss(windows, at);
    stray += strayed;
    (marks.stray[to] as number) += strayed;
  }
  if (!(all > 0)) return;
  if (!(seen > 0)) {
    shareOut(marks, k, all);
    return;
  }
  const mean = loss / seen;
  for (let s = 0; s < S; s++) {
    const at = k * S + s;
    if ((losses[at] as number) < 0)
      loss += (weights.segments[at] as number) * Math.max(RULES.hidden * mean, own[s] as number);
  }
  marks.coverage[k] = seen / all;
  const rhythm = RULES.rhythm * rhythmLoss(speedsOf(windows, k, k + 1), take.usual);
  const vigour = markLimbs(windows, k, { rhythm, seen, judged }, marks);
  shareOut(marks, k, all);
  marks.kept[k] = keptAt(loss / all + rhythm + stray / judged) * vigour * vigour * vigour;
}

/** Weights of the limbs, and what was seen of them, become shares of the keyframe. */
function shareOut(marks: Marks, k: number, all: number): void {
  for (let g = 0; g < G; g++) {
    (marks.weight[k * G + g] as number) /= all;
    (marks.seen[k * G + g] as number) /= all;
  }
}

/** Of a whole keyframe: loss of rhythm, weight seen, and how many segments are judged. */
interface Whole {
  readonly rhythm: number;
  readonly seen: number;
  readonly judged: number;
}

/** Marks limbs; answers the energy of all as a harmonic mean: a limb that stands still holds all of them back. */
function markLimbs(windows: Windows, k: number, whole: Whole, marks: Marks): number {
  let [top, bottom] = [0, 0];
  for (let g = 0; g < G; g++) {
    const to = k * G + g;
    const seen = marks.seen[to] as number;
    let [reference, take, segments] = [0, 0, 0];
    for (let s = 0; s < S; s++) {
      if (LIMB_OF[s] !== g) continue;
      segments++;
      reference += windows.referenceSpeed[k * S + s] as number;
      take += windows.takeSpeed[k * S + s] as number;
    }
    const energy = energyOf(reference, take);
    marks.energy[to] = energy;
    const strayed = marks.stray[to] as number;
    marks.shape[to] = seen > 0 ? keptAt((marks.wrong[to] as number) / seen + strayed / segments) : 0;
    const speed = Math.sqrt(Math.max(0, reference - RULES.holding));
    const blocked = speed / Math.max(RULES.speedLeast, energy);
    top += speed;
    bottom += blocked;
    marks.small[to] = blocked - speed;
    (marks.wrong[to] as number) += whole.rhythm * seen;
    (marks.wrong[to] as number) /= whole.seen;
    // Only who moves much more than the reference strays; else the movement is another.
    const restless = take > RESTLESS * reference;
    marks.stray[to] = restless ? strayed / whole.judged : 0;
    if (!restless) (marks.wrong[to] as number) += strayed / whole.judged;
  }
  return bottom > 0 ? top / bottom : 1;
}
