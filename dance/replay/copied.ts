import { mirrorPose, type Pose, type Track } from "../pose/pose.ts";
import { ALL_KEYPOINTS, apart } from "./apart.ts";
import { isOverlaid } from "./overlaid.ts";
import { PoseAt } from "./pose-at.ts";
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
/** The first look goes by one in so many of the frames. */
const ROUGHLY = 3;

/**
 * Whether a take (or its mirror image) is a track that was written before, as it is or with trembling laid over it: at its
 * times, or all a little sooner or later.
 */
export function followsTrack(take: Track, original: Track, mirror = false): boolean {
  const faced = mirror ? take.map(({ time, pose }) => ({ time, pose: mirrorPose(pose) })) : take;
  const stride = Math.max(1, Math.floor(take.length / COPIED.frames));
  const sample = faced.filter((_, i) => i % stride === 0);
  if (sample.length < COPIED.leastFrames || original.length < 2) return false;
  let [best, shift, reach]: [number, number, number] = [Number.POSITIVE_INFINITY, 0, COPIED.shift];
  for (const [i, step] of SEARCH.entries()) {
    const about = shift;
    const looked = i === 0 ? sample.filter((_, n) => n % ROUGHLY === 0) : sample;
    best = Number.POSITIVE_INFINITY;
    for (let n = -Math.round(reach / step); n <= Math.round(reach / step); n++) {
      const far = distance(looked, original, about + n * step);
      if (far < best) [best, shift] = [far, about + n * step];
    }
    reach = step;
  }
  return best <= COPIED.distance || isOverlaid(faced, original, shift);
}

/**
 * Whether one take is made of another's poses, with or without trembling laid over: one after another whatever their
 * times, or at their times where frames were left out or put in.
 */
export function copies(one: Track, other: Track): boolean {
  return samePoses(one, other) || followsTrack(one, other);
}

/** Whether two takes are the same poses one after another, whatever their times and with or without trembling laid over. */
function samePoses(one: Track, other: Track): boolean {
  if (one.length !== other.length || one.length < COPIED.leastFrames) return false;
  const stride = Math.max(1, Math.floor(one.length / COPIED.frames));
  const far: number[] = [];
  for (let i = 0; i < one.length; i += stride)
    far.push(apart(one[i]?.pose as Pose, other[i]?.pose as Pose, ALL_KEYPOINTS));
  const inTime = other.map(({ pose }, i) => ({ time: one[i]?.time ?? 0, pose }));
  return quantile(far, 0.5) <= COPIED.distance || isOverlaid(one, inTime, 0);
}

/** Median distance of the frames from the original at their times; infinite where they hardly overlap. */
function distance(sample: Track, original: Track, shift: number): number {
  const far: number[] = [];
  const poseAt = new PoseAt(original);
  for (const frame of sample) {
    const pose = poseAt.read(frame.time + shift);
    if (pose) far.push(apart(frame.pose, pose, ALL_KEYPOINTS));
  }
  return far.length * 2 >= sample.length ? quantile(far, 0.5) : Number.POSITIVE_INFINITY;
}
