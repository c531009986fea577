import { ALL_SEEN, SEGMENTS } from "../pose/body.ts";
import { gap } from "../pose/directions.ts";
import { energyOf } from "./curves.ts";
import type { Reference } from "./reference.ts";
import { RULES } from "./rules.ts";
import type { LiveUnits } from "./units.ts";

const S = SEGMENTS.length;
/** Cells by which the keyframe's pose may come early and late; what comes later has not been danced when the word is due. */
export const EARLY = 4;
export const LATE = 2;
export const LAGS = EARLY + LATE + 1;
/** Cells around the keyframe that are compared, and cells before it in which movement is looked for: 1 s. */
export const AROUND = 2;
export const BEFORE = 15;
const CELLS = 2 * AROUND + 1;

const seens = new Float64Array(LAGS);

/** Writes the loss of shape 0..1 at every lag, weighed by how the reference moves; 2 where too little was seen. */
export function errorsAt(reference: Reference, take: LiveUnits, k: number, cell: number, errors: Float64Array): void {
  const over = lagsOver(reference, take, cell);
  const always = seenThroughout(reference, take, cell, over);
  errors.fill(0);
  seens.fill(0);
  let all = 0;
  for (let s = 0; s < S; s++) {
    const weight = reference.weights.segments[k * S + s] as number;
    all += weight;
    const plain = ((always >> s) & 1) === 1 ? over : 0;
    if (plain > 0) addPlain(reference, take, s, cell, weight, plain, errors);
    for (let i = plain; i < LAGS; i++) {
      const error = errorWhereSeen(reference, take, s, cell, i - EARLY);
      if (error > 1) continue;
      errors[i] = (errors[i] as number) + weight * error;
      seens[i] = (seens[i] as number) + weight;
    }
  }
  for (let i = 0; i < LAGS; i++) {
    const seen = seens[i] as number;
    errors[i] = seen > RULES.coverage * all ? (errors[i] as number) / seen : 2;
  }
}

/** For how many lags, the earliest first, all cells that are compared are over; 0 near the ends, where some are missing. */
function lagsOver({ units }: Reference, take: LiveUnits, cell: number): number {
  if (cell < AROUND + EARLY || cell + AROUND >= units.count) return 0;
  return Math.max(0, Math.min(LAGS, take.filled - (cell + AROUND - EARLY)));
}

/** The segments that both showed in all cells that are compared at the first so many lags. */
function seenThroughout({ units }: Reference, take: LiveUnits, cell: number, lags: number): number {
  let always = lags > 0 ? ALL_SEEN : 0;
  for (let i = cell - AROUND; i <= cell + AROUND; i++) always &= units.masks[i] as number;
  const first = cell - AROUND - EARLY - take.first;
  for (let j = first; j < first + lags - 1 + CELLS && always > 0; j++) always &= take.masks[j] as number;
  return always;
}

/** Adds the error of a segment that was seen throughout, at the first so many lags. */
function addPlain(
  { units }: Reference,
  take: LiveUnits,
  s: number,
  cell: number,
  weight: number,
  lags: number,
  errors: Float64Array,
): void {
  const { x, y } = units;
  const { x: xs, y: ys } = take;
  const p = s * units.count + cell - AROUND;
  const x0 = x[p] as number;
  const y0 = y[p] as number;
  const x1 = x[p + 1] as number;
  const y1 = y[p + 1] as number;
  const x2 = x[p + 2] as number;
  const y2 = y[p + 2] as number;
  const x3 = x[p + 3] as number;
  const y3 = y[p + 3] as number;
  const x4 = x[p + 4] as number;
  const y4 = y[p + 4] as number;
  let q = s * take.count + cell - AROUND - EARLY - take.first;
  for (let i = 0; i < lags; i++, q++) {
    let apart = gap(x0, y0, xs, ys, q);
    apart += gap(x1, y1, xs, ys, q + 1);
    apart += gap(x2, y2, xs, ys, q + 2);
    apart += gap(x3, y3, xs, ys, q + 3);
    apart += gap(x4, y4, xs, ys, q + 4);
    errors[i] = (errors[i] as number) + weight * errorOf(apart, CELLS);
    seens[i] = (seens[i] as number) + weight;
  }
}

/** The error of a segment at a lag, over the cells in which it was seen; 2 where it was in none. */
function errorWhereSeen({ units }: Reference, take: LiveUnits, s: number, cell: number, lag: number): number {
  const first = Math.max(0, cell - AROUND, -lag);
  const last = Math.min(units.count - 1, cell + AROUND, take.filled - 1 - lag);
  const shift = lag - take.first;
  let apart = 0;
  let cells = 0;
  for (let i = first; i <= last; i++) {
    if (((((units.masks[i] as number) & (take.masks[i + shift] as number)) >> s) & 1) === 0) continue;
    const p = s * units.count + i;
    apart += gap(units.x[p] as number, units.y[p] as number, take.x, take.y, s * take.count + i + shift);
    cells++;
  }
  return cells > 0 ? errorOf(apart, cells) : 2;
}

/** Loss of shape 0..1 of squared distances summed over so many cells. */
const errorOf = (apart: number, cells: number): number => apart / (apart + cells * RULES.movementHalf);

/** How fully the last second was danced, null where the reference hardly moved in it. */
export function energyAt({ units }: Reference, take: LiveUnits, cell: number): number | null {
  const { steps: asked, masks: shown, count: n } = units;
  const { steps: taken, masks: told, first: kept, count: m } = take;
  const h = RULES.stride;
  const first = Math.max(h, cell - BEFORE);
  const last = Math.min(Math.min(n, take.filled) - 1 - h, cell + AROUND);
  let reference = 0;
  let danced = 0;
  for (let i = first; i <= last; i++) {
    const j = i - kept;
    const seen =
      (shown[i - h] as number) & (shown[i + h] as number) & (told[j - h] as number) & (told[j + h] as number);
    for (let s = 0, a = i, b = j; s < S; s++, a += n, b += m) {
      if (((seen >> s) & 1) === 0) continue;
      reference += asked[a] as number;
      danced += taken[b] as number;
    }
  }
  const cells = Math.max(0, last - first + 1);
  return cells > 0 && reference / cells > 2 * RULES.holding ? energyOf(reference / cells, danced / cells) : null;
}
