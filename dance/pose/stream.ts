/**
 * A track as few bytes, lossless on the replay grid (GRID in pose.ts).
 *
 * A track is 52 channels of whole numbers: channel 0 the times in milliseconds, channels 1..51 the pose's numbers in
 * their order (coordinates in 1/2048 of the picture's height, confidences in 1/63). In the stream:
 *
 *   varint          number of frames n (bytes.ts says what a varint and a zigzag is); where n is 0 nothing follows
 *   52 x            i8 a, i8 b, i8 c, varint zigzag(first value of the channel)
 *   blocks          of frames 1..n-1: 32 frames each, the last block what is left; of each block 52 packets, channel by
 *                   channel
 *   packet          u8 width 0..32, then a number of so many bits for each frame of the block: low bits first, the low
 *                   bit of each byte first; the last byte is filled up with zeros
 *
 * Each value v[i] is foretold from the steps before it, d1 = v[i-1] - v[i-2], d2 = v[i-2] - v[i-3], d3 = v[i-3] - v[i-4]
 * (0 where they reach before v[0]): p = v[i-1] + floor((a d1 + b d2 + c d3 + 16) / 32), and the number in the packet is
 * zigzag(v[i] - p). All sums are of 32 bits and wrap around.
 */
import { fail, type Outcome, ok } from "../outcome.ts";
import { ByteReader, ByteWriter, unzigzag, zigzag } from "./bytes.ts";
import { type Columns, isConfidence, trackOf } from "./columns.ts";
import { BLOCK, errorsOf, writePacket } from "./packets.ts";
import { POSE_SIZE, type Track } from "./pose.ts";
import { bestTaps } from "./taps.ts";
import { Foretold, packedBytes } from "./unpack.ts";

const CHANNELS = POSE_SIZE + 1;
/** What a channel may hold; what lies outside was never written by an encoder. */
const COORDINATE_MAX = 32767;
const CONFIDENCE_MAX = 63;
const TIME_MAX_MS = 2 ** 27;

export type TrackProblem = "track-damaged" | "track-too-long";

export interface TrackLimits {
  /** The most frames that a reader will make room for. */
  readonly frames: number;
}

const highest = (channel: number): number =>
  channel === 0 ? TIME_MAX_MS : isConfidence(channel - 1) ? CONFIDENCE_MAX : COORDINATE_MAX;
const lowest = (channel: number): number => (channel > 0 && isConfidence(channel - 1) ? 0 : -highest(channel));

/** Bytes of a track. Numbers off the grid go to their nearest step, beyond the channel to its end, NaN to 0. */
export function encodeTrack(track: Track): Uint8Array {
  const out = new ByteWriter();
  out.varint(track.length);
  if (track.length === 0) return out.take();
  const errors: Uint32Array[] = [];
  for (let channel = 0; channel < CHANNELS; channel++) {
    const values = channelOf(track, channel);
    const taps = bestTaps(values);
    out.append(new Uint8Array(taps.buffer));
    out.varint(zigzag(values[0] as number));
    errors.push(errorsOf(values, taps));
  }
  for (let from = 0; from < track.length - 1; from += BLOCK)
    for (const channel of errors) writePacket(out, channel.subarray(from, from + BLOCK));
  return out.take();
}

/** A channel's whole numbers. */
function channelOf(track: Track, channel: number): Int32Array {
  const steps = channel === 0 ? 1000 : isConfidence(channel - 1) ? 63 : 2048;
  const low = lowest(channel);
  const high = highest(channel);
  return Int32Array.from(track, ({ time, pose }) => {
    const value = Math.round((channel === 0 ? time : (pose[channel - 1] ?? 0)) * steps);
    return Math.min(high, Math.max(low, value || 0));
  });
}

/** The track of a stream; its poses are views into one array. Bytes that no encoder wrote are an outcome. */
export function decodeTrack(bytes: Uint8Array, limits: TrackLimits): Outcome<Track, TrackProblem> {
  const columns = decodeColumns(bytes, limits);
  return columns.ok ? ok(trackOf(columns.value)) : columns;
}

/** The track of a stream as columns, for those who need no frames. */
export function decodeColumns(bytes: Uint8Array, limits: TrackLimits): Outcome<Columns, TrackProblem> {
  const head = new ByteReader(bytes);
  const count = head.varint();
  if (head.cut) return fail("track-damaged", "the stream has no beginning");
  if (count > limits.frames) return fail("track-too-long", `${count} frames; at most ${limits.frames} are read`);
  // Each packet takes a byte at least, so that bytes which announce more than they hold are told before room is made.
  if (Math.ceil((count - 1) / BLOCK) * CHANNELS > head.left)
    return fail("track-damaged", `${count} frames do not fit in ${bytes.length} bytes`);
  const columns = { times: new Float64Array(count), steps: new Int16Array(count * POSE_SIZE) };
  if (count > 0 && !readChannels(head, columns)) return fail("track-damaged", "the frames cannot be read");
  return head.left === 0 ? ok(columns) : fail("track-damaged", "bytes after the last frame");
}

/** Reads the channels' heads and all blocks; false where they cannot be read. */
function readChannels(head: ByteReader, { times, steps }: Columns): boolean {
  const frames = times.length;
  const ms = new Int32Array(frames);
  const channels = Array.from({ length: CHANNELS }, (_, channel) => {
    const taps = [head.i8(), head.i8(), head.i8()] as const;
    const first = unzigzag(head.varint());
    const [low, high] = [lowest(channel), highest(channel)];
    if (first < low || first > high) head.cut = true;
    if (channel === 0) ms[0] = first;
    else steps[(channel - 1) * frames] = first;
    return new Foretold(taps, first, low, high);
  });
  if (head.cut) return false;
  const padded = new Uint8Array(head.left + 8);
  padded.set(head.bytes.subarray(head.at));
  const view = new DataView(padded.buffer);
  const end = padded.length - 8;
  let at = 0;
  for (let from = 1; from < frames; from += BLOCK) {
    const count = Math.min(BLOCK, frames - from);
    for (let channel = 0; channel < CHANNELS; channel++) {
      const width = padded[at++] as number;
      const next = at + packedBytes(count, width);
      if (width > 32 || next > end) return false;
      const told = channels[channel] as Foretold;
      const within =
        channel === 0
          ? told.read(view, at, width, count, ms, from)
          : told.read(view, at, width, count, steps, (channel - 1) * frames + from);
      if (!within) return false;
      at = next;
    }
  }
  head.take(at);
  for (let i = 0; i < frames; i++) times[i] = (ms[i] as number) / 1000;
  return true;
}
