// Pictures for the tests of sharing: real PNGs, of whatever size, with whatever else in them.
import { crc32 } from "#dance/pose/checksum.ts";
import type { Answer, Client } from "./client.ts";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

export function chunk(kind: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + data.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(new TextEncoder().encode(kind), 4);
  whole.set(data, 8);
  view.setUint32(8 + data.length, crc32(whole.subarray(4, 8 + data.length)));
  return whole;
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A grey picture; `more` stands between its head and its pixels. */
export async function png(width = 1200, height = 630, ...more: Uint8Array[]): Promise<Uint8Array> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head[8] = 8;
  const rows = new Blob([new Uint8Array((width + 1) * height).fill(0)]);
  const packed = new Response(rows.stream().pipeThrough(new CompressionStream("deflate")));
  const pixels = new Uint8Array(await packed.arrayBuffer());
  return joined(
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", head),
    ...more,
    chunk("IDAT", pixels),
    chunk("IEND", new Uint8Array()),
  );
}

/** Shares a take with its name and replay, or as `choice` says. */
export const share = async (
  who: Client,
  takeId: string,
  choice = "named=1&replay=1",
  picture?: Uint8Array,
): Promise<Answer> =>
  who.ask("PUT", `/takes/${takeId}/share?${choice}`, picture ?? (await png()), { "content-type": "image/png" });
