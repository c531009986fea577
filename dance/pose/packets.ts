// One channel of one block of a track stream, written; the format is told at the top of stream.ts.
import { type ByteWriter, zigzag32 } from "./bytes.ts";

/** Frames of a block; the last block of a stream may be shorter. */
export const BLOCK = 32;

/** What the values after the first are off from what three taps foretell of them, as zigzags of 32 bits. */
export function errorsOf(values: Int32Array, taps: Int8Array): Uint32Array {
  const [a, b, c] = taps as unknown as readonly [number, number, number];
  let [last, d1, d2, d3] = [values[0] as number, 0, 0, 0];
  return Uint32Array.from(values.subarray(1), (value) => {
    const foretold = (Math.imul(a, d1) + Math.imul(b, d2) + Math.imul(c, d3) + 16) >> 5;
    const step = (value - last) | 0;
    last = value;
    d3 = d2;
    d2 = d1;
    d1 = step;
    return zigzag32((step - foretold) | 0);
  });
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
