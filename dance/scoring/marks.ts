import { LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import { RULES } from "./rules.ts";
import type { Weights } from "./weights.ts";
import type { Windows } from "./windows.ts";

const S = SEGMENTS.length;
const G = LIMB_GROUPS.length;

/**
 * Marks of every keyframe and of every limb in it (keyframe * 6 + limb), each 0..1.
 * `wrong` and `small` say how much of the keyframe's loss came from the limb's shape and from its energy, any unit.
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
  readonly small: Float64Array;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Share of points kept at a loss: flat near 0, so that small slips of dancer and camera cost little, then steep. */
export function keptAt(loss: number): number {
  const share = loss / RULES.loss;
  return Math.exp(-share * share * share - RULES.slip * share);
}

/** Share of points kept at a lag in seconds, early or late. */
export function timingAt(lag: number): number {
  const over = Math.max(0, Math.abs(lag) - RULES.onTime) / RULES.halfLate;
  return 1 / (1 + over * over * over);
}

/** How fully something moved that moved at `take` where the reference moved at `reference` (mean squared speeds), 0..1. */
export function energyOf(reference: number, take: number): number {
  const share = reference > 0 ? Math.sqrt(take / reference) : 1;
  return clamp((share - RULES.speedNone) / (RULES.speedFull - RULES.speedNone));
}

/** Marks every keyframe by its window. */
export function mark(windows: Windows, weights: Weights): Marks {
  const K = weights.cells.length;
  const make = (size: number) => new Float64Array(size);
  const marks: Marks = {
    kept: make(K),
    coverage: make(K),
    shape: make(K * G),
    energy: make(K * G),
    weight: make(K * G),
    seen: make(K * G),
    wrong: make(K * G),
    small: make(K * G),
  };
  const usual = speedsOf(windows, 0, K);
  const losses = lossesOf(windows, K);
  for (let k = 0; k < K; k++) markKeyframe(windows, weights, k, { usual, losses }, marks);
  return marks;
}

interface Speeds {
  readonly reference: number;
  readonly take: number;
  readonly both: number;
}

/** Mean speeds over keyframes `from` to `to`. */
function speedsOf(windows: Windows, from: number, to: number): Speeds {
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
function rhythmLoss(here: Speeds, usual: Speeds): number {
  const reference = here.reference + usual.reference;
  const take = here.take + usual.take;
  return reference > 0 && take > 0 ? clamp(1 - (here.both + usual.both) / Math.sqrt(reference * take)) : 1;
}

interface Take {
  readonly usual: Speeds;
  readonly losses: Losses;
}

function markKeyframe(windows: Windows, weights: Weights, k: number, take: Take, marks: Marks): void {
  const { at: losses, usual: own } = take.losses;
  let [all, seen, loss] = [0, 0, 0];
  for (let s = 0; s < S; s++) {
    const at = k * S + s;
    const to = k * G + (LIMB_OF[s] as number);
    const weight = weights.segments[at] as number;
    all += weight;
    (marks.weight[to] as number) += weight;
    if ((losses[at] as number) < 0) continue;
    seen += weight;
    (marks.seen[to] as number) += weight;
    (marks.wrong[to] as number) += weight * (losses[at] as number);
    loss += weight * (losses[at] as number);
  }
  if (!(all > 0) || !(seen > 0)) return;
  const mean = loss / seen;
  for (let s = 0; s < S; s++) {
    const at = k * S + s;
    if ((losses[at] as number) < 0)
      loss += (weights.segments[at] as number) * Math.max(RULES.hidden * mean, own[s] as number);
  }
  marks.coverage[k] = seen / all;
  const rhythm = RULES.rhythm * rhythmLoss(speedsOf(windows, k, k + 1), take.usual);
  const vigour = markLimbs(windows, k, rhythm, seen, marks);
  for (let g = 0; g < G; g++) {
    (marks.weight[k * G + g] as number) /= all;
    (marks.seen[k * G + g] as number) /= all;
  }
  marks.kept[k] = keptAt(loss / all + rhythm) * vigour * vigour * vigour;
}

/** Loss of every segment at every keyframe, -1 where it was not seen, and the mean of each segment where it was. */
interface Losses {
  readonly at: Float64Array;
  readonly usual: Float64Array;
}

/**
 * What is not seen is taken to be as wrong as the rest of the keyframe, and as the segment itself elsewhere in the take,
 * whichever is more: hiding a limb now and then gains nothing.
 */
function lossesOf(windows: Windows, K: number): Losses {
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

/** Marks limbs; answers the energy of all as a harmonic mean: a limb that stands still holds all of them back. */
function markLimbs(windows: Windows, k: number, rhythm: number, seenOfAll: number, marks: Marks): number {
  let [top, bottom] = [0, 0];
  for (let g = 0; g < G; g++) {
    const to = k * G + g;
    const seen = marks.seen[to] as number;
    let [reference, take] = [0, 0];
    for (let s = 0; s < S; s++) {
      if (LIMB_OF[s] !== g) continue;
      reference += windows.referenceSpeed[k * S + s] as number;
      take += windows.takeSpeed[k * S + s] as number;
    }
    const energy = energyOf(reference, take);
    marks.energy[to] = energy;
    marks.shape[to] = seen > 0 ? keptAt((marks.wrong[to] as number) / seen) : 0;
    const speed = Math.sqrt(Math.max(0, reference - RULES.holding));
    const blocked = speed / Math.max(RULES.speedLeast, energy);
    top += speed;
    bottom += blocked;
    marks.small[to] = blocked - speed;
    (marks.wrong[to] as number) += rhythm * seen;
    (marks.wrong[to] as number) /= seenOfAll;
  }
  return bottom > 0 ? top / bottom : 1;
}
