import { AT } from "../pose/keypoints.ts";
import { POSE_SIZE, type Pose, type Track } from "../pose/pose.ts";
import { apart } from "./apart.ts";
import { PoseAt } from "./pose-at.ts";
import { quantile } from "./quantile.ts";

/**
 * Trembling that was laid over a copy is gone when half a second is averaged: what is left of the distance tells bodies and
 * dances apart. Distances are in the take's trunks, after one was laid over the other (moved and scaled as a whole).
 */
export const OVERLAID = {
  /** Seconds that are averaged, and the fewest such stretches and frames in each that tell anything. */
  stretch: 0.5,
  /** At most about so many stretches are looked at, spread over the take. */
  mostStretches: 32,
  leastStretches: 6,
  leastFrames: 4,
  /** A keypoint less sure than this is not asked; so many must be seen in more than half of the frames. */
  seen: 0.25,
  leastKeypoints: 8,
  /**
   * Median distance of a copy. Two people who dance the same lie at 0.048 or more, one person twice before the same
   * camera at 0.0146 or more (1052 and 475 pairs of real motion); a figure drawn from the reference and filmed at 0.039.
   */
  distance: 0.01,
} as const;

const K = POSE_SIZE / 3;

/** Whether a take is an original with trembling laid over it, moved in time by so many seconds. */
export function isOverlaid(take: Track, original: Track, shift: number): boolean {
  const far = distances(take, original, shift);
  return far.length >= OVERLAID.leastStretches && quantile(far, 0.5) <= OVERLAID.distance;
}

/** The distance of every stretch of which enough was seen. */
function distances(take: Track, original: Track, shift: number): number[] {
  const far: number[] = [];
  const poseAt = new PoseAt(original);
  const from = take[0]?.time ?? 0;
  const stretches = ((take.at(-1)?.time ?? 0) - from) / OVERLAID.stretch;
  const every = Math.max(1, Math.floor(stretches / OVERLAID.mostStretches));
  let stretch = new Stretch();
  let index = 0;
  for (const { time, pose } of take) {
    const now = Math.floor((time - from) / OVERLAID.stretch);
    if (now % every !== 0) continue;
    if (now !== index) {
      stretch.tell(far);
      stretch = new Stretch();
      index = now;
    }
    const other = poseAt.read(time + shift);
    if (other) stretch.add(pose, other);
  }
  stretch.tell(far);
  return far;
}

/** Sums of two takes' keypoints over a stretch, where both saw them. */
class Stretch {
  readonly #one = new Float32Array(POSE_SIZE);
  readonly #other = new Float32Array(POSE_SIZE);
  readonly #seen = new Uint16Array(K);
  #frames = 0;

  add(one: Pose, other: Pose): void {
    this.#frames++;
    for (let k = 0, i = 0; k < K; k++, i += 3) {
      if (!((one[i + 2] as number) >= OVERLAID.seen && (other[i + 2] as number) >= OVERLAID.seen)) continue;
      (this.#seen[k] as number)++;
      for (let axis = i; axis < i + 2; axis++) {
        (this.#one[axis] as number) += one[axis] as number;
        (this.#other[axis] as number) += other[axis] as number;
      }
    }
  }

  /** Appends the distance of the means in trunks, where there is enough to tell one. */
  tell(far: number[]): void {
    if (this.#frames < OVERLAID.leastFrames) return;
    const keypoints: number[] = [];
    for (let k = 0; k < K; k++) {
      const seen = this.#seen[k] as number;
      if (seen * 2 <= this.#frames) continue;
      keypoints.push(k);
      for (let axis = k * 3; axis < k * 3 + 2; axis++) {
        (this.#one[axis] as number) /= seen;
        (this.#other[axis] as number) /= seen;
      }
    }
    const trunk = this.#trunk();
    if (keypoints.length >= OVERLAID.leastKeypoints && trunk > 0)
      far.push(apart(this.#one, this.#other, keypoints) / trunk);
  }

  #trunk(): number {
    const middle = (a: number, b: number, axis: number) =>
      ((this.#one[a * 3 + axis] ?? 0) + (this.#one[b * 3 + axis] ?? 0)) / 2;
    const across = (axis: number) =>
      middle(AT.left_shoulder, AT.right_shoulder, axis) - middle(AT.left_hip, AT.right_hip, axis);
    return Math.hypot(across(0), across(1));
  }
}
