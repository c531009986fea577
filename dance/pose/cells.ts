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
const STEPS = Math.round(1 / GRID.coordinate);
/** The least confidence that the replay's grid rounds to one that counts as seen. */
const SURE = (Math.ceil(SEEN / GRID.confidence) - 0.5) * GRID.confidence;
/** Seconds after the start beyond which a time is nonsense. */
const FAR_AWAY = 1e6;
/** Cells that a bridged gap can touch. */
const PIECES = Math.ceil(BRIDGE * CELL_RATE) + 2;
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
  /** For each joint, where its numbers stand in a pose. */
  readonly #source: Int32Array;
  readonly #start: number;
  readonly #x = new Float64Array(J);
  readonly #y = new Float64Array(J);
  readonly #seen = new Uint8Array(J);
  readonly #lastX = new Float64Array(J);
  readonly #lastY = new Float64Array(J);
  readonly #lastTime = new Float64Array(J).fill(Number.NEGATIVE_INFINITY);
  readonly #repair = new SwapRepair();
  readonly #pieceCell = new Int32Array(PIECES);
  readonly #pieceSeconds = new Float64Array(PIECES);
  readonly #pieceMiddle = new Float64Array(PIECES);
  #pieces = 0;

  /** `from`, `to` in seconds of song time; `mirror` swaps sides and flips x as frames come in. */
  constructor(from: number, to: number, mirror: boolean) {
    this.from = from;
    this.count = Math.max(1, Math.ceil((to - from) * CELL_RATE - 1e-6)) + 1 + 2 * CELL_PAD;
    this.#start = from - (CELL_PAD + 0.5) / CELL_RATE;
    this.#mirror = mirror;
    this.#source = Int32Array.from(JOINTS, (_, j) => (JOINTS[mirror ? (OTHER_JOINT[j] ?? j) : j] ?? 0) * 3);
    this.sumX = new Float64Array(J * this.count);
    this.sumY = new Float64Array(J * this.count);
    this.seconds = new Float64Array(J * this.count);
  }

  /** Cells before this one are over: the newest frame lies beyond them. */
  get whole(): number {
    return Math.max(0, Math.min(this.count, Math.floor((this.latest - this.#start) * CELL_RATE)));
  }

  /** Takes one pose at `time` (seconds). Time that does not advance is ignored; what is not a number is unseen. */
  add(time: number, pose: Pose): void {
    if (!(time > this.latest) || !(time < this.from + FAR_AWAY)) return;
    const before = this.latest - this.#start;
    const now = time - this.#start;
    this.latest = time;
    this.#read(pose);
    this.#repair.run(this.#x, this.#y, this.#seen);
    this.#split(before, now);
    this.#spread(before, now);
  }

  #spread(before: number, now: number): void {
    const [seen, x, y] = [this.#seen, this.#x, this.#y];
    const [lastX, lastY, lastTime] = [this.#lastX, this.#lastY, this.#lastTime];
    for (let j = 0; j < J; j++) {
      if (seen[j] === 0) continue;
      const last = lastTime[j] as number;
      if (last === before) this.#line(j);
      else if (now - last <= BRIDGE) {
        this.#split(last, now);
        this.#line(j);
        this.#split(before, now);
      }
      lastTime[j] = now;
      lastX[j] = x[j] as number;
      lastY[j] = y[j] as number;
    }
  }

  /** Cuts the time from `before` to `now` at the borders of the cells: for each piece its cell, length and middle (0..1). */
  #split(before: number, now: number): void {
    this.#pieces = 0;
    if (now - before > BRIDGE) return;
    const last = Math.min(this.count - 1, Math.floor(now * CELL_RATE));
    for (let cell = Math.max(0, Math.floor(before * CELL_RATE)); cell <= last; cell++) {
      const a = Math.max(before, cell / CELL_RATE);
      const b = Math.min(now, (cell + 1) / CELL_RATE);
      if (b <= a) continue;
      this.#pieceCell[this.#pieces] = cell;
      this.#pieceSeconds[this.#pieces] = b - a;
      this.#pieceMiddle[this.#pieces++] = (0.5 * (a + b) - before) / (now - before);
    }
  }

  /** Adds the straight way from the joint's last place to its new one, piece by piece. */
  #line(j: number): void {
    const { sumX, sumY, seconds } = this;
    const [cells, lengths, middles, pieces] = [this.#pieceCell, this.#pieceSeconds, this.#pieceMiddle, this.#pieces];
    const x0 = this.#lastX[j] as number;
    const y0 = this.#lastY[j] as number;
    const dx = (this.#x[j] as number) - x0;
    const dy = (this.#y[j] as number) - y0;
    const first = j * this.count;
    for (let p = 0; p < pieces; p++) {
      const at = first + (cells[p] as number);
      const length = lengths[p] as number;
      const middle = middles[p] as number;
      sumX[at] = (sumX[at] as number) + length * (x0 + dx * middle);
      sumY[at] = (sumY[at] as number) + length * (y0 + dy * middle);
      seconds[at] = (seconds[at] as number) + length;
    }
  }

  #read(pose: Pose): void {
    const fits = pose.length >= POSE_SIZE;
    const sign = this.#mirror ? -1 : 1;
    const [source, seen, xs, ys] = [this.#source, this.#seen, this.#x, this.#y];
    for (let j = 0; j < J; j++) {
      const at = source[j] as number;
      // Half up, as Math.round does; NaN and what lies far off fails the comparison below.
      const x = Math.floor((pose[at] as number) * STEPS + 0.5) / STEPS;
      const y = Math.floor((pose[at + 1] as number) * STEPS + 0.5) / STEPS;
      const sure = (pose[at + 2] as number) >= SURE;
      seen[j] = fits && sure && x > -FAR && x < FAR && y > -FAR && y < FAR ? 1 : 0;
      xs[j] = sign * x;
      ys[j] = y;
    }
  }
}
