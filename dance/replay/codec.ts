/**
 * The replay file, media type application/vnd.eightcount.replay, format 1.
 *
 *   4 bytes    "8CNT"
 *   u8         format, 1
 *   u32        length of the whole file in bytes (low byte first, as every u32 here)
 *   32 bytes   content hash (SHA-256) of the choreography's file
 *   varint     zigzag(section): index of the section danced, -1 for the whole choreography
 *   varint     rate in thousandths: 1000 is full speed
 *   u8         the sum of 1 where the dancer mirrors on purpose and 2 where the dancer sits
 *   u8, bytes  length of the take's id and the id in ASCII, at most 64
 *   ...        the pose frames as a track stream (dance/pose/stream.ts); times are song time
 *   u32        CRC-32 (as in PNG) of all bytes before it
 *
 * A varint holds 7 bits a byte, low bits first, high bit = another byte follows; zigzag writes 0, -1, 1, -2 as 0, 1, 2, 3.
 */
import { fail, type Outcome, ok } from "../outcome.ts";
import { ByteReader, ByteWriter, unzigzag, zigzag } from "../pose/bytes.ts";
import { crc32 } from "../pose/checksum.ts";
import { type Columns, trackOf } from "../pose/columns.ts";
import type { Track } from "../pose/pose.ts";
import { decodeColumns, encodeTrack } from "../pose/stream.ts";

export const REPLAY_MEDIA_TYPE = "application/vnd.eightcount.replay";

/** What a reader takes in at most. */
export const REPLAY_LIMITS = { bytes: 2_000_000, frames: 40_000 } as const;

const MAGIC = "8CNT";
const FORMAT = 1;
const HEAD_BYTES = 9;
const MIRROR = 1;
const SEATED = 2;
const HASH_BYTES = 32;
const ID_MAX = 64;

/** The pose frames of a take and what they were danced to. */
export interface Replay {
  /** Content hash of the choreography: 64 lower-case hex digits. */
  readonly version: string;
  /** Index of the section, -1 for the whole choreography. */
  readonly section: number;
  /** Speed of the song, 1 is full; in thousandths. */
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  /** Id of the take that was opened for it, ASCII. */
  readonly takeId: string;
  readonly frames: Track;
}

/** A replay as it was read; its frames are made of the columns when they are first asked for. */
export interface ReadReplay extends Replay {
  readonly columns: Columns;
}

/** Not a replay; of a format of later days; its end is missing; its bytes are not those that were written; too long. */
export const REPLAY_PROBLEMS = [
  "replay-unknown",
  "replay-format",
  "replay-cut",
  "replay-damaged",
  "replay-too-large",
] as const;
export type ReplayProblem = (typeof REPLAY_PROBLEMS)[number];

/** The file of a replay. A version that is no hash or an id that does not fit is a bug and throws. */
export function encodeReplay(replay: Replay): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(replay.version)) throw new RangeError(`version ${replay.version} is no content hash`);
  if (!/^[!-~]{0,64}$/.test(replay.takeId)) throw new RangeError(`take id ${replay.takeId} is not short ASCII`);
  const body = new ByteWriter();
  for (let i = 0; i < HASH_BYTES; i++) body.u8(Number.parseInt(replay.version.slice(i * 2, i * 2 + 2), 16));
  body.varint(zigzag(replay.section));
  body.varint(Math.round(replay.rate * 1000));
  body.u8((replay.mirror ? MIRROR : 0) + (replay.seated ? SEATED : 0));
  body.u8(replay.takeId.length);
  body.ascii(replay.takeId);
  body.append(encodeTrack(replay.frames));
  return fileOf(body);
}

function fileOf(body: ByteWriter): Uint8Array {
  const file = new ByteWriter();
  file.ascii(MAGIC);
  file.u8(FORMAT);
  file.u32(HEAD_BYTES + body.length + 4);
  file.append(body.take());
  file.u32(crc32(file.take()));
  return file.take();
}

/** The same replay with an empty take id, for whoever is not to know whose it is; its track is copied unread. */
export function withoutTake(bytes: Uint8Array): Outcome<Uint8Array, ReplayProblem> {
  const flaw = outerFlaw(bytes);
  if (flaw) return flaw;
  const inner = bytes.subarray(HEAD_BYTES, bytes.length - 4);
  const head = new ByteReader(inner);
  head.take(HASH_BYTES);
  head.varint();
  head.varint();
  head.u8();
  const before = head.at;
  head.ascii(head.u8());
  if (head.cut) return fail("replay-damaged", "the head cannot be read");
  const body = new ByteWriter();
  body.append(inner.subarray(0, before));
  body.u8(0);
  body.append(inner.subarray(head.at));
  return ok(fileOf(body));
}

/** The replay of a file; whatever the bytes are, in time and room linear to their number. */
export function decodeReplay(bytes: Uint8Array): Outcome<ReadReplay, ReplayProblem> {
  const flaw = outerFlaw(bytes);
  if (flaw) return flaw;
  const head = new ByteReader(bytes.subarray(HEAD_BYTES, bytes.length - 4));
  const version = Array.from(head.take(HASH_BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const section = unzigzag(head.varint());
  const rate = head.varint() / 1000;
  const manner = head.u8();
  const idLength = head.u8();
  const takeId = head.ascii(idLength);
  if (head.cut || manner > MIRROR + SEATED || idLength > ID_MAX || !/^[!-~]*$/.test(takeId))
    return fail("replay-damaged", "the head cannot be read");
  const read = decodeColumns(head.bytes.subarray(head.at), REPLAY_LIMITS);
  if (!read.ok)
    return read.problem.code === "track-too-long"
      ? fail("replay-too-large", read.problem.message)
      : fail("replay-damaged", read.problem.message);
  const columns = read.value;
  let frames: Track | undefined;
  return ok({
    version,
    section,
    rate,
    mirror: (manner & MIRROR) !== 0,
    seated: (manner & SEATED) !== 0,
    takeId,
    columns,
    get frames() {
      frames ??= trackOf(columns);
      return frames;
    },
  });
}

/** What is wrong with the file as a whole: its kind, its length, its checksum. */
function outerFlaw(bytes: Uint8Array): Outcome<never, ReplayProblem> | null {
  if (bytes.length > REPLAY_LIMITS.bytes) return fail("replay-too-large", `${bytes.length} bytes`);
  const head = new ByteReader(bytes);
  const magic = head.ascii(Math.min(4, bytes.length));
  if (bytes.length === 0 || !MAGIC.startsWith(magic)) return fail("replay-unknown", "this is no replay");
  const format = head.u8();
  const length = head.u32();
  if (head.cut) return fail("replay-cut", "the file ends within its head");
  if (format !== FORMAT) return fail("replay-format", `format ${format}; this reader knows ${FORMAT}`);
  if (bytes.length < length) return fail("replay-cut", `${bytes.length} bytes of ${length}`);
  if (bytes.length > length) return fail("replay-damaged", `${bytes.length - length} bytes too many`);
  if (length < HEAD_BYTES + HASH_BYTES + 4) return fail("replay-damaged", `${length} bytes hold no replay`);
  const announced = new ByteReader(bytes.subarray(length - 4)).u32();
  return crc32(bytes.subarray(0, length - 4)) === announced ? null : fail("replay-damaged", "the checksum is another");
}
