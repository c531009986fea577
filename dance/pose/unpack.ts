// One channel of one block of a track stream, read; the format is told at the top of stream.ts.

/** The widest numbers that one read of 32 bits holds wherever they begin. */
const NARROW = 25;

/** Bytes that `count` numbers of a width take. */
export const packedBytes = (count: number, width: number): number => (count * width + 7) >> 3;

/** The same numbers at 32 bits each, so that one read holds each of them. */
function widened(view: DataView, at: number, width: number, count: number): DataView {
  const out = new DataView(new ArrayBuffer(count * 4));
  for (let i = 0, bit = at * 8; i < count; i++, bit += width) {
    const shift = bit & 7;
    const low = view.getUint32(bit >> 3, true) >>> shift;
    const high = shift > 0 ? view.getUint32((bit >> 3) + 4, true) << (32 - shift) : 0;
    out.setUint32(i * 4, (low | high) & (-1 >>> (32 - width)), true);
  }
  return out;
}

/** A channel as far as it has been read: its taps, its last value and the three steps before it. */
export class Foretold {
  readonly #a: number;
  readonly #b: number;
  readonly #c: number;
  readonly #low: number;
  readonly #high: number;
  #last: number;
  #d1 = 0;
  #d2 = 0;
  #d3 = 0;

  /** Taps, the first value, and the range within which all values must lie. */
  constructor(taps: readonly [number, number, number], first: number, low: number, high: number) {
    [this.#a, this.#b, this.#c] = taps;
    this.#last = first;
    this.#low = low;
    this.#high = high;
  }

  /**
   * Reads the `count` numbers of a width whose bits begin at byte `at` (8 bytes of room after the last) and writes the
   * values that they stand for to `to` and after; false where one lies outside the range.
   */
  read(view: DataView, at: number, width: number, count: number, out: Int16Array | Int32Array, to: number): boolean {
    if (width === 0 && (this.#d1 | this.#d2 | this.#d3) === 0) {
      out.fill(this.#last, to, to + count);
      return true;
    }
    if (width > NARROW && width < 32) return this.read(widened(view, at, width, count), 0, 32, count, out, to);
    const a = this.#a;
    const b = this.#b;
    const c = this.#c;
    const low = this.#low;
    const high = this.#high;
    let last = this.#last;
    let d1 = this.#d1;
    let d2 = this.#d2;
    let d3 = this.#d3;
    const mask = width === 0 ? 0 : -1 >>> (32 - width);
    let outside = 0;
    for (let i = 0, bit = at * 8; i < count; i++, bit += width) {
      let error = view.getUint32(bit >> 3, true) >>> (bit & 7);
      error &= mask;
      const foretold = (Math.imul(a, d1) + ((Math.imul(b, d2) + Math.imul(c, d3) + 16) | 0)) >> 5;
      const step = (foretold + ((error >>> 1) ^ -(error & 1))) | 0;
      last = (last + step) | 0;
      outside |= (last - low) | (high - last);
      d3 = d2;
      d2 = d1;
      d1 = step;
      out[to + i] = last;
    }
    this.#last = last;
    this.#d1 = d1;
    this.#d2 = d2;
    this.#d3 = d3;
    return outside >= 0;
  }
}
