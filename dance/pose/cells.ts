import { JOINTS } from "./body.ts";
import type { Columns } from "./columns.ts";
import { CELL_RATE, Pieces } from "./pieces.ts";
import type { Pose } from "./pose.ts";
import type { Room } from "./room.ts";
import { ROW, RUN, Run } from "./run.ts";
import { SwapRepair } from "./swap.ts";

/** Cells before `from` and after `to`: lag is searched in them. */
export const CELL_PAD = 9;
/** Seconds after the start beyond which a time is nonsense. */
const FAR_AWAY = 1e6;
const J = JOINTS.length;

/** What a take of a section is read by. */
export interface CellsOf {
  /** Seconds of song time. */
  readonly from: number;
  readonly to: number;
  readonly mirror: boolean;
  readonly seated: boolean;
}

/**
 * Joint positions averaged over cells of 1/15 s, so that judging does not depend on the camera's frame rate.
 * All storage is allocated at once from the span's length; `add` allocates nothing.
 */
export class Cells {
  readonly from: number;
  readonly count: number;
  /** Sums of seconds * coordinate and of seconds; joint after joint: joint * count + cell. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly seconds: Float64Array;
  /** Song time of the newest frame, or -Infinity. */
  latest = Number.NEGATIVE_INFINITY;
  readonly #start: number;
  readonly #run: Run;
  readonly #repair = new SwapRepair();
  /** Seconds after the start of each frame of the run and of the frame before; its way there, cut at the cells' borders. */
  readonly #times = new Float64Array(RUN + 1).fill(Number.NEGATIVE_INFINITY);
  readonly #ways: Pieces;
  /** The way of one joint that was out of sight. */
  readonly #way: Pieces;
  /** When each joint was seen last. */
  readonly #lastTime = new Float64Array(J).fill(Number.NEGATIVE_INFINITY);

  constructor({ from, to, mirror, seated }: CellsOf, room: Room) {
    this.from = from;
    this.count = Math.max(1, Math.ceil((to - from) * CELL_RATE - 1e-6)) + 1 + 2 * CELL_PAD;
    this.#start = from - (CELL_PAD + 0.5) / CELL_RATE;
    this.#run = new Run(mirror, seated);
    this.#ways = new Pieces(this.count, RUN);
    this.#way = new Pieces(this.count, 1);
    this.sumX = room.floats(J * this.count);
    this.sumY = room.floats(J * this.count);
    this.seconds = room.floats(J * this.count);
  }

  /** Cells before this one are over: the newest frame lies beyond them. */
  get whole(): number {
    return Math.max(0, Math.min(this.count, Math.floor((this.latest - this.#start) * CELL_RATE)));
  }

  /** Takes one pose at `time` (seconds). Time that does not advance is ignored; what is not a number is unseen. */
  add(time: number, pose: Pose): void {
    if (!this.#advances(time)) return;
    this.#run.readPose(pose);
    this.#enter(0, time);
    this.#take(1);
  }

  /** Takes frames `from` to `to` of columns, as `add` would one by one. */
  addColumns(columns: Columns, from: number, to: number): void {
    for (let first = from; first < to; ) {
      let last = first;
      for (; last < to && last - first < RUN && this.#advances(columns.times[last] as number); last++)
        this.#enter(last - first, columns.times[last] as number);
      if (last > first) {
        this.#run.readColumns(columns, first, last);
        this.#take(last - first);
        first = last;
      } else first++;
    }
  }

  #advances(time: number): boolean {
    return time > this.latest && time < this.from + FAR_AWAY;
  }

  #enter(frame: number, time: number): void {
    this.latest = time;
    this.#times[frame + 1] = time - this.#start;
  }

  /** Takes the `count` frames that stand in the run. */
  #take(count: number): void {
    const times = this.#times;
    const ways = this.#ways;
    this.#repair.exchange(this.#run);
    ways.clear();
    for (let i = 0; i < count; i++) ways.cut(times[i] as number, times[i + 1] as number);
    const { joints, told } = this.#run;
    for (let j = 0; j < joints; j++) {
      if (told[j] !== count || this.#lastTime[j] !== times[0]) this.#search(j, count);
      else {
        this.#follow(j, ways, 0);
        this.#lastTime[j] = times[count] as number;
      }
    }
    this.#run.end();
    times[0] = times[count] as number;
  }

  /** Adds a joint's straight ways to its place in the run's frame `frame` of the first stretch, and so on. */
  #follow(j: number, { count, of, cells, seconds: lengths, middles }: Pieces, frame: number): void {
    const { x, y } = this.#run;
    const { sumX, sumY, seconds } = this;
    const first = j * this.count;
    const row = j * ROW + frame;
    for (let p = 0; p < count; p++) {
      const to = first + (cells[p] as number);
      const at = row + (of[p] as number);
      const length = lengths[p] as number;
      const middle = middles[p] as number;
      const x0 = x[at] as number;
      const y0 = y[at] as number;
      sumX[to] = (sumX[to] as number) + length * (x0 + ((x[at + 1] as number) - x0) * middle);
      sumY[to] = (sumY[to] as number) + length * (y0 + ((y[at + 1] as number) - y0) * middle);
      seconds[to] = (seconds[to] as number) + length;
    }
  }

  /** Follows a joint that comes and goes: from where it was seen last, where that is not too long ago. */
  #search(j: number, count: number): void {
    const { x, y, seen } = this.#run;
    const times = this.#times;
    const way = this.#way;
    let before = this.#lastTime[j] as number;
    for (let i = 0, at = j * ROW + 1; i < count; i++, at++) {
      if (seen[at] === 0) {
        x[at] = x[at - 1] as number;
        y[at] = y[at - 1] as number;
        continue;
      }
      way.clear();
      way.cut(before, times[i + 1] as number);
      this.#follow(j, way, i);
      before = times[i + 1] as number;
    }
    this.#lastTime[j] = before;
  }
}
