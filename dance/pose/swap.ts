import { JOINTS, SWAPPED_TOGETHER } from "./body.ts";

/** A swap that lasts longer than this many frames was no swap: the dancer crossed over. */
const LONGEST = 8;
/** Undo a swap only where it makes the jump shorter than this share of it. */
const CLEARLY = 0.4;

/** Undoes the moments in which a detector takes the left limb for the right one. Keeps state from frame to frame. */
export class SwapRepair {
  readonly #x = new Float64Array(JOINTS.length);
  readonly #y = new Float64Array(JOINTS.length);
  readonly #known = new Uint8Array(JOINTS.length);
  readonly #run = new Uint8Array(SWAPPED_TOGETHER.length);

  /** Exchanges joints in place where both sides of a limb pair jumped onto each other since the frame before. */
  run(x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    for (let p = 0; p < SWAPPED_TOGETHER.length; p++) this.#pair(p, x, y, seen);
    for (let j = 0; j < x.length; j++) {
      if (seen[j] === 0) continue;
      this.#x[j] = x[j] as number;
      this.#y[j] = y[j] as number;
      this.#known[j] = 1;
    }
  }

  #pair(p: number, x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    const pair = SWAPPED_TOGETHER[p] ?? [];
    let kept = 0;
    let swapped = 0;
    for (const [a, b] of pair) {
      if (!seen[a] || !seen[b] || !this.#known[a] || !this.#known[b]) {
        this.#run[p] = 0;
        return;
      }
      kept += this.#way(a, a, x, y) + this.#way(b, b, x, y);
      swapped += this.#way(a, b, x, y) + this.#way(b, a, x, y);
    }
    if (swapped < CLEARLY * kept && (this.#run[p] as number) < LONGEST) {
      (this.#run[p] as number)++;
      for (const [a, b] of pair) exchange(x, y, a, b);
    } else this.#run[p] = 0;
  }

  #way(from: number, to: number, x: Float64Array, y: Float64Array): number {
    const dx = (x[to] as number) - (this.#x[from] as number);
    const dy = (y[to] as number) - (this.#y[from] as number);
    return Math.sqrt(dx * dx + dy * dy);
  }
}

function exchange(x: Float64Array, y: Float64Array, a: number, b: number): void {
  [x[a], x[b]] = [x[b] as number, x[a] as number];
  [y[a], y[b]] = [y[b] as number, y[a] as number];
}
