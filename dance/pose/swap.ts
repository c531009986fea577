import { JOINTS, SWAPPED_TOGETHER } from "./body.ts";
import { ROW, RUN, type Run } from "./run.ts";

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
  /** Where each joint was seen last, and where it is expected next. */
  readonly #lastX = new Float64Array(J);
  readonly #lastY = new Float64Array(J);
  readonly #nextX = new Float64Array(J);
  readonly #nextY = new Float64Array(J);
  readonly #known = new Uint8Array(J);
  readonly #swapped = new Uint8Array(PAIRS.length);
  readonly #along = new Float64Array(RUN);

  /** Exchanges joints of a run in place where both sides of a limb jumped onto each other since the frame before. */
  exchange(run: Run): void {
    for (let p = 0; p < PAIRS.length; p++) {
      const joints = PAIRS[p] as Int8Array;
      const plain = this.#staysApart(joints, run);
      if (plain) this.#swapped[p] = 0;
      for (let i = plain ? Math.max(0, run.count - 2) : 0; i < run.count; i++) {
        if (plain) this.#keep(joints, run, i);
        else this.#frame(p, joints, run, i);
      }
    }
  }

  #frame(p: number, joints: Int8Array, run: Run, i: number): void {
    if (this.#isSwapped(joints, run, i) && (this.#swapped[p] as number) < LONGEST) {
      (this.#swapped[p] as number)++;
      exchange(joints, run, i);
    } else this.#swapped[p] = 0;
    this.#keep(joints, run, i);
  }

  /**
   * Whether in no frame of a run anything speaks for a swap, which is nearly always so. For sides that are at a and b and
   * expected at c and d, swapped - kept = 2 (a - b)(c - d): where that is not below 0, nothing was swapped.
   */
  #staysApart(joints: Int8Array, { count, x, y, told }: Run): boolean {
    const along = this.#along.fill(0, 0, count);
    for (let i = 0; i < joints.length; i += 2) {
      const a = joints[i] as number;
      const b = joints[i + 1] as number;
      if (told[a] !== count || told[b] !== count || !this.#known[a] || !this.#known[b]) return false;
      let lastX = (this.#lastX[a] as number) - (this.#lastX[b] as number);
      let lastY = (this.#lastY[a] as number) - (this.#lastY[b] as number);
      let nextX = (this.#nextX[a] as number) - (this.#nextX[b] as number);
      let nextY = (this.#nextY[a] as number) - (this.#nextY[b] as number);
      for (let f = 0, p = a * ROW + 1, q = b * ROW + 1; f < count; f++, p++, q++) {
        const hereX = (x[p] as number) - (x[q] as number);
        const hereY = (y[p] as number) - (y[q] as number);
        along[f] = (along[f] as number) + (hereX * nextX + hereY * nextY);
        nextX = hereX + CARRY * (hereX - lastX);
        nextY = hereY + CARRY * (hereY - lastY);
        lastX = hereX;
        lastY = hereY;
      }
    }
    for (let f = 0; f < count; f++) if ((along[f] as number) < 0) return false;
    return true;
  }

  /** Joints that are unseen on either side tell nothing; those that are seen decide for the whole limb. */
  #isSwapped(joints: Int8Array, { x, y, seen }: Run, frame: number): boolean {
    const known = this.#known;
    const nextX = this.#nextX;
    const nextY = this.#nextY;
    let kept = 0;
    let swapped = 0;
    for (let i = 0; i < joints.length; i += 2) {
      const a = joints[i] as number;
      const b = joints[i + 1] as number;
      const p = a * ROW + 1 + frame;
      const q = b * ROW + 1 + frame;
      if (((seen[p] as number) & (seen[q] as number) & (known[a] as number) & (known[b] as number)) === 0) continue;
      const ax = x[p] as number;
      const ay = y[p] as number;
      const bx = x[q] as number;
      const by = y[q] as number;
      const cx = nextX[a] as number;
      const cy = nextY[a] as number;
      const dx = nextX[b] as number;
      const dy = nextY[b] as number;
      kept += (ax - cx) * (ax - cx) + (ay - cy) * (ay - cy) + (bx - dx) * (bx - dx) + (by - dy) * (by - dy);
      swapped += (bx - cx) * (bx - cx) + (by - cy) * (by - cy) + (ax - dx) * (ax - dx) + (ay - dy) * (ay - dy);
    }
    return swapped < CLEARLY * kept;
  }

  /** Takes the joints of a frame as those that were seen last. */
  #keep(joints: Int8Array, { x, y, seen }: Run, frame: number): void {
    for (let i = 0; i < joints.length; i++) {
      const j = joints[i] as number;
      const at = j * ROW + 1 + frame;
      if (seen[at] === 0) {
        this.#nextX[j] = this.#lastX[j] as number;
        this.#nextY[j] = this.#lastY[j] as number;
        continue;
      }
      const here = x[at] as number;
      const high = y[at] as number;
      const carry = this.#known[j] === 1 ? CARRY : 0;
      this.#nextX[j] = here + carry * (here - (this.#lastX[j] as number));
      this.#nextY[j] = high + carry * (high - (this.#lastY[j] as number));
      this.#lastX[j] = here;
      this.#lastY[j] = high;
      this.#known[j] = 1;
    }
  }
}

function exchange(joints: Int8Array, { x, y, seen, told }: Run, frame: number): void {
  for (let i = 0; i < joints.length; i += 2) {
    const a = joints[i] as number;
    const b = joints[i + 1] as number;
    const p = a * ROW + 1 + frame;
    const q = b * ROW + 1 + frame;
    const more = (seen[q] as number) - (seen[p] as number);
    told[a] = (told[a] as number) + more;
    told[b] = (told[b] as number) - more;
    for (const column of [x, y, seen]) {
      const kept = column[p] as number;
      column[p] = column[q] as number;
      column[q] = kept;
    }
  }
}
