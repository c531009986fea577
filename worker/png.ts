import { crc32 } from "#dance/pose/checksum.ts";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** What pixels need; whatever else a file carries (places, cameras, texts) is left out. */
const KEPT = new Set(["IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "IDAT", "IEND"]);
const HEADER_BYTES = 13;

interface Chunk {
  readonly kind: string;
  readonly data: Uint8Array;
  /** Length, kind, data and checksum together. */
  readonly whole: Uint8Array;
}

/** The chunks of a PNG in order; null where the bytes are none, are cut, or have a damaged chunk. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) return null;
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return null;
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ kind, data: bytes.subarray(at + 8, end), whole: bytes.subarray(at, end + 4) });
    at = end + 4;
  }
  return chunks;
}

/** The PNG of exactly these dimensions with nothing but its pixels in it; null where the bytes are no such PNG. */
export function pixelsOnly(bytes: Uint8Array, width: number, height: number): Uint8Array | null {
  const chunks = chunksOf(bytes);
  const [head] = chunks ?? [];
  if (!chunks || head?.kind !== "IHDR" || head.data.length !== HEADER_BYTES) return null;
  const size = new DataView(head.data.buffer, head.data.byteOffset);
  if (size.getUint32(0) !== width || size.getUint32(4) !== height) return null;
  if (chunks.at(-1)?.kind !== "IEND" || !chunks.some(({ kind }) => kind === "IDAT")) return null;
  if (chunks.filter(({ kind }) => kind === "IHDR" || kind === "IEND").length !== 2) return null;
  const kept = [Uint8Array.from(SIGNATURE), ...chunks.filter(({ kind }) => KEPT.has(kind)).map(({ whole }) => whole)];
  const out = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
