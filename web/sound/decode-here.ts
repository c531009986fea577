import type { Piece } from "./thread/messages.ts";

/** Bytes of the largest file that is decoded in one go: the browser keeps all of it in memory at once. */
const BYTES_MAX = 300_000_000;

/**
 * A file's sound through the browser's own player, where it cannot be read step by step (no WebCodecs, or a kind of file
 * that only the browser knows). Null where the browser can't either.
 */
export async function decodeHere(file: Blob): Promise<Piece | null> {
  if (file.size === 0 || file.size > BYTES_MAX || typeof OfflineAudioContext === "undefined") return null;
  try {
    const sound = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(await file.arrayBuffer());
    const channels = Array.from({ length: Math.min(2, sound.numberOfChannels) }, (_, i) => sound.getChannelData(i));
    return { at: 0, rate: sound.sampleRate, channels };
  } catch {
    return null;
  }
}
