/** Reads whole numbers out of bytes that anybody may have sent: past their end everything is 0. */
export class Bytes {
  readonly length: number;
  private readonly view: DataView;
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  /** An unsigned number of 0 to 7 bytes, the highest first. */
  number(at: number, bytes: number): number {
    let value = 0;
    for (let i = at; i < at + bytes; i++) value = value * 256 + (i < this.length ? this.view.getUint8(i) : 0);
    return value;
  }

  /** The same with the lowest byte first. */
  littleNumber(at: number, bytes: number): number {
    let value = 0;
    for (let i = at + bytes - 1; i >= at; i--) value = value * 256 + (i < this.length ? this.view.getUint8(i) : 0);
    return value;
  }

  text(at: number, bytes: number): string {
    return Array.from({ length: bytes }, (_, i) => String.fromCharCode(this.number(at + i, 1))).join("");
  }
}
