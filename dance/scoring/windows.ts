import { SEGMENTS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";
import type { Velocities } from "./lag.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
/** Columns of the running sums. */
const [SEEN, DX, DY, DXX, DYY, RR, TT, RT] = [0, 1, 2, 3, 4, 5, 6, 7];
const COLUMNS = 8;

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
  const sums = new Float64Array((n + 1) * COLUMNS);
  const told = new Float64Array(n + 1);
  for (let s = 0; s < S; s++) {
    run(pair, s, sums, told);
    for (let k = 0; k < cells.length; k++) read(sums, told, n, cells[k] as number, k * S + s, out);
  }
  return out;
}

function run(pair: Pair, s: number, sums: Float64Array, told: Float64Array): void {
  const { reference: r, take: t, referenceVelocity: rv, takeVelocity: tv, lags } = pair;
  for (let i = 0; i < r.count; i++) {
    const to = (i + 1) * COLUMNS;
    const before = i * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) sums[to + c] = sums[before + c] as number;
    const p = i * S + s;
    told[i + 1] = (told[i] as number) + (r.seen[p] as number);
    const j = i + (lags[i] as number);
    if (r.seen[p] === 0 || j < 0 || j >= t.count) continue;
    const q = j * S + s;
    if (t.seen[q] === 0) continue;
    const dx = (r.x[p] as number) - (t.x[q] as number);
    const dy = (r.y[p] as number) - (t.y[q] as number);
    const rr = (rv.x[p] as number) ** 2 + (rv.y[p] as number) ** 2;
    const tt = (tv.x[q] as number) ** 2 + (tv.y[q] as number) ** 2;
    (sums[to + SEEN] as number) += 1;
    (sums[to + DX] as number) += dx;
    (sums[to + DY] as number) += dy;
    (sums[to + DXX] as number) += dx * dx;
    (sums[to + DYY] as number) += dy * dy;
    (sums[to + RR] as number) += rr;
    (sums[to + TT] as number) += tt;
    (sums[to + RT] as number) += Math.sqrt(rr * tt);
  }
}

function read(sums: Float64Array, told: Float64Array, n: number, cell: number, at: number, out: Windows): void {
  const low = Math.max(0, Math.min(n, cell - RULES.reach));
  const high = Math.max(low, Math.min(n, cell + RULES.reach + 1));
  const over = (c: number) => (sums[high * COLUMNS + c] as number) - (sums[low * COLUMNS + c] as number);
  const m = over(SEEN);
  const all = (told[high] as number) - (told[low] as number);
  if (m < 4) return;
  const x = over(DX) / m;
  const y = over(DY) / m;
  out.seen[at] = m / all;
  out.movement[at] = Math.max(0, RULES.sideways * (over(DXX) / m - x * x) + over(DYY) / m - y * y);
  out.posture[at] = RULES.sideways * x * x + y * y;
  out.referenceSpeed[at] = over(RR) / m;
  out.takeSpeed[at] = over(TT) / m;
  out.bothSpeed[at] = over(RT) / m;
}
