import { SEGMENTS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";
import type { Velocities } from "./lag.ts";
import { RULES } from "./rules.ts";
import { tremblingOf } from "./tremble.ts";

const S = SEGMENTS.length;
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
const ROW = COLUMNS * S;

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
  /** Cells of lag for every cell of the reference. */
  readonly lags: Int8Array;
}

/** Compares in windows of 2 s on either side of every keyframe, by running sums: cost does not grow with the window. */
export function windowsOf(pair: Pair, cells: Int32Array): Windows {
  const size = cells.length * S;
  const make = () => new Float64Array(size);
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
  const sums = new Float64Array((2 * cells.length + 1) * ROW);
  run(pair, rows, sums);
  const trembling = tremblingOf(pair.reference);
  tremblingOf(pair.take).forEach((of, s) => {
    (trembling[s] as number) += of;
  });
  for (let k = 0; k < cells.length; k++) {
    const low = rows[lowOf(cells[k] as number, n)] as number;
    const high = rows[highOf(cells[k] as number, n)] as number;
    for (let s = 0; s < S; s++)
      read(sums, low + s * COLUMNS, high + s * COLUMNS, k * S + s, trembling[s] as number, out);
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
      if ((rows[border] as number) < 0) rows[border] = ROW * next++;
  return rows;
}

/** Sums up cell by cell, and keeps the sums of all segments where a window begins or ends. */
function run(pair: Pair, rows: Int32Array, sums: Float64Array): void {
  const now = new Float64Array(ROW);
  for (let i = 0; i < pair.reference.count; i++) {
    add(pair, i, i + (pair.lags[i] as number), now);
    if ((rows[i + 1] as number) >= 0) sums.set(now, rows[i + 1] as number);
  }
}

/** Adds cell `i` of the reference against cell `j` of the take. */
function add(
  { reference: r, take: t, referenceVelocity: rv, takeVelocity: tv }: Pair,
  i: number,
  j: number,
  sums: Float64Array,
): void {
  const shown = r.masks[i] as number;
  const both = j >= 0 && j < t.count ? shown & (t.masks[j] as number) : 0;
  for (let s = 0, p = i * S, q = j * S, to = 0; s < S; s++, p++, q++, to += COLUMNS) {
    sums[to + ALL] = (sums[to + ALL] as number) + ((shown >> s) & 1);
    if (((both >> s) & 1) === 0) continue;
    const dx = (r.x[p] as number) - (t.x[q] as number);
    const dy = (r.y[p] as number) - (t.y[q] as number);
    const rr = (rv.x[p] as number) ** 2 + (rv.y[p] as number) ** 2;
    const tt = (tv.x[q] as number) ** 2 + (tv.y[q] as number) ** 2;
    sums[to + SEEN] = (sums[to + SEEN] as number) + 1;
    sums[to + DX] = (sums[to + DX] as number) + dx;
    sums[to + DY] = (sums[to + DY] as number) + dy;
    sums[to + DXX] = (sums[to + DXX] as number) + dx * dx;
    sums[to + DYY] = (sums[to + DYY] as number) + dy * dy;
    sums[to + RR] = (sums[to + RR] as number) + rr;
    sums[to + TT] = (sums[to + TT] as number) + tt;
    sums[to + RT] = (sums[to + RT] as number) + Math.sqrt(rr * tt);
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
  // Trembling is the same up and down as sideways: half of it lies in each.
  const shaken = (RULES.trembling * (1 + RULES.straySideways) * trembling) / 2;
  out.stray[at] = Math.max(0, RULES.straySideways * across + along - shaken);
  out.posture[at] = RULES.sideways * x * x + y * y;
  out.referenceSpeed[at] = over(RR) / m;
  out.takeSpeed[at] = over(TT) / m;
  out.bothSpeed[at] = over(RT) / m;
}
