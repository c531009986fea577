/** Bytes before the samples of a sound file of encodeWav, bytes of a sample of both channels, samples a second. */
const [HEAD, FRAME, RATE] = [44, 4, 44_100];
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
export function seamOf(after: Int16Array, before: Int16Array): Int16Array<ArrayBuffer> {
  const frames = after.length / 2;
  return Int16Array.from(after, (value, i) => {
    const share = (Math.floor(i / 2) + 1) / (frames + 1);
    return Math.round(value * (1 - share) + (before[i] ?? 0) * share);
  });
}

async function headFor(wav: Blob, bytes: number): Promise<DataView<ArrayBuffer>> {
  const head = new DataView(await wav.slice(0, HEAD).arrayBuffer());
  head.setUint32(4, HEAD + bytes - 8, true);
  head.setUint32(40, bytes, true);
  return head;
}

/**
 * The way in from `start`, then `from` to `to` over and over; song seconds, of a stereo file by encodeWav. The pieces
 * are taken from `wav` where they lie: nothing is copied but the seam.
 */
export async function loopFile(wav: Blob, start: number, from: number, to: number): Promise<LoopFile> {
  const [a, b, c] = [start, from, to].map((time) => Math.round(time * RATE)) as [number, number, number];
  const part = (first: number, last: number) => wav.slice(HEAD + first * FRAME, HEAD + last * FRAME);
  const samples = async (first: number, last: number) => new Int16Array(await part(first, last).arrayBuffer());
  const seam = Math.min(Math.round(SEAM * RATE), Math.floor((c - b) / 2));
  const joint = seamOf(await samples(c, c + seam), await samples(b, b + seam));
  const turns = Math.max(2, Math.ceil((LASTS * RATE) / (c - b)));
  const again = Array.from({ length: turns - 1 }, () => [joint, part(b + joint.length / 2, c)]).flat();
  const head = await headFor(wav, (c - a + (turns - 1) * (c - b)) * FRAME);
  return {
    wav: new Blob([head, part(a, c), ...again], { type: "audio/wav" }),
    start: a / RATE,
    from: b / RATE,
    turn: (c - b) / RATE,
    turns,
  };
}
