import { POSE_SIZE, type Pose } from "./pose.ts";

/**
 * One-Euro filter (Casiez, Roussel, Vogel 2012): a low pass whose cutoff rises with speed, so that a held pose
 * does not tremble and a quick arm does not lag. Units: picture heights and hertz.
 */
export const SMOOTHING = {
  /** Cutoff at rest, Hz: lower trembles less. */
  restCutoff: 2.2,
  /** Hz added for each picture height a second of speed: higher lags less. */
  cutoffPerSpeed: 6,
  /** Cutoff for the speed itself, Hz. */
  speedCutoff: 3,
  /** A longer silence than this, in seconds, starts anew: the body may be anywhere. */
  longestGap: 0.4,
  /** A keypoint less sure than this is a guess; its filter starts anew when it is seen again. */
  leastConfidence: 0.2,
} as const;

/** How much of the new value a first-order low pass takes after `seconds`. */
const share = (cutoff: number, seconds: number): number => 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));

/** Smooths the poses of one body on their capture times. */
export class PoseSmoother {
  private readonly value = new Float64Array(POSE_SIZE);
  private readonly speed = new Float64Array(POSE_SIZE);
  /** By keypoint: 1 once it has been seen. */
  private readonly seen = new Uint8Array(POSE_SIZE / 3);
  private last = Number.NEGATIVE_INFINITY;

  /** Forgets the body. */
  reset(): void {
    this.seen.fill(0);
    this.last = Number.NEGATIVE_INFINITY;
  }

  /** Smooths `pose` in place and returns it; `time` in seconds on any rising clock. A pose out of order starts anew. */
  smooth(pose: Pose, time: number): Pose {
    const seconds = time - this.last;
    if (!(seconds > 0 && seconds <= SMOOTHING.longestGap)) this.reset();
    this.last = time;
    for (let k = 0; k < this.seen.length; k++) {
      if ((pose[k * 3 + 2] ?? 0) < SMOOTHING.leastConfidence) {
        this.seen[k] = 0;
        continue;
      }
      this.one(pose, k * 3, seconds, this.seen[k] === 1);
      this.one(pose, k * 3 + 1, seconds, this.seen[k] === 1);
      this.seen[k] = 1;
    }
    return pose;
  }

  private one(pose: Pose, i: number, seconds: number, known: boolean): void {
    const now = pose[i] ?? 0;
    if (!known) {
      this.value[i] = now;
      this.speed[i] = 0;
      return;
    }
    const before = this.value[i] ?? 0;
    const speed = this.speed[i] ?? 0;
    const steadied = speed + share(SMOOTHING.speedCutoff, seconds) * ((now - before) / seconds - speed);
    const cutoff = SMOOTHING.restCutoff + SMOOTHING.cutoffPerSpeed * Math.abs(steadied);
    const smoothed = before + share(cutoff, seconds) * (now - before);
    this.speed[i] = steadied;
    this.value[i] = smoothed;
    pose[i] = smoothed;
  }
}
