import { ENDS, JOINTS, LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { AT, LIMB_GROUPS, type LimbGroup } from "../pose/keypoints.ts";
import type { Pose, Track } from "../pose/pose.ts";
import { PoseAt } from "../replay/pose-at.ts";
import { faultsAt } from "../scoring/faults.ts";

export const MEASURE = {
  /** A keypoint less sure than this was not seen. */
  seen: 0.25,
  /** Degrees from which a limb is off, and from which it is far off. */
  off: 15,
  far: 30,
  /** Seconds about a moment that are compared, and how far a limb may be early or late. */
  about: 0.6,
  search: 0.4,
  step: 1 / 60,
  /** Mean squared spread of a limb's directions below which it holds still: nothing tells when it came. */
  still: 0.015,
  /** The best match must be this much better than the mean one. */
  clear: 0.6,
} as const;

/** How a limb stands at a moment beside how it should; degrees on the picture. */
export interface LimbMeasure {
  readonly limb: LimbGroup;
  /** How far its worst segment points from where it should, 0..180. */
  readonly degrees: number;
  /** Degrees too low (+) or too high (-); null where it is off sideways only. */
  readonly lowBy: number | null;
  /** Degrees by which its elbow or knee is too open (+) or too bent (-); null where it has none. */
  readonly bend: number | null;
}

const S = SEGMENTS.length;
const BENDS: Partial<Record<LimbGroup, readonly [number, number, number]>> = {
  left_arm: [AT.left_shoulder, AT.left_elbow, AT.left_wrist],
  right_arm: [AT.right_shoulder, AT.right_elbow, AT.right_wrist],
  left_leg: [AT.left_hip, AT.left_knee, AT.left_ankle],
  right_leg: [AT.right_hip, AT.right_knee, AT.right_ankle],
};

/** Every limb that both poses show, in the order of LIMB_GROUPS. */
export function measureLimbs(wanted: Pose, own: Pose): LimbMeasure[] {
  const faults = faultsAt(pointing(wanted), 0, pointing(own), 0, 0);
  return LIMB_GROUPS.flatMap((limb) => {
    const fault = faults.find((it) => it.limb === limb);
    return fault ? [{ limb, degrees: fault.degrees, lowBy: fault.lowBy, bend: bendBy(wanted, own, limb) }] : [];
  });
}

function bendBy(wanted: Pose, own: Pose, limb: LimbGroup): number | null {
  const [a, b] = [bendOf(wanted, limb), bendOf(own, limb)];
  return a === null || b === null ? null : Math.round(b - a) + 0;
}

/** Degrees inside an elbow or a knee: 180 is stretched. */
function bendOf(pose: Pose, limb: LimbGroup): number | null {
  const [root, middle, end] = BENDS[limb] ?? [];
  if (root === undefined || middle === undefined || end === undefined) return null;
  if ([root, middle, end].some((k) => !((pose[k * 3 + 2] as number) >= MEASURE.seen))) return null;
  const angle = (k: number) =>
    Math.atan2(
      (pose[k * 3 + 1] as number) - (pose[middle * 3 + 1] as number),
      (pose[k * 3] as number) - (pose[middle * 3] as number),
    );
  const between = Math.abs(angle(root) - angle(end)) * (180 / Math.PI);
  return between > 180 ? 360 - between : between;
}

/** A pose as directions of one cell, as dance/scoring/faults.ts reads them. */
function pointing(pose: Pose) {
  const [x, y, masks] = [new Float64Array(S), new Float64Array(S), new Uint16Array(1)];
  for (let s = 0; s < S; s++) {
    const at = (end: number) => (JOINTS[ENDS[s * 4 + end] as number] ?? 0) * 3;
    const ends = [at(0), at(1), at(2), at(3)] as const;
    if (ends.some((k) => !((pose[k + 2] as number) >= MEASURE.seen))) continue;
    const along = (axis: number) =>
      ((pose[ends[2] + axis] as number) +
        (pose[ends[3] + axis] as number) -
        (pose[ends[0] + axis] as number) -
        (pose[ends[1] + axis] as number)) /
      2;
    x[s] = along(0);
    y[s] = along(1);
    masks[0] = (masks[0] as number) | (1 << s);
  }
  return { count: 1, x, y, masks };
}

/**
 * Seconds by which a limb comes late (+) or early (-) about a moment: the shift at which its directions follow those of
 * the reference best. Null where it holds still, was not seen, or follows nowhere.
 */
export function limbDelay(reference: Track, take: Track, limb: LimbGroup, time: number): number | null {
  const [wanted, own] = [new PoseAt(reference), new PoseAt(take)];
  const samples = samplesOf(wanted, limb, time);
  if (!samples || spreadOf(samples) < MEASURE.still) return null;
  const reach = Math.round(MEASURE.search / MEASURE.step);
  const errors = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    errorAt(samples, own, limb, (i - reach) * MEASURE.step),
  );
  const known = errors.filter((it) => it !== null);
  const least = Math.min(...known);
  const best = errors.indexOf(least);
  const [before, after] = [errors[best - 1] ?? null, errors[best + 1] ?? null];
  if (before === null || after === null) return null;
  if (least > MEASURE.clear * (known.reduce((sum, it) => sum + it, 0) / known.length)) return null;
  const curve = before - 2 * least + after;
  return (best - reach + (curve > 0 ? (before - after) / (2 * curve) : 0)) * MEASURE.step;
}

