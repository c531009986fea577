import { SEGMENTS, SHOULDERS, TRUNK } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";
import type { Room } from "../pose/room.ts";
import type { Velocities } from "./lag.ts";
import { RULES } from "./rules.ts";
import { tremblingOf } from "./tremble.ts";

const S = SEGMENTS.length;
/** What straying sideways weighs, for each segment. */
const SIDEWAYS: readonly number[] = SEGMENTS.map((_, s) =>
  s === TRUNK ? RULES.trunkSideways : s === SHOULDERS ? RULES.shouldersSideways : RULES.straySideways,
);
/** Columns of the running sums. */
const SEEN = 0;
const DX = 1;
const DY = 2;
const DXX = 3;
const DYY = 4;
const RR = 5;
const TT = 6;
const RT = 7;
const ALL = 8;
const COLUMNS = 9;

/** What reference and take have to do with each other about every keyframe; keyframe-major (keyframe * 11 + segment). */
export interface Windows {
  /** Share of the reference's seen cells that the take showed too, 0..1. */
  readonly seen: Float64Array;
  /** Mean squared error of the movement about its own mean, and of the mean itself; sideways errors count less. */
  readonly movement: Float64Array;
  readonly posture: Float64Array;
  /** The movement's mean squared error with sideways errors counting less still, and without the trembling of both. */
  readonly stray: Float64Array;
  /** Mean squared speed of reference and take, and the mean product of their speeds. */
  readonly referenceSpeed: Float64Array;
  readonly takeSpeed: Float64Array;
  readonly bothSpeed: Float64Array;
}

interface Pair {
  readonly reference: Directions;
  readonly take: Directions;
  readonly referenceVelocity: Velocities;
  readonly takeVelocity: Velocities;
  /** The reference's trembling. */
  readonly trembling: Float64Array;
  /** Cells of lag for every cell of the reference. */
  readonly lags: Int8Array;
}

/** Compares in windows of 2 s on either side of every keyframe, by running sums: cost does not grow with the window. */
export function windowsOf(pair: Pair, cells: Int32Array, room: Room): Windows {
  const size = cells.length * S;
  const make = () => room.floats(size);
  const out: Windows = {
    seen: make(),
    movement: make(),
    posture: make(),
    stray: make(),
    referenceSpeed: make(),
    takeSpeed: make(),
    bothSpeed: make(),
  };
  const n = pair.reference.count;
  const rows = rowsOf(cells, n);
  const lows = cells.map((cell) => rows[lowOf(cell, n)] as number);
  const highs = cells.map((cell) => rows[highOf(cell, n)] as number);
  const sums = room.floats((2 * cells.length + 1) * COLUMNS);
  const trembling = tremblingOf(pair.take);
  for (let s = 0; s < S; s++) {
    run(pair, s, rows, sums);
    const both = (pair.trembling[s] as number) + (trembling[s] as number);
    for (let k = 0; k < cells.length; k++) read(sums, lows[k] as number, highs[k] as number, k * S + s, both, out);
  }
  return out;
}

/** The first cell of a keyframe's window, and the one after its last. */
const lowOf = (cell: number, n: number): number => Math.max(0, Math.min(n, cell - RULES.reach));
const highOf = (cell: number, n: number): number => Math.max(lowOf(cell, n), Math.min(n, cell + RULES.reach + 1));

/** Where the running sums up to a cell are kept, for cells at which a window begins or ends; -1 for all others. */
function rowsOf(cells: Int32Array, n: number): Int32Array {
  const rows = new Int32Array(n + 1).fill(-1);
  let next = 1; // row 0 stays empty: up to the first cell there is nothing
  rows[0] = 0;
  for (const cell of cells)
    for (const border of [lowOf(cell, n), highOf(cell, n)])
      if ((rows[border] as number) < 0) rows[border] = COLUMNS * next++;
  return rows;
}

/** Sums a segment up cell by cell, and keeps the sums where a window begins or ends. */
function run(
  { reference, take, referenceVelocity, takeVelocity, lags }: Pair,
  s: number,
  rows: Int32Array,
  sums: Float64Array,
): void {
  const { count: n, x: rx, y: ry, masks: shown } = reference;
  const { count: m, x: tx, y: ty, masks: told } = take;
  const { squares: rv } = referenceVelocity;
  const { squares: tv } = takeVelocity;
  let seen = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumRR = 0;
  let sumTT = 0;
  let sumRT = 0;
  let all = 0;
  for (let i = 0, p = s * n; i < n; i++, p++) {
    const j = i + (lags[i] as number);
    const here = (shown[i] as number) >> s;
    all += here & 1;
    if (j >= 0 && j < m && (here & ((told[j] as number) >> s) & 1) === 1) {
      const q = s * m + j;
      const dx = (rx[p] as number) - (tx[q] as number);
      const dy = (ry[p] as number) - (ty[q] as number);
      const rr = rv[p] as number;
      const tt = tv[q] as number;
      seen++;
      sumX += dx;
      sumY += dy;
      sumXX += dx * dx;
      sumYY += dy * dy;
      sumRR += rr;
      sumTT += tt;
      sumRT += Math.sqrt(rr * tt);
    }
    const row = rows[i + 1] as number;
    if (row < 0) continue;
    sums[row + SEEN] = seen;
    sums[row + DX] = sumX;
    sums[row + DY] = sumY;
    sums[row + DXX] = sumXX;
    sums[row + DYY] = sumYY;
    sums[row + RR] = sumRR;
    sums[row + TT] = sumTT;
    sums[row + RT] = sumRT;
    sums[row + ALL] = all;
  }
}

/** Takes what lies between two rows of sums as the means of a window. */
function read(sums: Float64Array, low: number, high: number, at: number, trembling: number, out: Windows): void {
  const over = (c: number) => (sums[high + c] as number) - (sums[low + c] as number);
  const m = over(SEEN);
  if (m < 4) return;
  const x = over(DX) / m;
  const y = over(DY) / m;
  out.seen[at] = m / over(ALL);
  const across = over(DXX) / m - x * x;
  const along = over(DYY) / m - y * y;
  out.movement[at] = Math.max(0, RULES.sideways * across + along);
  const sideways = SIDEWAYS[at % S] as number;
  // Trembling is the same up and down as sideways: half of it lies in each.
  const shaken = (RULES.trembling * (1 + sideways) * trembling) / 2;
  out.stray[at] = Math.max(0, sideways * across + along - shaken);
  out.posture[at] = RULES.sideways * x * x + y * y;
  out.referenceSpeed[at] = over(RR) / m;
  out.takeSpeed[at] = over(TT) / m;
  out.bothSpeed[at] = over(RT) / m;
}
