import { type Piece, SECONDS_MAX } from "./messages.ts";

/** Seconds by which a container's rounded times may differ from the samples themselves. */
const ROUNDED = 0.05;

/** Takes the samples of a sound in order, without a gap, from file time 0 on. */
export interface Ear {
  /** `channels` are equally long, one or two, the same number every time. */
  take(channels: readonly Float32Array[]): void;
}

/**
 * Hands pieces on to an ear made by `begin` for the first one's rate: what lies before file time 0 is left out, a gap is
 * silent. Tells how many seconds were heard; more than SECONDS_MAX are cut off there.
 */
export async function place<E extends Ear>(
  pieces: AsyncIterable<Piece>,
  begin: (rate: number, channels: 1 | 2) => E,
  onSeconds: (seconds: number) => void = () => undefined,
): Promise<{ readonly ear: E; readonly seconds: number; readonly cut: boolean } | null> {
  let ear: E | null = null;
  let [rate, width, written] = [0, 1, 0];
  for await (const piece of pieces) {
    if (ear === null) {
      rate = piece.rate;
      width = piece.channels.length === 1 ? 1 : 2;
      ear = begin(rate, width as 1 | 2);
    }
    // A sound that changes its rate or its channels on the way goes on as silence: nothing of ours could play it.
    if (piece.rate !== rate || piece.channels.length !== width) continue;
    const due = Math.round(piece.at * rate) - written;
    const off = written === 0 || Math.abs(due) > ROUNDED * rate ? due : 0;
    if (off > 0) ear.take(Array.from({ length: width }, () => new Float32Array(Math.min(off, SECONDS_MAX * rate))));
    const channels = off < 0 ? piece.channels.map((samples) => samples.subarray(-off)) : piece.channels;
    ear.take(channels);
    written += Math.max(0, off) + (channels[0]?.length ?? 0);
    if (written > SECONDS_MAX * rate) return { ear, seconds: written / rate, cut: true };
    onSeconds(written / rate);
  }
  return ear && { ear, seconds: written / rate, cut: false };
}