interface Sample {
  readonly time: number;
  /** Unit vectors of the limb's segments: x, y, x, y; NaN where not seen. */
  readonly to: readonly number[];
}

function directions(pose: Pose, limb: LimbGroup): number[] {
  const { x, y, masks } = pointing(pose);
  return SEGMENTS.flatMap((_, s) => {
    if (LIMB_OF[s] !== LIMB_GROUPS.indexOf(limb)) return [];
    const long = Math.hypot(x[s] as number, y[s] as number);
    const seen = (((masks[0] as number) >> s) & 1) === 1 && long > 1e-6;
    return seen ? [(x[s] as number) / long, (y[s] as number) / long] : [Number.NaN, Number.NaN];
  });
}

function samplesOf(track: PoseAt, limb: LimbGroup, time: number): Sample[] | null {
  const samples: Sample[] = [];
  for (let at = time - MEASURE.about; at <= time + MEASURE.about; at += 2 * MEASURE.step) {
    const pose = track.read(at);
    if (pose) samples.push({ time: at, to: directions(pose, limb) });
  }
  return samples.length * 2 * MEASURE.step > MEASURE.about ? samples : null;
}

/** Mean squared distance of the directions from their means. */
function spreadOf(samples: readonly Sample[]): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < (samples[0]?.to.length ?? 0); i++) {
    const values = samples.map(({ to }) => to[i] as number).filter((value) => !Number.isNaN(value));
    const middle = values.reduce((all, value) => all + value, 0) / (values.length || 1);
    for (const value of values) sum += (value - middle) ** 2;
    n += values.length;
  }
  return n > 0 ? (2 * sum) / n : 0;
}

/** Mean squared distance of a take's directions, so many seconds on, from the samples; null where too few were seen. */
function errorAt(samples: readonly Sample[], own: PoseAt, limb: LimbGroup, shift: number): number | null {
  let [sum, n] = [0, 0];
  for (const { time, to } of samples) {
    const pose = own.read(time + shift);
    if (!pose) continue;
    const now = directions(pose, limb);
    for (let i = 0; i < to.length; i++) {
      const apart = ((to[i] as number) - (now[i] as number)) ** 2;
      if (Number.isNaN(apart)) continue;
      sum += apart;
      n++;
    }
  }
  return n >= (samples.length * (samples[0]?.to.length ?? 0)) / 2 ? sum / n : null;
}

/** Share of the frames between two times in which all of a limb was seen, 0..1; 0 where there are none. */
export function limbSeen(take: Track, limb: LimbGroup, from: number, to: number): number {
  let [all, seen] = [0, 0];
  for (const { time, pose } of take) {
    if (time < from || time > to) continue;
    all++;
    if (!directions(pose, limb).some(Number.isNaN)) seen++;
  }
  return all > 0 ? seen / all : 0;
}
