import { JOINTS, OTHER_JOINT, UPPER_JOINTS } from "./body.ts";
import type { Columns } from "./columns.ts";
import { GRID, POSE_SIZE, type Pose } from "./pose.ts";

/** The most frames of a run. */
export const RUN = 32;
/** Room for each joint in a run: before its frames stands where it was seen last. */
export const ROW = RUN + 1;
/** A keypoint below this confidence was not seen. MoveNet's own advice is 0.2 to 0.3. */
const SEEN = 0.25;
/** Coordinates beyond so many picture heights are not a body. */
const FAR = 16;
const STEPS = Math.round(1 / GRID.coordinate);
/** The least step of confidence that counts as seen, and the least confidence that the replay's grid rounds to it. */
const SURE_STEP = Math.ceil(SEEN / GRID.confidence);
const SURE = (SURE_STEP - 0.5) * GRID.confidence;
const J = JOINTS.length;

/**
 * Joints of some frames in a row, joint after joint (joint * ROW + 1 + frame). Judging live takes runs of one frame, judging
 * a recording takes longer ones through the same code: joint by joint is several times faster than frame by frame.
 */
export class Run {
  count = 0;
  readonly x = new Float64Array(J * ROW);
  readonly y = new Float64Array(J * ROW);
  readonly seen = new Uint8Array(J * ROW);
  /** In how many of the frames each joint was seen. */
  readonly told = new Uint8Array(J);
  /** How many joints are read, the first; the rest stays unseen. */
  readonly joints: number;
  readonly #sign: number;
  /** For each joint, where its numbers stand in a pose. */
  readonly #source: Int32Array;

  /** `mirror` swaps sides and flips x, `seated` reads no legs. */
  constructor(mirror: boolean, seated: boolean) {
    this.joints = seated ? UPPER_JOINTS : J;
    this.#sign = mirror ? -1 : 1;
    this.#source = Int32Array.from(JOINTS, (_, j) => (JOINTS[mirror ? (OTHER_JOINT[j] ?? j) : j] ?? 0) * 3);
  }

  /** Takes a pose as the only frame; what is not a number is unseen. */
  readPose(pose: Pose): void {
    const fits = pose.length >= POSE_SIZE;
    this.count = 1;
    for (let j = 0; j < this.joints; j++) {
      const from = this.#source[j] as number;
      // Half up, as Math.round does; NaN and what lies far off fails the comparison below.
      const x = Math.floor((pose[from] as number) * STEPS + 0.5) / STEPS;
      const y = Math.floor((pose[from + 1] as number) * STEPS + 0.5) / STEPS;
      const sure = fits && (pose[from + 2] as number) >= SURE && x > -FAR && x < FAR && y > -FAR && y < FAR;
      this.x[j * ROW + 1] = this.#sign * x;
      this.y[j * ROW + 1] = y;
      this.seen[j * ROW + 1] = sure ? 1 : 0;
      this.told[j] = sure ? 1 : 0;
    }
  }

  /** Takes frames `from` to `to` of columns; they lie on the grid, so that nothing is rounded. */
  readColumns({ times, steps }: Columns, from: number, to: number): void {
    const { x, y, seen } = this;
    const step = this.#sign / STEPS;
    const frames = times.length;
    const count = to - from;
    this.count = count;
    for (let j = 0; j < this.joints; j++) {
      const xs = (this.#source[j] as number) * frames + from;
      const ys = xs + frames;
      const cs = ys + frames;
      let told = 0;
      for (let i = 0, at = j * ROW + 1; i < count; i++, at++) {
        const sure = (steps[cs + i] as number) >= SURE_STEP ? 1 : 0;
        x[at] = (steps[xs + i] as number) * step;
        y[at] = (steps[ys + i] as number) / STEPS;
        seen[at] = sure;
        told += sure;
      }
      this.told[j] = told;
    }
  }

  /** Ends the run: where each joint was last, it is before the next one. */
  end(): void {
    for (let j = 0, at = 0; j < this.joints; j++, at += ROW) {
      this.x[at] = this.x[at + this.count] as number;
      this.y[at] = this.y[at + this.count] as number;
    }
  }
}
