import { SEGMENTS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";
import type { Velocities } from "./lag.ts";
import { RULES } from "./rules.ts";

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

/** What reference and take have to do with each other about every keyframe; keyframe-major (keyframe * 11 + segment). */
export interface Windows {
  /** Share of the reference's seen cells that the take showed too, 0..1. */
  readonly seen: Float64Array;
  /** Mean squared error of the movement about its own mean, and of the mean itself; sideways errors count less. */
  readonly movement: Float64Array;
  readonly posture: Float64Array;
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
    referenceSpeed: make(),
    takeSpeed: make(),
    bothSpeed: make(),
  };
  const n = pair.reference.count;
  const rows = rowsOf(cells, n);
  const sums = new Float64Array((2 * cells.length + 1) * COLUMNS);
  for (let s = 0; s < S; s++) {
    run(pair, s, rows, sums);
    for (let k = 0; k < cells.length; k++) read(sums, rows, n, cells[k] as number, k * S + s, out);
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

function run(pair: Pair, s: number, rows: Int32Array, sums: Float64Array): void {
  const { reference: r, take: t, referenceVelocity: rv, takeVelocity: tv, lags } = pair;
  let seen = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let rr = 0;
  let tt = 0;
  let rt = 0;
  let all = 0;
  for (let i = 0; i < r.count; i++) {
    const p = i * S + s;
    const j = i + (lags[i] as number);
    const shown = ((r.masks[i] as number) >> s) & 1;
    all += shown;
    if (shown === 1 && j >= 0 && j < t.count && (((t.masks[j] as number) >> s) & 1) === 1) {
      const q = j * S + s;
      const dx = (r.x[p] as number) - (t.x[q] as number);
      const dy = (r.y[p] as number) - (t.y[q] as number);
      const one = (rv.x[p] as number) ** 2 + (rv.y[p] as number) ** 2;
      const other = (tv.x[q] as number) ** 2 + (tv.y[q] as number) ** 2;
      seen++;
      x += dx;
      y += dy;
      xx += dx * dx;
      yy += dy * dy;
      rr += one;
      tt += other;
      rt += Math.sqrt(one * other);
    }
    const to = rows[i + 1] as number;
    if (to < 0) continue;
    sums[to + ALL] = all;
    sums[to + SEEN] = seen;
    sums[to + DX] = x;
    sums[to + DY] = y;
    sums[to + DXX] = xx;
    sums[to + DYY] = yy;
    sums[to + RR] = rr;
    sums[to + TT] = tt;
    sums[to + RT] = rt;
  }
}

function read(sums: Float64Array, rows: Int32Array, n: number, cell: number, at: number, out: Windows): void {
  const low = rows[lowOf(cell, n)] as number;
  const high = rows[highOf(cell, n)] as number;
  const over = (c: number) => (sums[high + c] as number) - (sums[low + c] as number);
  const m = over(SEEN);
  if (m < 4) return;
  const x = over(DX) / m;
  const y = over(DY) / m;
  out.seen[at] = m / over(ALL);
  out.movement[at] = Math.max(0, RULES.sideways * (over(DXX) / m - x * x) + over(DYY) / m - y * y);
  out.posture[at] = RULES.sideways * x * x + y * y;
  out.referenceSpeed[at] = over(RR) / m;
  out.takeSpeed[at] = over(TT) / m;
  out.bothSpeed[at] = over(RT) / m;
}
