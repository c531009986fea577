import { Bytes } from "./bytes.ts";

const EBML = 0x1a45dfa3;
/** Elements that hold others; what is in them is read on. They may be of unknown length. */
const HOLDING = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const [SCALE, TRACK_TYPE, CLUSTER_TIME, SIMPLE_BLOCK, BLOCK] = [0x2ad7b1, 0x83, 0xe7, 0xa3, 0xa1];
const AUDIO = 2;

/** Bytes of a number whose first byte says by its leading zeros how long it is; 0 where it is none. */
const lengthOf = (first: number, most: number): number => {
  const bytes = Math.clz32(first) - 23;
  return first === 0 || bytes > most ? 0 : bytes;
};

/** A length without the bit that says how many bytes it has; of eight bytes the high ones lie far beyond any end. */
const sizeOf = (bytes: Bytes, at: number, length: number): number =>
  length < 8
    ? bytes.number(at, length) % 2 ** (7 * length)
    : bytes.number(at + 1, 1) === 0
      ? bytes.number(at + 2, 6)
      : Number.POSITIVE_INFINITY;

/** Seconds from the first to the last packet of a WebM with sound alone; null where the bytes are none. */
export function webmSeconds(data: Uint8Array): number | null {
  const bytes = new Bytes(data);
  if (bytes.number(0, 4) !== EBML) return null;
  const types: number[] = [];
  let [scale, cluster, first, last] = [1_000_000, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < bytes.length; ) {
    const idBytes = lengthOf(bytes.number(at, 1), 4);
    const sizeBytes = lengthOf(bytes.number(at + idBytes, 1), 8);
    if (idBytes === 0 || sizeBytes === 0) break;
    const id = bytes.number(at, idBytes);
    const size = sizeOf(bytes, at + idBytes, sizeBytes);
    const body = at + idBytes + sizeBytes;
    if (id === TRACK_TYPE) types.push(bytes.number(body, 1));
    if (id === SCALE) scale = bytes.number(body, Math.min(size, 6));
    if (id === CLUSTER_TIME) cluster = bytes.number(body, Math.min(size, 6));
    if (id === SIMPLE_BLOCK || id === BLOCK) {
      const offset = bytes.number(body + lengthOf(bytes.number(body, 1), 8), 2);
      const time = cluster + (offset < 0x8000 ? offset : offset - 0x10000);
      [first, last] = [Math.min(first, time), Math.max(last, time)];
    }
    at = HOLDING.has(id) ? body : body + size;
  }
  const isSound = types.length > 0 && types.every((type) => type === AUDIO);
  return isSound && last >= first ? ((last - first) * scale) / 1e9 : null;
}
