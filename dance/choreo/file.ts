/**
 * The file of one version of a choreography; SHA-256 of these bytes names the version.
 *
 *   4 bytes   "8CCH"
 *   u8        format, 1
 *   u32       length of the head in bytes, low byte first
 *   head      JSON in ASCII (other characters as \uXXXX): slug, title, about, level, tempo, counts, sections, song, and
 *             keyframes as [count, weight] pairs
 *   u32       length of the next stream in bytes
 *   stream    the keyframes' poses as a track whose times count 0, 1, 2, ... (dance/pose/stream.ts)
 *   stream    the reference track, to the end of the file
 */
import { fail, type Outcome, ok } from "../outcome.ts";
import { ByteReader, ByteWriter } from "../pose/bytes.ts";
import type { Track } from "../pose/pose.ts";
import { decodeTrack, encodeTrack } from "../pose/stream.ts";
import type { Choreography, Keyframe } from "./choreography.ts";
import { headOf, isHead } from "./head.ts";

export const CHOREOGRAPHY_MEDIA_TYPE = "application/vnd.eightcount.choreography";

/** The most that a reader takes in: twenty minutes at 30 frames a second. */
export const FILE_LIMITS = { frames: 36_000, headBytes: 500_000 } as const;
const MAGIC = "8CCH";
const FORMAT = 1;

export type ChoreographyFileProblem = "choreography-unknown" | "choreography-damaged";

/** The file of a choreography: the same choreography always gives the same bytes. */
export function encodeChoreography(choreography: Choreography): Uint8Array {
  const head = ascii(JSON.stringify(headOf(choreography)));
  const poses = encodeTrack(choreography.keyframes.map(({ pose }, time) => ({ time, pose })));
  const file = new ByteWriter();
  file.ascii(MAGIC);
  file.u8(FORMAT);
  file.u32(head.length);
  file.ascii(head);
  file.u32(poses.length);
  file.append(poses);
  file.append(encodeTrack(choreography.track));
  return file.take();
}

/** The choreography of a file, its poses on the replay grid. */
export function decodeChoreography(bytes: Uint8Array): Outcome<Choreography, ChoreographyFileProblem> {
  const file = new ByteReader(bytes);
  if (file.ascii(4) !== MAGIC || file.u8() !== FORMAT)
    return fail("choreography-unknown", "this is no choreography that this reader knows");
  const headLength = file.u32();
  if (headLength > FILE_LIMITS.headBytes) return damaged("the head is too long");
  const head = parse(file.ascii(headLength));
  const poses = decodeTrack(file.take(file.u32()), FILE_LIMITS);
  if (file.cut || !isHead(head)) return damaged("the head cannot be read");
  if (!poses.ok) return damaged(poses.problem.message);
  const track = decodeTrack(file.take(file.left), FILE_LIMITS);
  if (!track.ok) return damaged(track.problem.message);
  if (poses.value.length !== head.keyframes.length) return damaged("poses and counts differ in number");
  if (!rises(track.value)) return damaged("the track's times do not rise");
  const { keyframes, ...rest } = head;
  return ok({
    ...rest,
    keyframes: keyframes.map(([count, weight], i) => keyframe(count, weight, poses.value, i)),
    track: track.value,
  });
}

function keyframe(count: number, weight: number, poses: Track, index: number): Keyframe {
  const frame = poses[index];
  if (!frame) throw new RangeError(`keyframe ${index} has no pose`);
  return { count, weight, pose: frame.pose };
}

const damaged = (message: string) => fail("choreography-damaged", message);

const rises = (track: Track): boolean =>
  track.every((frame, i) => i === 0 || frame.time > (track[i - 1]?.time ?? Number.NEGATIVE_INFINITY));

const ascii = (json: string): string =>
  json.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
