import { JOINTS, SWAPPED_TOGETHER } from "./body.ts";

/** A swap that lasts longer than this many frames was no swap: the dancer crossed over. */
const LONGEST = 8;
/** A swap is undone where that makes the squared jump from the frame before at most this share of what it was. */
const CLEARLY = 0.25;
/** How much of its last step a joint is expected to repeat: all would overshoot where an arm turns round. */
const CARRY = 0.5;
const J = JOINTS.length;
const PAIRS = SWAPPED_TOGETHER.map((pair) => Int8Array.from(pair.flat()));

/**
 * Undoes the moments in which a detector takes the left limb for the right one. Of all the repairs that a track
 * needs this is the one that matters: a swap is a jump of a whole limb for a tenth of a second. Places lie on the replay's
 * grid, so that all sums here are exact, in whatever order.
 */
export class SwapRepair {
  /** Where each joint was seen last. */
  readonly lastX = new Float64Array(J);
  readonly lastY = new Float64Array(J);
  /** Where each joint is expected next. */
  readonly #nextX = new Float64Array(J);
  readonly #nextY = new Float64Array(J);
  readonly #known = new Uint8Array(J);
  readonly #run = new Uint8Array(PAIRS.length);

  /** Exchanges joints in place where both sides of a limb jumped onto each other since the frame before. */
  exchange(x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    for (let p = 0; p < PAIRS.length; p++) this.#pair(p, PAIRS[p] as Int8Array, x, y, seen);
  }

  /** Takes the joints of a frame as those that were seen last. */
  keep(x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    const { lastX, lastY } = this;
    const nextX = this.#nextX;
    const nextY = this.#nextY;
    const known = this.#known;
    for (let j = 0; j < J; j++) {
      const told = seen[j] === 1;
      const carry = told && known[j] === 1 ? CARRY : 0;
      const here = told ? (x[j] as number) : (lastX[j] as number);
      const high = told ? (y[j] as number) : (lastY[j] as number);
      nextX[j] = here + carry * (here - (lastX[j] as number));
      nextY[j] = high + carry * (high - (lastY[j] as number));
      lastX[j] = here;
      lastY[j] = high;
      known[j] = (known[j] as number) | (seen[j] as number);
    }
  }

  /** Joints that are unseen on either side tell nothing; those that are seen decide for the whole limb. */
  #pair(p: number, pair: Int8Array, x: Float64Array, y: Float64Array, seen: Uint8Array): void {
    const known = this.#known;
    const nextX = this.#nextX;
    const nextY = this.#nextY;
    let kept = 0;
    let swapped = 0;
    for (let i = 0; i < pair.length; i += 2) {
      const a = pair[i] as number;
      const b = pair[i + 1] as number;
      if (((seen[a] as number) & (seen[b] as number) & (known[a] as number) & (known[b] as number)) === 0) continue;
      const ax = x[a] as number;
      const ay = y[a] as number;
      const bx = x[b] as number;
      const by = y[b] as number;
      const cx = nextX[a] as number;
      const cy = nextY[a] as number;
      const dx = nextX[b] as number;
      const dy = nextY[b] as number;
      kept += (ax - cx) * (ax - cx) + (ay - cy) * (ay - cy) + (bx - dx) * (bx - dx) + (by - dy) * (by - dy);
      swapped += (bx - cx) * (bx - cx) + (by - cy) * (by - cy) + (ax - dx) * (ax - dx) + (ay - dy) * (ay - dy);
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
}

function exchange(of: Float64Array | Uint8Array, a: number, b: number): void {
  const kept = of[a] as number;
  of[a] = of[b] as number;
  of[b] = kept;
}
