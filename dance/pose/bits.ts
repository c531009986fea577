/** More ones than this in a row say that the number stands there whole. */
export const ESCAPE_ONES = 11;
export const ESCAPE_BITS = 30;

/** Appends bits, the high bit of each byte first. */
export class BitWriter {
  private bytes = new Uint8Array(4096);
  private bit = 0;

  /** The low `count` bits of a value, high bit first; count is 0..30. */
  bits(value: number, count: number): void {
    if ((this.bit + count) >> 3 >= this.bytes.length - 1) this.grow();
    for (let i = count - 1; i >= 0; i--) {
      if ((value >>> i) & 1)
        this.bytes[this.bit >> 3] = (this.bytes[this.bit >> 3] as number) | (128 >> (this.bit & 7));
      this.bit++;
    }
  }

  /** A Rice code with k low bits; see stream.ts. */
  rice(u: number, k: number): void {
    const ones = u >>> k;
    if (ones < ESCAPE_ONES) {
      this.bits((1 << (ones + 1)) - 2, ones + 1);
      this.bits(u, k);
    } else {
      this.bits((1 << ESCAPE_ONES) - 1, ESCAPE_ONES);
      this.bits(u, ESCAPE_BITS);
    }
  }

  take(): Uint8Array {
    return this.bytes.slice(0, (this.bit + 7) >> 3);
  }

  private grow(): void {
    const wider = new Uint8Array(this.bytes.length * 2);
    wider.set(this.bytes);
    this.bytes = wider;
  }
}
