import { LIMB_GROUPS, type LimbGroup } from "../pose/keypoints.ts";
import type { Assessment } from "./assess.ts";
import { timingAt } from "./curves.ts";
import type { Reference } from "./reference.ts";
import type { EightCountResult, LimbResult, LimbResults } from "./result.ts";
import { round } from "./round.ts";

const G = LIMB_GROUPS.length;
/** Share of a limb that must have been seen for a word about it. */
const LIMB_SEEN = 0.3;

/** The means of some keyframes, each 0..1; weighed by what was seen of them. */
export interface Means {
  readonly shape: number;
  readonly timing: number;
  readonly energy: number;
  readonly coverage: number;
  /** Seconds, null where nothing was seen. */
  readonly offset: number | null;
}

/** Shape, timing and energy of some keyframes, all limbs or one. */
export function meansOf(reference: Reference, of: Assessment, keyframes: readonly number[], limb?: number): Means {
  const { marks, offsets } = of;
  const first = limb ?? 0;
  const last = limb ?? G - 1;
  let all = 0;
  let seen = 0;
  let shape = 0;
  let energy = 0;
  let timing = 0;
  let offset = 0;
  for (const k of keyframes) {
    const late = offsets[k] as number;
    const onTime = timingAt(late);
    // A section in which nothing is worth a point still has limbs that were seen.
    const weight = (reference.weights.keyframes[k] as number) + 1e-9;
    for (let g = first; g <= last; g++) {
      const at = k * G + g;
      const told = weight * (marks.seen[at] as number);
      all += weight * (marks.weight[at] as number);
      seen += told;
      shape += told * (marks.shape[at] as number);
      energy += told * (marks.energy[at] as number);
      timing += told * onTime;
      offset += told * late;
    }
  }
  if (!(seen > 0)) return { shape: 0, timing: 0, energy: 0, coverage: 0, offset: null };
  return {
    shape: shape / seen,
    timing: timing / seen,
    energy: energy / seen,
    coverage: Math.min(1, seen / all),
    offset: offset / seen,
  };
}

/** Every limb over some keyframes, null where it was not seen; over the whole take each has its own measured lag. */
export function limbsOf(
  reference: Reference,
  of: Assessment,
  keyframes: readonly number[],
  whole: boolean,
): LimbResults {
  const result = (limb: LimbGroup, g: number): [LimbGroup, LimbResult | null] => {
    const means = meansOf(reference, of, keyframes, g);
    if (means.coverage < LIMB_SEEN) return [limb, null];
    const lag = whole ? (of.limbLags[g] ?? null) : of.inStep ? means.offset : null;
    return [
      limb,
      { shape: round(means.shape, 4), offset: lag === null ? null : round(lag, 4), energy: round(means.energy, 4) },
    ];
  };
  return Object.fromEntries(LIMB_GROUPS.map(result)) as unknown as LimbResults;
}

/** The eight-counts of the section, each with its own means. */
export function eightCountsOf(reference: Reference, of: Assessment): EightCountResult[] {
  const groups = new Map<number, number[]>();
  for (const { count, index } of reference.keyframes) {
    const eight = Math.floor(count / 8);
    const group = groups.get(eight);
    if (group === undefined) groups.set(eight, [index]);
    else group.push(index);
  }
  return [...groups].map(([eightCount, keyframes]) => {
    const means = meansOf(reference, of, keyframes);
    return {
      eightCount,
      shape: round(means.shape, 4),
      timing: round(means.timing, 4),
      energy: round(means.energy, 4),
      offset: means.offset === null || !of.inStep ? null : round(means.offset, 4),
      coverage: round(means.coverage, 4),
      limbs: limbsOf(reference, of, keyframes, false),
    };
  });
}
