import { inPictureHeights } from "../../pose/heights.ts";
import { POSE_SIZE, type Pose, type PoseFrame, type Track } from "../../pose/pose.ts";

/** What was done with a file that is not quite like ours; each is told to whoever brings it in. */
export const REMARKS = ["points-missing", "points-extra", "others-left-out", "rate-assumed", "frames-empty"] as const;
export type RemarkCode = (typeof REMARKS)[number];

export interface Remark {
  readonly code: RemarkCode;
  /** How many points, people, frames; or frames a second that were assumed. */
  readonly count: number;
}

/** A track read from a foreign file, in picture heights, and what was done to read it. */
export interface Foreign {
  readonly track: Track;
  readonly remarks: readonly Remark[];
}

export const FORMAT_PROBLEMS = [
  "not-json",
  "not-this-format",
  "no-poses",
  "too-many-frames",
  "columns-missing",
] as const;
export type FormatProblem = (typeof FORMAT_PROBLEMS)[number];

/** Frames that are read at most: half an hour at 60 a second. */
export const FRAMES_MAX = 108_000;
/** Frames a second where a file does not say. */
export const USUAL_RATE = 30;

/** The remarks whose count is not 0. */
export const remarks = (counts: Readonly<Partial<Record<RemarkCode, number>>>): Remark[] =>
  REMARKS.flatMap((code) => ((counts[code] ?? 0) > 0 ? [{ code, count: counts[code] as number }] : []));

/** Numbers of a pose that was not seen. */
export const nobody = (): Pose => new Float32Array(POSE_SIZE);

/**
 * The track of one dancer out of frames with any number of people: at first whoever is seen most surely and largest, then
 * whoever is nearest to where that dancer last was. Frames without people stay as a pose that was not seen.
 */
export function followOne(people: readonly (readonly Pose[])[], timeOf: (frame: number) => number): Foreign {
  let last: Pose | null = null;
  let [others, empty] = [0, 0];
  const track: PoseFrame[] = people.map((poses, i) => {
    const chosen: Pose | null = last === null ? largest(poses) : nearest(poses, last);
    others = Math.max(others, poses.length - 1);
    if (chosen === null) empty++;
    else last = chosen;
    return { time: timeOf(i), pose: chosen ?? nobody() };
  });
  return { track: inPictureHeights(track), remarks: remarks({ "others-left-out": others, "frames-empty": empty }) };
}

/** The track of one dancer out of frames, `rate` a second (30 where null), and what points the file lacks or has beside ours. */
export function followAt(
  people: readonly (readonly Pose[])[],
  rate: number | null,
  points: { readonly missing: number; readonly extra: number },
): Foreign {
  const used = rate ?? USUAL_RATE;
  const followed = followOne(people, (i) => i / used);
  const done = remarks({
    "points-missing": points.missing,
    "points-extra": points.extra,
    "rate-assumed": rate === null ? USUAL_RATE : 0,
  });
  return { track: followed.track, remarks: [...done, ...followed.remarks] };
}

function largest(poses: readonly Pose[]): Pose | null {
  const size = (pose: Pose): number => {
    let [low, high, sure] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (let at = 0; at < POSE_SIZE; at += 3) {
      const c = pose[at + 2] as number;
      if (!(c > 0)) continue;
      low = Math.min(low, pose[at + 1] as number);
      high = Math.max(high, pose[at + 1] as number);
      sure += c;
    }
    return high > low ? (high - low) * sure : 0;
  };
  return best(poses, size);
}

function nearest(poses: readonly Pose[], to: Pose): Pose | null {
  return best(poses, (pose) => {
    let [sum, n] = [0, 0];
    for (let at = 0; at < POSE_SIZE; at += 3) {
      if (!((pose[at + 2] as number) > 0) || !((to[at + 2] as number) > 0)) continue;
      sum += Math.hypot((pose[at] as number) - (to[at] as number), (pose[at + 1] as number) - (to[at + 1] as number));
      n++;
    }
    return n > 0 ? -sum / n : Number.NEGATIVE_INFINITY;
  });
}

function best(poses: readonly Pose[], worth: (pose: Pose) => number): Pose | null {
  let chosen: Pose | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const pose of poses) {
    const value = worth(pose);
    if (chosen !== null && !(value > most)) continue;
    most = value;
    chosen = pose;
  }
  return chosen;
}
