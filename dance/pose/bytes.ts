/**
 * Whole numbers as bytes, for every file that dance/ writes.
 * varint: 7 bits a byte, low bits first, the high bit says that another byte follows; at most 5 bytes.
 * zigzag: 0, -1, 1, -2, ... as 0, 1, 2, 3, ... so that small numbers of either sign stay short.
 */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
export const unzigzag = (code: number): number => (code >>> 1) ^ -(code & 1);
/** The zigzag of any whole number of 32 bits, as an unsigned one. */
export const zigzag32 = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

/** Appends bytes and knows nothing of what they mean. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  length = 0;

  u8(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  u32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.u8((value >>> shift) & 255);
  }

  varint(value: number): void {
    let rest = value >>> 0;
    for (; rest > 127; rest >>>= 7) this.u8((rest & 127) | 128);
    this.u8(rest);
  }

  append(more: Uint8Array): void {
    if (this.length + more.length > this.bytes.length) this.grow(more.length);
    this.bytes.set(more, this.length);
    this.length += more.length;
  }

  /** ASCII only; the writer of the text sees to that. */
  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.u8(text.charCodeAt(i) & 127);
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(by: number): void {
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + by));
    wider.set(this.bytes);
    this.bytes = wider;
  }
}

/** Reads what ByteWriter wrote. Past the end it reads zeros and `cut` becomes true: ask once, at the end. */
export class ByteReader {
  at = 0;
  cut = false;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) this.cut = true;
    return value ?? 0;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  u32(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 8) value |= this.u8() << shift;
    return value >>> 0;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  /** A view of the next `count` bytes, or of none where fewer are left. */
  take(count: number): Uint8Array {
    if (count > this.left) {
      this.cut = true;
      return this.bytes.subarray(0, 0);
    }
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  ascii(count: number): string {
    let text = "";
    for (const byte of this.take(count)) text += String.fromCharCode(byte);
    return text;
  }
}
