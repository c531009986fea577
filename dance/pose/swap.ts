import { JOINTS, SWAPPED_TOGETHER } from "./body.ts";

/** A swap that lasts longer than this many frames was no swap: the dancer crossed over. */
const LONGEST = 8;
/** A swap is undone where that makes the jump from the frame before at most this share of what it was. */
const CLEARLY = 0.5;
/** How much of its last step a joint is expected to repeat: all would overshoot where an arm turns round. */
const CARRY = 0.5;
const J = JOINTS.length;

/**
 * Undoes the moments in which a detector takes the left limb for the right one. Of all the repairs that a track
 * needs this is the one that matters: a swap is a jump of a whole limb for a tenth of a second.
 */
export class SwapRepair {
  readonly #x = new Float64Array(J);
  readonly #y = new Float64Array(J);
  readonly #stepX = new Float64Array(J);
  readonly #stepY = new Float64Array(J);
  readonly #known = new Uint8Array(J);
  readonly #run = new Uint8Array(SWAPPED_TOGETHER.length);

  /** Exchanges joints in place where both sides of a limb jumped onto each other since the frame before. */
  run(x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    for (let p = 0; p < SWAPPED_TOGETHER.length; p++) this.#pair(p, x, y, seen);
    for (let j = 0; j < J; j++) {
      const told = seen[j] === 1;
      const known = told && this.#known[j] === 1;
      this.#stepX[j] = known ? CARRY * ((x[j] as number) - (this.#x[j] as number)) : 0;
      this.#stepY[j] = known ? CARRY * ((y[j] as number) - (this.#y[j] as number)) : 0;
      if (!told) continue;
      this.#x[j] = x[j] as number;
      this.#y[j] = y[j] as number;
      this.#known[j] = 1;
    }
  }

  /** Joints that are unseen on either side tell nothing; those that are seen decide for the whole limb. */
  #pair(p: number, x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    const pair = SWAPPED_TOGETHER[p] ?? [];
    let kept = 0;
    let swapped = 0;
    for (const [a, b] of pair) {
      if (!seen[a] || !seen[b] || !this.#known[a] || !this.#known[b]) continue;
      kept += this.#way(a, a, x, y) + this.#way(b, b, x, y);
      swapped += this.#way(a, b, x, y) + this.#way(b, a, x, y);
    }
    if (swapped < CLEARLY * kept && (this.#run[p] as number) < LONGEST) {
      (this.#run[p] as number)++;
      for (const [a, b] of pair) {
        exchange(x, a, b);
        exchange(y, a, b);
        exchange(seen, a, b);
      }
    } else this.#run[p] = 0;
  }

  #way(from: number, to: number, x: Float64Array, y: Float64Array): number {
    const dx = (x[to] as number) - (this.#x[from] as number) - (this.#stepX[from] as number);
    const dy = (y[to] as number) - (this.#y[from] as number) - (this.#stepY[from] as number);
    return Math.sqrt(dx * dx + dy * dy);
  }
}

function exchange(of: Float64Array | Uint8Array, a: number, b: number): void {
  const kept = of[a] as number;
  of[a] = of[b] as number;
  of[b] = kept;
}
