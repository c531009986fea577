import { ENDS, JOINTS, SEGMENTS } from "../pose/body.ts";
import type { Cells } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";
import { CELL_RATE } from "../pose/pieces.ts";

const S = SEGMENTS.length;
const J = JOINTS.length;
const ENOUGH = 0.4 / CELL_RATE;
/** Below this share of its own length a segment points at the camera: its direction on the picture says nothing. */
const SHORT = 0.2;

/** Directions as unit vectors: what can be compared before a dancer's limb lengths are known. Cell-major. */
export interface Units {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly masks: Uint16Array;
}

export function unitsOf(of: Directions): Units {
  const out = { count: of.count, x: of.x.slice(), y: of.y.slice(), masks: of.masks.slice() };
  for (let i = 0; i < out.x.length; i++) {
    const x = out.x[i] as number;
    const y = out.y[i] as number;
    const length = Math.sqrt(x * x + y * y);
    const cell = Math.floor(i / S);
    if (length < SHORT) out.masks[cell] = (out.masks[cell] as number) & ~(1 << (i - cell * S));
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
  readonly masks: Uint16Array;
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
    this.masks = new Uint16Array(cells.count);
  }

  /** Fills cells up to and with `last`, as far as they are over. */
  fillUntil(last: number): void {
    const end = Math.min(this.count, last + 1, this.#cells.whole);
    for (; this.filled < end; this.filled++) {
      this.#read(this.filled);
      this.masks[this.filled] = this.#point(this.filled * S);
    }
  }

  /** Takes the joints' mean places in a cell, NaN where unseen. */
  #read(cell: number): void {
    const { sumX, sumY, seconds } = this.#cells;
    const x = this.#x;
    const y = this.#y;
    for (let j = 0, at = cell * J; j < J; j++, at++) {
      const told = seconds[at] as number;
      const by = told < ENOUGH ? Number.NaN : 1 / told;
      x[j] = by * (sumX[at] as number);
      y[j] = by * (sumY[at] as number);
    }
  }

  /** Writes the unit directions of a cell from `at` on; answers which were seen. */
  #point(at: number): number {
    const jx = this.#x;
    const jy = this.#y;
    const x = this.x;
    const y = this.y;
    let mask = 0;
    for (let s = 0, e = 0; s < S; s++, e += 4) {
      const a = ENDS[e] as number;
      const b = ENDS[e + 1] as number;
      const c = ENDS[e + 2] as number;
      const d = ENDS[e + 3] as number;
      const dx = (jx[c] as number) + (jx[d] as number) - (jx[a] as number) - (jx[b] as number);
      const dy = (jy[c] as number) + (jy[d] as number) - (jy[a] as number) - (jy[b] as number);
      const length = Math.sqrt(dx * dx + dy * dy);
      if (!(length > 1e-6)) continue;
      x[at + s] = dx / length;
      y[at + s] = dy / length;
      mask |= 1 << s;
    }
    return mask;
  }
}
