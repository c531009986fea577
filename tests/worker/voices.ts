// Sounds as browsers record them, by hand and without a sound in them: what holds a voice together.

/** An element of a WebM: its id, and its bytes or what it holds. */
const element = (id: number, content: Uint8Array): Uint8Array => {
  const idBytes = bytesOf(id);
  return joined([
    idBytes,
    Uint8Array.of(0x10 | (content.length >> 24), content.length >> 16, content.length >> 8, content.length),
    content,
  ]);
};
const bytesOf = (value: number): Uint8Array => {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from(bytes.length ? bytes : [0]);
};
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
const text = (value: string): Uint8Array => Uint8Array.from(value, (letter) => letter.charCodeAt(0));
const number = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
const little = (value: number, bytes: number): Uint8Array => number(value, bytes).reverse();

/** A voice of so many seconds as WebM: a cluster a second, of unknown length, fifty packets in each. */
export function voiceOf(seconds: number, trackType = 2): Uint8Array {
  const tracks = element(
    0x1654ae6b,
    element(0xae, joined([element(0xd7, number(1, 1)), element(0x83, number(trackType, 1))])),
  );
  const info = element(0x1549a966, element(0x2ad7b1, number(1_000_000, 3)));
  const clusters: Uint8Array[] = [];
  for (let at = 0; at < seconds * 1000; at += 1000) {
    const packets = Array.from({ length: Math.min(50, Math.ceil((seconds * 1000 - at) / 20)) }, (_, i) =>
      element(0xa3, joined([Uint8Array.of(0x81), number(i * 20, 2), Uint8Array.of(0x80, 0xf8, 0xff, 0xfe)])),
    );
    clusters.push(
      joined([
        bytesOf(0x1f43b675),
        Uint8Array.of(0x01, 255, 255, 255, 255, 255, 255, 255),
        element(0xe7, number(at, 4)),
        ...packets,
      ]),
    );
  }
  const unknown = Uint8Array.of(0x01, 255, 255, 255, 255, 255, 255, 255);
  const head = element(0x1a45dfa3, element(0x4282, text("webm")));
  return joined([head, bytesOf(0x18538067), unknown, info, tracks, ...clusters]);
}

const box = (name: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const body = joined(content);
  return joined([number(body.length + 8, 4), text(name), body]);
};
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);

/** A voice of so many seconds as MP4: whole, or in fragments of a second. */
export function mp4Of(seconds: number, inFragments: boolean, handler = "soun"): Uint8Array {
  const scale = 48_000;
  const length = inFragments ? 0 : seconds * scale;
  const mdhd = box("mdhd", zeros(12), number(scale, 4), number(length, 4), zeros(4));
  const hdlr = box("hdlr", zeros(8), text(handler), zeros(13));
  const mvex = box("mvex", box("trex", zeros(4), number(1, 4), number(1, 4), number(1024, 4), zeros(8)));
  const moov = box("moov", box("trak", box("mdia", mdhd, hdlr)), ...(inFragments ? [mvex] : []));
  const fragments: Uint8Array[] = [];
  for (let at = 0; inFragments && at < seconds; at++) {
    const ticks = Math.min(1, seconds - at) * scale;
    const samples = [ticks / 2, ticks / 2].map((duration) => joined([number(duration, 4), number(100, 4)]));
    const tfhd = box("tfhd", Uint8Array.of(0, 2, 0, 0), number(1, 4));
    const tfdt = box("tfdt", Uint8Array.of(1, 0, 0, 0), number(at * scale, 8));
    const trun = box("trun", Uint8Array.of(0, 0, 3, 1), number(2, 4), number(0, 4), ...samples);
    fragments.push(box("moof", box("traf", tfhd, tfdt, trun)), box("mdat", zeros(200)));
  }
  return joined([
    box("ftyp", text("isom"), zeros(4)),
    moov,
    ...fragments,
    ...(inFragments ? [] : [box("mdat", zeros(200))]),
  ]);
}

/** A voice of so many seconds as Ogg with Opus: a page a second. */
export function oggOf(seconds: number, head = "OpusHead"): Uint8Array {
  const page = (granule: number, body: Uint8Array) =>
    joined([text("OggS"), zeros(2), little(granule, 8), zeros(12), Uint8Array.of(1, body.length), body]);
  const pages = [page(0, joined([text(head), Uint8Array.of(1, 1), little(312, 2), little(48_000, 4), zeros(3)]))];
  for (let at = 1; at < seconds + 1; at++) pages.push(page(312 + Math.min(at, seconds) * 48_000, zeros(200)));
  return joined(pages);
}
