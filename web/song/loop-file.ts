import { WAV_HEAD, wavHead } from "./wav.ts";

/** Seconds over which the end of a turn rings on into the next, so that nothing clicks. */
const SEAM = 0.02;
/** Seconds that a loop's file lasts at least before it has to be sent back. */
const LASTS = 240;

/** A sound file that holds the way in and many turns of a stretch of a song. */
export interface LoopFile {
  readonly wav: Blob;
  /** Song seconds of the file's beginning and of the first turn's. */
  readonly start: number;
  readonly from: number;
  /** Seconds of one turn, and how many there are. */
  readonly turn: number;
  readonly turns: number;
}

/** The samples where a turn ends: what would have come next fades out while the beginning fades in. */
export function seamOf(after: Int16Array, before: Int16Array, channels = 2): Int16Array<ArrayBuffer> {
  const frames = after.length / channels;
  return Int16Array.from(after, (value, i) => {
    const share = (Math.floor(i / channels) + 1) / (frames + 1);
    return Math.round(value * (1 - share) + (before[i] ?? 0) * share);
  });
}

/**
 * The way in from `start`, then `from` to `to` over and over; song seconds, of a sound file with a head of wavHead. The
 * pieces are taken from `wav` where they lie: nothing is copied but the seam.
 */
export async function loopFile(wav: Blob, start: number, from: number, to: number): Promise<LoopFile> {
  const head = new DataView(await wav.slice(0, WAV_HEAD).arrayBuffer());
  const [channels, rate] = [head.getUint16(22, true), head.getUint32(24, true)];
  const frame = 2 * channels;
  const [a, b, c] = [start, from, to].map((time) => Math.round(time * rate)) as [number, number, number];
  const part = (first: number, last: number) => wav.slice(WAV_HEAD + first * frame, WAV_HEAD + last * frame);
  const samples = async (first: number, last: number) => new Int16Array(await part(first, last).arrayBuffer());
  const seam = Math.min(Math.round(SEAM * rate), Math.floor((c - b) / 2));
  const joint = seamOf(await samples(c, c + seam), await samples(b, b + seam), channels);
  const turns = Math.max(2, Math.ceil((LASTS * rate) / (c - b)));
  const again = Array.from({ length: turns - 1 }, () => [joint, part(b + joint.length / channels, c)]).flat();
  const bytes = (c - a + (turns - 1) * (c - b)) * frame;
  return {
    wav: new Blob([wavHead(rate, channels, bytes), part(a, c), ...again], { type: "audio/wav" }),
    start: a / rate,
    from: b / rate,
    turn: (c - b) / rate,
    turns,
  };
}
