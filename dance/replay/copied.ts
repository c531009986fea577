import { mirrorPose, POSE_SIZE, type Pose, type Track } from "../pose/pose.ts";
import { quantile } from "./quantile.ts";

/**
 * A detector trembles and no body is the reference's: what follows a track to the step was not danced. Distances are in
 * picture heights after the copy was laid over the original (moved and scaled as a whole).
 */
export const COPIED = {
  /** Frames looked at, spread over the take. */
  frames: 48,
  /** Fewer frames than this tell nothing. */
  leastFrames: 12,
  /** Median distance of a copy: three steps of the replay's grid. A figure drawn from the reference and filmed lies at 0.004. */
  distance: 0.0015,
  /** Seconds by which a copy may have been moved in time. */
  shift: 0.5,
} as const;

/** Steps of the search in time, seconds: each looks about the best of the one before. */
const SEARCH = [1 / 30, 1 / 120, 1 / 500] as const;

/** Whether a take (or its mirror image) is a track that was written before: at its times, or all a little sooner or later. */
export function followsTrack(take: Track, original: Track, mirror = false): boolean {
  const stride = Math.max(1, Math.floor(take.length / COPIED.frames));
  const sample = take
    .filter((_, i) => i % stride === 0)
    .map(({ time, pose }) => ({ time, pose: mirror ? mirrorPose(pose) : pose }));
  if (sample.length < COPIED.leastFrames || original.length < 2) return false;
  let [best, shift, reach]: [number, number, number] = [Number.POSITIVE_INFINITY, 0, COPIED.shift];
  for (const step of SEARCH) {
    const about = shift;
    for (let n = -Math.round(reach / step); n <= Math.round(reach / step); n++) {
      const far = distance(sample, original, about + n * step);
      if (far < best) [best, shift] = [far, about + n * step];
    }
    reach = step;
  }
  return best <= COPIED.distance;
}

/** Whether two takes are the same poses one after another, whatever their times; a constant move aside. */
export function samePoses(one: Track, other: Track): boolean {
  if (one.length !== other.length || one.length < COPIED.leastFrames) return false;
  const stride = Math.max(1, Math.floor(one.length / COPIED.frames));
  const apart: number[] = [];
  for (let i = 0; i < one.length; i += stride) apart.push(between(one[i]?.pose as Pose, other[i]?.pose as Pose));
  return quantile(apart, 0.5) <= COPIED.distance;
}

/** Median distance of the frames from the original at their times; infinite where they hardly overlap. */
function distance(sample: Track, original: Track, shift: number): number {
  const apart: number[] = [];
  const pose = new Float32Array(POSE_SIZE);
  for (const frame of sample) {
    const time = frame.time + shift;
    const at = before(original, time);
    const [a, b] = [original[at], original[at + 1]];
    if (!a || !b || time < a.time || time > b.time) continue;
    const part = (time - a.time) / (b.time - a.time);
    for (let i = 0; i < POSE_SIZE; i++) pose[i] = (a.pose[i] as number) * (1 - part) + (b.pose[i] as number) * part;
    apart.push(between(frame.pose, pose));
  }
  return apart.length * 2 >= sample.length ? quantile(apart, 0.5) : Number.POSITIVE_INFINITY;
}

/** Index of the last frame not after a time, or of the first. */
function before(track: Track, time: number): number {
  let [low, high] = [0, track.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((track[middle]?.time ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Root of the mean squared distance of the keypoints after `one` is laid over `other`, in the units of `one`. */
function between(one: Pose, other: Pose): number {
  const n = POSE_SIZE / 3;
  let [ax, ay, bx, by] = [0, 0, 0, 0];
  for (let i = 0; i < POSE_SIZE; i += 3) {
    ax += (one[i] as number) / n;
    ay += (one[i + 1] as number) / n;
    bx += (other[i] as number) / n;
    by += (other[i + 1] as number) / n;
  }
  let [aa, ab, bb] = [0, 0, 0];
  for (let i = 0; i < POSE_SIZE; i += 3) {
    const [px, py] = [(one[i] as number) - ax, (one[i + 1] as number) - ay];
    const [qx, qy] = [(other[i] as number) - bx, (other[i + 1] as number) - by];
    aa += px * px + py * py;
    ab += px * qx + py * qy;
    bb += qx * qx + qy * qy;
  }
  if (!(bb > 0)) return Number.POSITIVE_INFINITY;
  return Math.sqrt(Math.max(0, aa - (ab > 0 ? (ab * ab) / bb : 0)) / n);
}
