import type { Cells } from "../pose/cells.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import { faultsAt } from "./faults.ts";
import { AROUND, BEFORE, EARLY, energyAt, errorsAt, LAGS, LATE } from "./glimpse.ts";
import { wordOf } from "./grade.ts";
import type { Reference } from "./reference.ts";
import type { Judgement, LimbFault } from "./result.ts";
import { round } from "./round.ts";
import { RULES } from "./rules.ts";
import { LiveUnits } from "./units.ts";

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
    this.#units.fill(cell - BEFORE - RULES.stride, cell + AROUND + LATE);
    const errors = this.#errors;
    const costs = this.#costs;
    let best = EARLY;
    errorsAt(this.#reference, this.#units, k, cell, errors);
    for (let i = 0; i < LAGS; i++) costs[i] = (errors[i] as number) + LATENESS * (i - EARLY) * (i - EARLY);
    for (let i = 0; i < LAGS; i++) if ((costs[i] as number) < (costs[best] as number)) best = i;
    const error = errors[best] as number;
    if (!(error < 2)) return UNSEEN;
    const similarity = 1 - error;
    const energy = energyAt(this.#reference, this.#units, cell);
    return {
      word: wordOf(similarity * (energy ?? 1)),
      similarity: round(similarity, 3),
      offset: this.#offset(best),
      energy: energy === null ? null : round(energy, 3),
      faults: this.#faults(cell, best - EARLY),
    };
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
    return faultsAt(units, cell, take, i - take.first, FAULT_DEGREES);
  }
}
