import { JOINTS, SEGMENTS } from "../pose/body.ts";
import { CELL_RATE, type Cells } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";

const S = SEGMENTS.length;
const J = JOINTS.length;
/** For each segment the joints that it runs between: from, from, to, to. */
const ENDS = Int8Array.from(SEGMENTS.flatMap(({ from, to }) => [...from, ...to]));
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
  readonly #x = new Float64Array(J);
  readonly #y = new Float64Array(J);

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
    for (; this.filled < end; this.filled++) {
      this.#read(this.filled);
      for (let s = 0; s < S; s++) this.#point(this.filled * S + s, s * 4);
    }
  }

  /** Takes the joints' mean places in a cell, NaN where unseen. */
  #read(cell: number): void {
    const { sumX, sumY, seconds, count } = this.#cells;
    for (let j = 0, at = cell; j < J; j++, at += count) {
      const told = seconds[at] as number;
      const by = told < ENOUGH ? Number.NaN : 1 / told;
      this.#x[j] = by * (sumX[at] as number);
      this.#y[j] = by * (sumY[at] as number);
    }
  }

  #point(at: number, ends: number): void {
    const [jx, jy] = [this.#x, this.#y];
    const a = ENDS[ends] as number;
    const b = ENDS[ends + 1] as number;
    const c = ENDS[ends + 2] as number;
    const d = ENDS[ends + 3] as number;
    const x = (jx[c] as number) + (jx[d] as number) - (jx[a] as number) - (jx[b] as number);
    const y = (jy[c] as number) + (jy[d] as number) - (jy[a] as number) - (jy[b] as number);
    const length = Math.sqrt(x * x + y * y);
    if (!(length > 1e-6)) return;
    this.x[at] = x / length;
    this.y[at] = y / length;
    this.seen[at] = 1;
  }
}
