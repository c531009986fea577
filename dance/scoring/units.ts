import { SEGMENTS } from "../pose/body.ts";
import { CELL_RATE, type Cells } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";

const S = SEGMENTS.length;
const ENOUGH = 0.4 / CELL_RATE;
/** Below this share of its own length a segment points at the camera: its direction on the picture says nothing. */
const SHORT = 0.2;

/** Directions as unit vectors: what can be compared before a dancer's limb lengths are known. Cell-major. */
export interface Units {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly seen: Uint8Array;
}

export function unitsOf(of: Directions): Units {
  const out = { count: of.count, x: of.x.slice(), y: of.y.slice(), seen: of.seen.slice() };
  for (let i = 0; i < out.x.length; i++) {
    const x = out.x[i] as number;
    const y = out.y[i] as number;
    const length = Math.sqrt(x * x + y * y);
    if (length < SHORT) out.seen[i] = 0;
    out.x[i] = length < SHORT ? 0 : x / length;
    out.y[i] = length < SHORT ? 0 : y / length;
  }
  return out;
}

/** Unit directions of a take under way, cell by cell as they are wanted. */
export class LiveUnits implements Units {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly seen: Uint8Array;
  /** Cells before this one are filled. */
  filled = 0;
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
    this.count = cells.count;
    this.x = new Float64Array(cells.count * S);
    this.y = new Float64Array(cells.count * S);
    this.seen = new Uint8Array(cells.count * S);
  }

  /** Fills cells up to and with `last`, as far as they are over. */
  fillUntil(last: number): void {
    const end = Math.min(this.count, last + 1, this.#cells.whole);
    for (; this.filled < end; this.filled++) for (let s = 0; s < S; s++) this.#fill(this.filled, s);
  }

  #fill(cell: number, s: number): void {
    const { sumX, sumY, seconds, count } = this.#cells;
    const segment = SEGMENTS[s];
    if (segment === undefined) return;
    const a = segment.from[0] * count + cell;
    const b = segment.from[1] * count + cell;
    const c = segment.to[0] * count + cell;
    const d = segment.to[1] * count + cell;
    const [wa, wb, wc, wd] = [seconds[a], seconds[b], seconds[c], seconds[d]] as [number, number, number, number];
    if (wa < ENOUGH || wb < ENOUGH || wc < ENOUGH || wd < ENOUGH) return;
    const x = (sumX[c] as number) / wc + (sumX[d] as number) / wd - (sumX[a] as number) / wa - (sumX[b] as number) / wb;
    const y = (sumY[c] as number) / wc + (sumY[d] as number) / wd - (sumY[a] as number) / wa - (sumY[b] as number) / wb;
    const length = Math.sqrt(x * x + y * y);
    if (!(length > 1e-6)) return;
    const at = cell * S + s;
    this.x[at] = x / length;
    this.y[at] = y / length;
    this.seen[at] = 1;
  }
}
