import { Bytes } from "./bytes.ts";

/** Boxes that hold others; what is in them is read on. */
const HOLDING = new Set(["moov", "trak", "mdia", "mvex", "moof", "traf"]);

/** What of the sound's track was read so far, in its own ticks. */
interface Track {
  readonly kinds: string[];
  scale: number;
  /** Whole length, where it is known from the start. */
  length: number;
  /** Ticks of a sample that says nothing else: for all, and for this fragment. */
  usual: number;
  inFragment: number;
  /** Where the fragment begins, and where the last one ends. */
  at: number;
  end: number;
}

/** A box's own numbers, `body` behind its size and name, up to `end`; each begins with a version and flags. */
const READERS: Readonly<Record<string, (bytes: Bytes, body: number, track: Track, end: number) => void>> = {
  hdlr: (bytes, body, track) => track.kinds.push(bytes.text(body + 8, 4)),
  mdhd(bytes, body, track) {
    const wide = bytes.number(body, 1) === 1;
    track.scale = bytes.number(body + (wide ? 20 : 12), 4);
    const length =
      bytes.number(body + (wide ? 24 : 16), 4) * (wide ? 2 ** 32 : 1) + (wide ? bytes.number(body + 28, 4) : 0);
    track.length = length >= (wide ? 2 ** 64 : 2 ** 32) - 1 ? 0 : length;
  },
  trex: (bytes, body, track) => {
    track.usual = bytes.number(body + 12, 4);
  },
  tfhd(bytes, body, track) {
    const flags = bytes.number(body + 1, 3);
    const at = body + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
    track.inFragment = flags & 8 ? bytes.number(at, 4) : track.usual;
  },
  tfdt: (bytes, body, track) => {
    const wide = bytes.number(body, 1) === 1;
    track.at = wide ? bytes.number(body + 4, 4) * 2 ** 32 + bytes.number(body + 8, 4) : bytes.number(body + 4, 4);
  },
  trun(bytes, body, track, end) {
    const flags = bytes.number(body + 1, 3);
    const samples = bytes.number(body + 4, 4);
    const first = body + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
    const words = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
    const told = (flags & 0x100) !== 0;
    const there = told ? Math.min(samples, Math.floor((end - first) / (4 * words))) : samples;
    let ticks = told ? 0 : samples * track.inFragment;
    for (let i = 0; told && i < there; i++) ticks += bytes.number(first + 4 * words * i, 4);
    track.at += ticks;
    track.end = Math.max(track.end, track.at);
  },
};

/** Seconds of an MP4 with sound alone, whole or in fragments as browsers record it; null where the bytes are none. */
export function mp4Seconds(data: Uint8Array): number | null {
  const bytes = new Bytes(data);
  if (bytes.text(4, 4) !== "ftyp") return null;
  const track: Track = { kinds: [], scale: 0, length: 0, usual: 0, inFragment: 0, at: 0, end: 0 };
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.number(at, 4);
    const name = bytes.text(at + 4, 4);
    const header = short === 1 ? 16 : 8;
    const size =
      short === 1 ? bytes.number(at + 8, 4) * 2 ** 32 + bytes.number(at + 12, 4) : short || bytes.length - at;
    if (size < header) break;
    if (Object.hasOwn(READERS, name)) READERS[name]?.(bytes, at + header, track, Math.min(at + size, bytes.length));
    at += HOLDING.has(name) ? header : size;
  }
  const ticks = Math.max(track.length, track.end);
  return track.kinds.length === 1 && track.kinds[0] === "soun" && track.scale > 0 && ticks > 0
    ? ticks / track.scale
    : null;
}
