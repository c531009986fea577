// One channel of a track stream, written and read; the format is told at the top of stream.ts.
import { type BitWriter, ESCAPE_BITS, ESCAPE_ONES } from "./bits.ts";
import { unzigzag, zigzag } from "./bytes.ts";

const START_MEAN = 128;
const STEP_CAP = 2 ** 20;

/** Rice parameter of a running mean. */
const riceBits = (mean: number): number => Math.min(13, 31 - Math.clz32(((mean * 11) >> 8) | 1));

/** Appends values[1..]. */
export function writeChannel(bits: BitWriter, values: Int32Array, taps: Int8Array): void {
  const [a, b, c] = taps as unknown as [number, number, number];
  let mean = START_MEAN;
  let last = values[0] as number;
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  for (let i = 1; i < values.length; i++) {
    const step = (values[i] as number) - last;
    const u = zigzag(step - ((a * d1 + b * d2 + c * d3 + 16) >> 5));
    bits.rice(u, riceBits(mean));
    mean += Math.min(u, STEP_CAP) - (mean >> 4);
    last += step;
    d3 = d2;
    d2 = d1;
    d1 = step;
  }
}

/** Bits to read, followed by 8 bytes of room. */
export interface BitSource {
  readonly view: DataView;
  at: number;
  readonly end: number;
}

/** Fills values[1..]; false where the bits end too soon or a value lies where no encoder puts one. */
export function readChannel(bits: BitSource, values: Int32Array, taps: Int8Array, low: number, high: number): boolean {
  const { view, end } = bits;
  const [a, b, c] = taps as unknown as [number, number, number];
  let bit = bits.at;
  let mean = START_MEAN;
  let last = values[0] as number;
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  let outside = (last - low) | (high - last); // negative once a value was outside
  for (let i = 1; i < values.length; i++) {
    const window = view.getUint32(bit >> 3) << (bit & 7);
    const ones = Math.clz32(~window);
    let u: number;
    if (ones < ESCAPE_ONES) {
      const k = riceBits(mean);
      u = (ones << k) | (((window << (ones + 1)) >>> 1) >>> (31 - k));
      bit += ones + 1 + k;
    } else {
      u = wide(view, bit + ESCAPE_ONES, end);
      bit += ESCAPE_ONES + ESCAPE_BITS;
    }
    if (bit > end) return false;
    mean += Math.min(u, STEP_CAP) - (mean >> 4);
    const step = (((a * d1 + b * d2 + c * d3 + 16) >> 5) + unzigzag(u)) | 0;
    last = (last + step) | 0;
    outside |= (last - low) | (high - last);
    d3 = d2;
    d2 = d1;
    d1 = step;
    values[i] = last;
  }
  bits.at = bit;
  return outside >= 0;
}

/** 30 bits from a bit on. */
function wide(view: DataView, from: number, end: number): number {
  let value = 0;
  if (from + ESCAPE_BITS > end) return 0;
  for (let bit = from; bit < from + ESCAPE_BITS; bit++)
    value = (value << 1) | ((view.getUint8(bit >> 3) >> (7 - (bit & 7))) & 1);
  return value;
}
