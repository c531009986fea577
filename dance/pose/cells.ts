import { JOINTS, OTHER_JOINT, UPPER_JOINTS } from "./body.ts";
import { BRIDGE, CELL_RATE, Pieces } from "./pieces.ts";
import { GRID, POSE_SIZE, type Pose } from "./pose.ts";
import { SwapRepair } from "./swap.ts";

/** Cells before `from` and after `to`: lag is searched in them. */
export const CELL_PAD = 9;
/** A keypoint below this confidence was not seen. MoveNet's own advice is 0.2 to 0.3. */
export const SEEN = 0.25;
/** Coordinates beyond so many picture heights are not a body. */
const FAR = 16;
const STEPS = Math.round(1 / GRID.coordinate);
/** The least confidence that the replay's grid rounds to one that counts as seen. */
const SURE = (Math.ceil(SEEN / GRID.confidence) - 0.5) * GRID.confidence;
/** Seconds after the start beyond which a time is nonsense. */
const FAR_AWAY = 1e6;
const J = JOINTS.length;

/**
 * Joint positions averaged over cells of 1/15 s, so that judging does not depend on the camera's frame rate.
 * All storage is allocated at once from the span's length; `add` allocates nothing.
 */
export class Cells {
  readonly from: number;
  readonly count: number;
  /** Sums of seconds * coordinate and of seconds; cell-major: cell * 13 + joint. */
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
  readonly #lastTime = new Float64Array(J).fill(Number.NEGATIVE_INFINITY);
  readonly #repair = new SwapRepair();
  readonly #pieces: Pieces;
  /** How many joints are read, the first; the rest stays unseen. */
  readonly #judged: number;
  /** Whether the newest frame showed every joint that is read. */
  #allSeen = false;

  /** `from`, `to` in seconds of song time; `mirror` swaps sides and flips x as frames come in, `seated` reads no legs. */
  constructor(from: number, to: number, mirror: boolean, seated: boolean) {
    this.from = from;
    this.count = Math.max(1, Math.ceil((to - from) * CELL_RATE - 1e-6)) + 1 + 2 * CELL_PAD;
    this.#start = from - (CELL_PAD + 0.5) / CELL_RATE;
    this.#mirror = mirror;
    this.#judged = seated ? UPPER_JOINTS : J;
    this.#pieces = new Pieces(this.count);
    this.#source = Int32Array.from(JOINTS, (_, j) => (JOINTS[mirror ? (OTHER_JOINT[j] ?? j) : j] ?? 0) * 3);
    this.sumX = new Float64Array(J * this.count);
    this.sumY = new Float64Array(J * this.count);
    this.seconds = new Float64Array(J * this.count);
  }

  /** Cells before this one are over: the newest frame lies beyond them. */
  get whole(): number {
    return Math.max(0, Math.min(this.count, Math.floor((this.latest - this.#start) * CELL_RATE)));
  }

  /**
   * Takes one pose at `time` (seconds); its numbers stand at `offset` and after. Time that does not advance is ignored;
   * what is not a number is unseen.
   */
  add(time: number, pose: Pose, offset = 0): void {
    if (!(time > this.latest) || !(time < this.from + FAR_AWAY)) return;
    const before = this.latest - this.#start;
    const now = time - this.#start;
    this.latest = time;
    const wasWhole = this.#allSeen;
    this.#allSeen = this.#read(pose, offset);
    this.#repair.exchange(this.#x, this.#y, this.#seen);
    this.#pieces.cut(before, now);
    if (wasWhole && this.#allSeen) this.#lines(0, this.#judged);
    else this.#spread(before, now);
    this.#repair.keep(this.#x, this.#y, this.#seen);
    for (let j = 0; j < J; j++) if (this.#seen[j] === 1) this.#lastTime[j] = now;
  }

  #spread(before: number, now: number): void {
    const seen = this.#seen;
    const lastTime = this.#lastTime;
    for (let j = 0; j < J; j++) {
      if (seen[j] === 0) continue;
      const last = lastTime[j] as number;
      if (last === before) this.#lines(j, j + 1);
      else if (now - last <= BRIDGE) {
        this.#pieces.cut(last, now);
        this.#lines(j, j + 1);
        this.#pieces.cut(before, now);
      }
    }
  }

  /** Adds the straight ways of joints `from` to `to` from their last places to their new ones, piece by piece. */
  #lines(from: number, to: number): void {
    const { cells, seconds: lengths, middles, count } = this.#pieces;
    const { sumX, sumY, seconds } = this;
    const x = this.#x;
    const y = this.#y;
    const { lastX, lastY } = this.#repair;
    for (let p = 0; p < count; p++) {
      const first = (cells[p] as number) * J;
      const length = lengths[p] as number;
      const middle = middles[p] as number;
      for (let j = from; j < to; j++) {
        const at = first + j;
        const x0 = lastX[j] as number;
        const y0 = lastY[j] as number;
        sumX[at] = (sumX[at] as number) + length * (x0 + ((x[j] as number) - x0) * middle);
        sumY[at] = (sumY[at] as number) + length * (y0 + ((y[j] as number) - y0) * middle);
        seconds[at] = (seconds[at] as number) + length;
      }
    }
  }

  /** Takes the joints of a pose; answers whether all that are read were seen. */
  #read(pose: Pose, offset: number): boolean {
    const fits = pose.length - offset >= POSE_SIZE;
    const sign = this.#mirror ? -1 : 1;
    const source = this.#source;
    const seen = this.#seen;
    const xs = this.#x;
    const ys = this.#y;
    let all = fits;
    for (let j = 0; j < this.#judged; j++) {
      const at = offset + (source[j] as number);
      // Half up, as Math.round does; NaN and what lies far off fails the comparison below.
      const x = Math.floor((pose[at] as number) * STEPS + 0.5) / STEPS;
      const y = Math.floor((pose[at + 1] as number) * STEPS + 0.5) / STEPS;
      const sure = fits && (pose[at + 2] as number) >= SURE && x > -FAR && x < FAR && y > -FAR && y < FAR;
      seen[j] = sure ? 1 : 0;
      all = all && sure;
      xs[j] = sign * x;
      ys[j] = y;
    }
    return all;
  }
}
