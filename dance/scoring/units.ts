import { ENDS, JOINTS, SEGMENTS } from "../pose/body.ts";
import type { Cells } from "../pose/cells.ts";
import { type Directions, gap } from "../pose/directions.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
const J = JOINTS.length;
/** Cells on either side over which a step is taken. */
const H = RULES.stride;
const ENOUGH = 0.4 / CELL_RATE;
/** Below this share of its own length a segment points at the camera: its direction on the picture says nothing. */
const SHORT = 0.2;

/** Directions as unit vectors: what can be compared before a dancer's limb lengths are known. Segment after segment. */
export interface Units {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly masks: Uint16Array;
  /** Squared steps over 2 * stride cells, about their middle. */
  readonly steps: Float64Array;
}

export function unitsOf(of: Directions): Units {
  const out = {
    count: of.count,
    x: of.x.slice(),
    y: of.y.slice(),
    masks: of.masks.slice(),
    steps: new Float64Array(of.x.length),
  };
  for (let s = 0; s < S; s++)
    for (let i = 0, at = s * of.count; i < of.count; i++, at++) {
      const x = out.x[at] as number;
      const y = out.y[at] as number;
      const length = Math.sqrt(x * x + y * y);
      if (length < SHORT) out.masks[i] = (out.masks[i] as number) & ~(1 << s);
      out.x[at] = length < SHORT ? 0 : x / length;
      out.y[at] = length < SHORT ? 0 : y / length;
      if (i >= 2 * H) out.steps[at - H] = gap(out.x[at] as number, out.y[at] as number, out.x, out.y, at - 2 * H);
    }
  return out;
}

/** How many cells LiveUnits keeps; a word looks at less than half of them. */
const KEPT = 64;

/**
 * Unit directions of a take under way, cell by cell as they are wanted: of the last KEPT cells, the first of which is
 * `first`. Where something is of cell i stands at i - first.
 */
export class LiveUnits implements Units {
  readonly count = KEPT;
  readonly x = new Float64Array(S * KEPT);
  readonly y = new Float64Array(S * KEPT);
  readonly masks = new Uint16Array(KEPT);
  readonly steps = new Float64Array(S * KEPT);
  first = 0;
  /** Cells before this one are filled. */
  filled = 0;
  readonly #cells: Cells;
  readonly #x = new Float64Array(J);
  readonly #y = new Float64Array(J);

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  /** Fills cells `from` to and with `last`, as far as they are over; what lies before `from` may be forgotten. */
  fill(from: number, last: number): void {
    const end = Math.min(this.#cells.count, last + 1, this.#cells.whole);
    if (end <= this.filled) return;
    const start = Math.min(Math.max(0, from), end);
    if (end - this.first > KEPT) this.#forget(start);
    for (let cell = Math.max(this.filled, start); cell < end; cell++) {
      this.#read(cell);
      this.masks[cell - this.first] = this.#point(cell - this.first);
    }
    this.filled = end;
  }

  /** Moves what is kept so that it begins with a cell. */
  #forget(first: number): void {
    const by = first - this.first;
    for (const column of [this.x, this.y, this.steps])
      for (let s = 0; s < S; s++) column.copyWithin(s * KEPT, s * KEPT + Math.min(by, KEPT), (s + 1) * KEPT);
    this.masks.copyWithin(0, Math.min(by, KEPT));
    this.first = first;
  }

  /** Takes the joints' mean places in a cell, NaN where unseen. */
  #read(cell: number): void {
    const { sumX, sumY, seconds, count } = this.#cells;
    const x = this.#x;
    const y = this.#y;
    for (let j = 0, at = cell; j < J; j++, at += count) {
      const told = seconds[at] as number;
      const by = told < ENOUGH ? Number.NaN : 1 / told;
      x[j] = by * (sumX[at] as number);
      y[j] = by * (sumY[at] as number);
    }
  }

  /** Writes the unit directions of a cell that stands at a place; answers which were seen. */
  #point(place: number): number {
    const jx = this.#x;
    const jy = this.#y;
    const x = this.x;
    const y = this.y;
    let mask = 0;
    for (let s = 0, e = 0, at = place; s < S; s++, e += 4, at += KEPT) {
      const a = ENDS[e] as number;
      const b = ENDS[e + 1] as number;
      const c = ENDS[e + 2] as number;
      const d = ENDS[e + 3] as number;
      const dx = (jx[c] as number) + (jx[d] as number) - (jx[a] as number) - (jx[b] as number);
      const dy = (jy[c] as number) + (jy[d] as number) - (jy[a] as number) - (jy[b] as number);
      const length = Math.sqrt(dx * dx + dy * dy);
      if (!(length > 1e-6)) continue;
      x[at] = dx / length;
      y[at] = dy / length;
      mask |= 1 << s;
    }
    if (place >= 2 * H)
      for (let s = 0, at = place; s < S; s++, at += KEPT)
        this.steps[at - H] = gap(x[at] as number, y[at] as number, x, y, at - 2 * H);
    return mask;
  }
}
