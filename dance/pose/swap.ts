import { JOINTS, SWAPPED_TOGETHER } from "./body.ts";

/** A swap that lasts longer than this many frames was no swap: the dancer crossed over. */
const LONGEST = 8;
/** A swap is undone where that makes the squared jump from the frame before at most this share of what it was. */
const CLEARLY = 0.25;
/** How much of its last step a joint is expected to repeat: all would overshoot where an arm turns round. */
const CARRY = 0.5;
const J = JOINTS.length;
const PAIRS = SWAPPED_TOGETHER.map((pair) => Int8Array.from(pair.flat()));
/** The first joint that can be swapped. */
const FIRST = Math.min(...SWAPPED_TOGETHER.flat(2));

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
  readonly #run = new Uint8Array(PAIRS.length);

  /** Exchanges joints in place where both sides of a limb jumped onto each other since the frame before. */
  run(x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    for (let p = 0; p < PAIRS.length; p++) this.#pair(p, PAIRS[p] as Int8Array, x, y, seen);
    const [lastX, lastY, stepX, stepY, known] = [this.#x, this.#y, this.#stepX, this.#stepY, this.#known];
    for (let j = FIRST; j < J; j++) {
      if (seen[j] === 0) {
        stepX[j] = 0;
        stepY[j] = 0;
        continue;
      }
      const dx = (x[j] as number) - (lastX[j] as number);
      const dy = (y[j] as number) - (lastY[j] as number);
      stepX[j] = known[j] === 1 ? CARRY * dx : 0;
      stepY[j] = known[j] === 1 ? CARRY * dy : 0;
      lastX[j] = x[j] as number;
      lastY[j] = y[j] as number;
      known[j] = 1;
    }
  }

  /** Joints that are unseen on either side tell nothing; those that are seen decide for the whole limb. */
  #pair(p: number, pair: Int8Array, x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    const known = this.#known;
    let kept = 0;
    let swapped = 0;
    for (let i = 0; i < pair.length; i += 2) {
      const a = pair[i] as number;
      const b = pair[i + 1] as number;
      if (seen[a] === 0 || seen[b] === 0 || known[a] === 0 || known[b] === 0) continue;
      kept += this.#way(a, a, x, y) + this.#way(b, b, x, y);
      swapped += this.#way(a, b, x, y) + this.#way(b, a, x, y);
    }
    if (swapped >= CLEARLY * kept || (this.#run[p] as number) >= LONGEST) {
      this.#run[p] = 0;
      return;
    }
    this.#run[p] = (this.#run[p] as number) + 1;
    for (let i = 0; i < pair.length; i += 2) {
      exchange(x, pair[i] as number, pair[i + 1] as number);
      exchange(y, pair[i] as number, pair[i + 1] as number);
      exchange(seen, pair[i] as number, pair[i + 1] as number);
    }
  }

  /** The squared way from where a joint was expected to where another is. */
  #way(from: number, to: number, x: Float64Array, y: Float64Array): number {
    const dx = (x[to] as number) - (this.#x[from] as number) - (this.#stepX[from] as number);
    const dy = (y[to] as number) - (this.#y[from] as number) - (this.#stepY[from] as number);
    return dx * dx + dy * dy;
  }
}

function exchange(of: Float64Array | Uint8Array, a: number, b: number): void {
  const kept = of[a] as number;
  of[a] = of[b] as number;
  of[b] = kept;
}
