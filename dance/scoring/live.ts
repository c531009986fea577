import { ALL_SEEN, SEGMENTS } from "../pose/body.ts";
import type { Cells } from "../pose/cells.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import { energyOf } from "./curves.ts";
import { faultsAt } from "./faults.ts";
import { wordOf } from "./grade.ts";
import type { Reference } from "./reference.ts";
import type { Judgement, LimbFault } from "./result.ts";
import { round } from "./round.ts";
import { RULES } from "./rules.ts";
import { LiveUnits } from "./units.ts";

const S = SEGMENTS.length;
/** Cells by which the keyframe's pose may come early and late; what comes later has not been danced when the word is due. */
const EARLY = 4;
const LATE = 2;
const LAGS = EARLY + LATE + 1;
/** Cells around the keyframe that are compared, and cells before it in which movement is looked for: 1 s. */
const AROUND = 2;
const BEFORE = 15;
/** What a cell squared of lateness costs, and by how much a moment must stand out for its offset to be told. */
const LATENESS = 0.003;
const DISTINCT = 0.02;
/** A segment that is off by more degrees than this is a fault. */
const FAULT_DEGREES = 20;

export type Glance = Pick<Judgement, "word" | "similarity" | "offset" | "energy" | "faults">;

const UNSEEN: Glance = { word: "unseen", similarity: 0, offset: null, energy: null, faults: [] };

/** Judges keyframes one by one by what has been danced so far; the full assessment comes when the take ends. */
export class Live {
  readonly #reference: Reference;
  readonly #units: LiveUnits;
  readonly #errors = new Float64Array(LAGS);
  readonly #costs = new Float64Array(LAGS);

  constructor(reference: Reference, cells: Cells) {
    this.#reference = reference;
    this.#units = new LiveUnits(cells);
  }

  /** The word for keyframe `k`, from whole cells before the newest frame alone. */
  glance(k: number): Glance {
    const cell = this.#reference.weights.cells[k] as number;
    this.#units.fillUntil(cell + AROUND + LATE);
    const errors = this.#errors;
    const costs = this.#costs;
    let best = EARLY;
    for (let i = 0; i < LAGS; i++) {
      errors[i] = this.#error(k, cell, i - EARLY);
      costs[i] = (errors[i] as number) + LATENESS * (i - EARLY) * (i - EARLY);
    }
    for (let i = 0; i < LAGS; i++) if ((costs[i] as number) < (costs[best] as number)) best = i;
    const error = errors[best] as number;
    if (!(error < 2)) return UNSEEN;
    const similarity = 1 - error;
    const energy = this.#energy(cell);
    return {
      word: wordOf(similarity * (energy ?? 1)),
      similarity: round(similarity, 3),
      offset: this.#offset(best),
      energy: energy === null ? null : round(energy, 3),
      faults: this.#faults(cell, best - EARLY),
    };
  }

  /** Loss of shape 0..1 at a lag, weighed by how the reference moves; 2 where too little was seen. */
  #error(k: number, cell: number, lag: number): number {
    const { units, weights } = this.#reference;
    const { x: ax, y: ay, masks: shown } = units;
    const { x: bx, y: by, masks: told, filled } = this.#units;
    const first = Math.max(0, cell - AROUND, -lag);
    const last = Math.min(units.count - 1, cell + AROUND, filled - 1 - lag);
    let both = ALL_SEEN;
    for (let i = first; i <= last; i++) both &= (shown[i] as number) & (told[i + lag] as number);
    let sum = 0;
    let seen = 0;
    let all = 0;
    for (let s = 0; s < S; s++) {
      const always = ((both >> s) & 1) === 1;
      const weight = weights.segments[k * S + s] as number;
      all += weight;
      let apart = 0;
      let n = 0;
      for (let i = first; i <= last; i++) {
        if (!always && ((((shown[i] as number) & (told[i + lag] as number)) >> s) & 1) === 0) continue;
        const p = i * S + s;
        const q = p + lag * S;
        const x = (ax[p] as number) - (bx[q] as number);
        const y = (ay[p] as number) - (by[q] as number);
        apart += x * x + y * y;
        n++;
      }
      if (n === 0) continue;
      sum += weight * (apart / (apart + n * RULES.movementHalf));
      seen += weight;
    }
    return seen > RULES.coverage * all ? sum / seen : 2;
  }

  /** How fully the last second was danced, null where the reference hardly moved in it. */
  #energy(cell: number): number | null {
    const { x: ax, y: ay, masks: shown, count } = this.#reference.units;
    const { x: bx, y: by, masks: told, filled } = this.#units;
    const h = RULES.stride;
    const last = Math.min(count, filled) - 1 - h;
    let reference = 0;
    let danced = 0;
    let n = 0;
    for (let i = Math.max(h, cell - BEFORE); i <= Math.min(last, cell + AROUND); i++) {
      n++;
      const seen =
        (shown[i - h] as number) & (shown[i + h] as number) & (told[i - h] as number) & (told[i + h] as number);
      for (let s = 0, a = (i - h) * S, b = (i + h) * S; s < S; s++, a++, b++) {
        if (((seen >> s) & 1) === 0) continue;
        reference += ((ax[b] as number) - (ax[a] as number)) ** 2 + ((ay[b] as number) - (ay[a] as number)) ** 2;
        danced += ((bx[b] as number) - (bx[a] as number)) ** 2 + ((by[b] as number) - (by[a] as number)) ** 2;
      }
    }
    return n > 0 && reference / n > 2 * RULES.holding ? energyOf(reference / n, danced / n) : null;
  }

  #offset(best: number): number | null {
    const cost = (i: number) => this.#costs[i] as number;
    const most = Math.max(cost(0), cost(LAGS - 1));
    if (best === 0 || best === LAGS - 1 || most - cost(best) < DISTINCT) return null;
    const bend = cost(best - 1) + cost(best + 1) - 2 * cost(best);
    const part = bend > 1e-9 ? (0.5 * (cost(best - 1) - cost(best + 1))) / bend : 0;
    return round((best - EARLY + part) / CELL_RATE, 3);
  }

  /** The worst segment of every limb that is off at the keyframe, worst limb first. */
  #faults(cell: number, lag: number): LimbFault[] {
    const { units } = this.#reference;
    const take = this.#units;
    const i = cell + lag;
    if (cell >= units.count || i < 0 || i >= take.filled) return [];
    return faultsAt(units, cell, take, i, FAULT_DEGREES);
  }
}
