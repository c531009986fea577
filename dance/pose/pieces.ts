/** Cells a second. Dance on counts has little above 5 Hz; a cell averages one to three camera frames. */
export const CELL_RATE = 15;
/** Seconds over which an unseen keypoint is taken to have moved in a straight line. */
export const BRIDGE = 0.3;
/** Cells that a bridged gap can touch. */
const MOST = Math.ceil(BRIDGE * CELL_RATE) + 2;

/** A stretch of time cut at the borders of the cells: for each piece its cell, its seconds and its middle (0..1). */
export class Pieces {
  readonly cells = new Int32Array(MOST);
  readonly seconds = new Float64Array(MOST);
  readonly middles = new Float64Array(MOST);
  count = 0;
  readonly #last: number;

  /** Of so many cells; the first begins at 0. */
  constructor(cells: number) {
    this.#last = cells - 1;
  }

  /** Cuts the time from `before` to `now`; into nothing where it is too long to be bridged. */
  cut(before: number, now: number): void {
    let count = 0;
    const last = now - before > BRIDGE ? -1 : Math.min(this.#last, Math.floor(now * CELL_RATE));
    for (let cell = Math.max(0, Math.floor(before * CELL_RATE)); cell <= last; cell++) {
      const a = Math.max(before, cell / CELL_RATE);
      const b = Math.min(now, (cell + 1) / CELL_RATE);
      if (b <= a) continue;
      this.cells[count] = cell;
      this.seconds[count] = b - a;
      this.middles[count++] = (0.5 * (a + b) - before) / (now - before);
    }
    this.count = count;
  }
}
