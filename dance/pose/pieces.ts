/** Cells a second. Dance on counts has little above 5 Hz; a cell averages one to three camera frames. */
export const CELL_RATE = 15;
/** Seconds over which an unseen keypoint is taken to have moved in a straight line. */
export const BRIDGE = 0.3;
/** Cells that a bridged gap can touch. */
const MOST = Math.ceil(BRIDGE * CELL_RATE) + 2;

/** Stretches of time cut at the borders of the cells: for each piece its cell, its seconds and its middle (0..1). */
export class Pieces {
  /** How many stretches, and how many pieces of all of them. */
  stretches = 0;
  count = 0;
  /** For each piece, of which stretch it is and in which cell it lies. */
  readonly of: Int32Array;
  readonly cells: Int32Array;
  readonly seconds: Float64Array;
  readonly middles: Float64Array;
  readonly #last: number;

  /** Of so many cells, the first beginning at 0, for so many stretches. */
  constructor(cells: number, stretches: number) {
    this.#last = cells - 1;
    this.of = new Int32Array(stretches * MOST);
    this.cells = new Int32Array(stretches * MOST);
    this.seconds = new Float64Array(stretches * MOST);
    this.middles = new Float64Array(stretches * MOST);
  }

  /** Forgets all stretches. */
  clear(): void {
    this.stretches = 0;
    this.count = 0;
  }

  /** Cuts the time from `before` to `now`; into nothing where it is too long to be bridged. */
  cut(before: number, now: number): void {
    const last = now - before > BRIDGE ? -1 : Math.min(this.#last, Math.floor(now * CELL_RATE));
    for (let cell = Math.max(0, Math.floor(before * CELL_RATE)); cell <= last; cell++) {
      const a = Math.max(before, cell / CELL_RATE);
      const b = Math.min(now, (cell + 1) / CELL_RATE);
      if (b <= a) continue;
      this.of[this.count] = this.stretches;
      this.cells[this.count] = cell;
      this.seconds[this.count] = b - a;
      this.middles[this.count++] = (0.5 * (a + b) - before) / (now - before);
    }
    this.stretches++;
  }
}
