import { JOINTS, OTHER_JOINT } from "./body.ts";
import { GRID, POSE_SIZE, type Pose } from "./pose.ts";
import { SwapRepair } from "./swap.ts";

/** Cells a second. Dance on counts has little above 5 Hz; a cell averages one to three camera frames. */
export const CELL_RATE = 15;
/** Cells before `from` and after `to`: lag is searched in them. */
export const CELL_PAD = 9;
/** A keypoint below this confidence was not seen. MoveNet's own advice is 0.2 to 0.3. */
export const SEEN = 0.25;
/** Seconds over which an unseen keypoint is taken to have moved in a straight line. */
const BRIDGE = 0.3;
/** Coordinates beyond so many picture heights are not a body. */
const FAR = 16;
const J = JOINTS.length;

/**
 * Joint positions averaged over cells of 1/15 s, so that judging does not depend on the camera's frame rate.
 * All storage is allocated at once from the span's length; `add` allocates nothing.
 */
export class Cells {
  readonly from: number;
  readonly count: number;
  /** Sums of seconds * coordinate and of seconds; joint-major: joint * count + cell. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly seconds: Float64Array;
  /** Song time of the newest frame, or -Infinity. */
  latest = Number.NEGATIVE_INFINITY;
  readonly #mirror: boolean;
  readonly #start: number;
  readonly #x = new Float64Array(J);
  readonly #y = new Float64Array(J);
  readonly #seen = new Uint8Array(J);
  readonly #lastX = new Float64Array(J);
  readonly #lastY = new Float64Array(J);
  readonly #lastTime = new Float64Array(J).fill(Number.NEGATIVE_INFINITY);
  readonly #repair = new SwapRepair();

  /** `from`, `to` in seconds of song time; `mirror` swaps sides and flips x as frames come in. */
  constructor(from: number, to: number, mirror: boolean) {
    this.from = from;
    this.count = Math.max(1, Math.ceil((to - from) * CELL_RATE - 1e-6)) + 1 + 2 * CELL_PAD;
    this.#start = from - (CELL_PAD + 0.5) / CELL_RATE;
    this.#mirror = mirror;
    this.sumX = new Float64Array(J * this.count);
    this.sumY = new Float64Array(J * this.count);
    this.seconds = new Float64Array(J * this.count);
  }

  /** Takes one pose at `time` (seconds). Time that does not advance is ignored; what is not a number is unseen. */
  add(time: number, pose: Pose): void {
    if (!(time > this.latest) || !(time < this.from + 1e6)) return;
    this.latest = time;
    this.#read(pose);
    this.#repair.run(this.#x, this.#y, this.#seen);
    const now = time - this.#start;
    for (let j = 0; j < J; j++) {
      if (this.#seen[j] === 0) continue;
      const x = this.#x[j] as number;
      const y = this.#y[j] as number;
      const before = this.#lastTime[j] as number;
      if (now - before <= BRIDGE) this.#line(j, before, now, x, y);
      this.#lastTime[j] = now;
      this.#lastX[j] = x;
      this.#lastY[j] = y;
    }
  }

  #read(pose: Pose): void {
    const fits = pose.length >= POSE_SIZE;
    for (let j = 0; j < J; j++) {
      const at = (JOINTS[this.#mirror ? (OTHER_JOINT[j] as number) : j] as number) * 3;
      const x = Math.round((pose[at] as number) / GRID.coordinate) * GRID.coordinate;
      const y = Math.round((pose[at + 1] as number) / GRID.coordinate) * GRID.coordinate;
      const confidence = Math.round((pose[at + 2] as number) / GRID.confidence) * GRID.confidence;
      this.#seen[j] = fits && confidence >= SEEN && x > -FAR && x < FAR && y > -FAR && y < FAR ? 1 : 0;
      this.#x[j] = this.#mirror ? -x : x;
      this.#y[j] = y;
    }
  }

  /** Adds the straight way from the joint's last place to (x, y) to every cell that it crosses. */
  #line(j: number, before: number, now: number, x: number, y: number): void {
    const span = now - before;
    const x0 = this.#lastX[j] as number;
    const y0 = this.#lastY[j] as number;
    const last = Math.min(this.count - 1, Math.floor(now * CELL_RATE));
    for (let cell = Math.max(0, Math.floor(before * CELL_RATE)); cell <= last; cell++) {
      const a = Math.max(before, cell / CELL_RATE);
      const b = Math.min(now, (cell + 1) / CELL_RATE);
      if (b <= a) continue;
      const part = (0.5 * (a + b) - before) / span;
      const at = j * this.count + cell;
      (this.sumX[at] as number) += (b - a) * (x0 + (x - x0) * part);
      (this.sumY[at] as number) += (b - a) * (y0 + (y - y0) * part);
      (this.seconds[at] as number) += b - a;
    }
  }
}
