import { Bytes } from "./bytes.ts";

const PAGE = "OggS";
const HEADER = 27;

/** How a codec's first page says how many samples a second its positions count, and how many are skipped. */
function codecOf(bytes: Bytes, body: number): { readonly rate: number; readonly skipped: number } | null {
  if (bytes.text(body, 8) === "OpusHead") return { rate: 48_000, skipped: bytes.littleNumber(body + 10, 2) };
  if (bytes.text(body, 7) === "\u0001vorbis") return { rate: bytes.littleNumber(body + 12, 4), skipped: 0 };
  return null;
}

/** Seconds of an Ogg with one Opus or Vorbis stream; null where the bytes are none. */
export function oggSeconds(data: Uint8Array): number | null {
  const bytes = new Bytes(data);
  let codec: ReturnType<typeof codecOf> = null;
  let samples = 0;
  for (let at = 0; at + HEADER <= bytes.length; ) {
    if (bytes.text(at, 4) !== PAGE) return null;
    const segments = bytes.number(at + 26, 1);
    const body = at + HEADER + segments;
    codec ??= codecOf(bytes, body);
    if (!codec) return null;
    // All bits set: no packet ends on this page.
    const high = bytes.littleNumber(at + 10, 4);
    if (high !== 0xffffffff) samples = Math.max(samples, high * 2 ** 32 + bytes.littleNumber(at + 6, 4));
    let size = 0;
    for (let i = 0; i < segments; i++) size += bytes.number(at + HEADER + i, 1);
    at = body + size;
  }
  return codec && codec.rate > 0 && samples > codec.skipped ? (samples - codec.skipped) / codec.rate : null;
}
