// One channel of one block of a track stream, written and read; the format is told at the top of stream.ts.
import { type ByteWriter, zigzag32 } from "./bytes.ts";

/** Frames of a block; the last block of a stream may be shorter. */
export const BLOCK = 32;
/** The widest numbers that one read of 32 bits holds wherever they begin. */
const NARROW = 25;

/** A channel as far as it has been written or read: its taps, its last value and the three steps before it. */
export class Foretold {
  last = 0;
  #d1 = 0;
  #d2 = 0;
  #d3 = 0;
  readonly #a: number;
  readonly #b: number;
  readonly #c: number;

  constructor(a: number, b: number, c: number, first: number) {
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.last = first;
  }

  /** What the values are off from what is foretold of them, as zigzags of 32 bits. */
  errors(values: Int32Array): Uint32Array {
    return Uint32Array.from(values, (value) => {
      const foretold =
        (Math.imul(this.#a, this.#d1) + Math.imul(this.#b, this.#d2) + Math.imul(this.#c, this.#d3) + 16) >> 5;
      const step = (value - this.last) | 0;
      this.last = value;
      this.#d3 = this.#d2;
      this.#d2 = this.#d1;
      this.#d1 = step;
      return zigzag32((step - foretold) | 0);
    });
  }

  /** Turns errors into values in place, the first `count` of them; negative where one lay outside `low`..`high`. */
  values(errors: Int32Array, count: number, low: number, high: number): number {
    const a = this.#a;
    const b = this.#b;
    const c = this.#c;
    let last = this.last;
    let d1 = this.#d1;
    let d2 = this.#d2;
    let d3 = this.#d3;
    let outside = 0;
    for (let i = 0; i < count; i++) {
      const u = errors[i] as number;
      const foretold = (Math.imul(a, d1) + ((Math.imul(b, d2) + Math.imul(c, d3) + 16) | 0)) >> 5;
      const step = (foretold + ((u >>> 1) ^ -(u & 1))) | 0;
      last = (last + step) | 0;
      outside |= (last - low) | (high - last);
      d3 = d2;
      d2 = d1;
      d1 = step;
      errors[i] = last;
    }
    this.last = last;
    this.#d1 = d1;
    this.#d2 = d2;
    this.#d3 = d3;
    return outside;
  }
}

/** Appends a packet: the width of its widest number, then all numbers at that width. */
export function writePacket(out: ByteWriter, numbers: Uint32Array): void {
  const width = 32 - Math.clz32(numbers.reduce((all, number) => all | number, 0));
  const bytes = new Uint8Array((numbers.length * width + 7) >> 3);
  numbers.forEach((number, i) => {
    for (let bit = 0, at = i * width; bit < width; bit++, at++)
      bytes[at >> 3] = (bytes[at >> 3] as number) | (((number >>> bit) & 1) << (at & 7));
  });
  out.u8(width);
  out.append(bytes);
}

/** Bytes that `count` numbers of a width take. */
export const packedBytes = (count: number, width: number): number => (count * width + 7) >> 3;

/** Reads `count` numbers that begin at byte `at`; there are 8 bytes of room after the last. */
export function unpack(view: DataView, at: number, width: number, count: number, out: Int32Array): void {
  if (width === 0) {
    out.fill(0, 0, count);
    return;
  }
  const mask = -1 >>> (32 - width);
  for (let i = 0, bit = at * 8; i < count; i++, bit += width) {
    const shift = bit & 7;
    let number = view.getUint32(bit >> 3, true) >>> shift;
    if (width > NARROW && shift > 0) number |= view.getUint32((bit >> 3) + 4, true) << (32 - shift);
    out[i] = number & mask;
  }
}
