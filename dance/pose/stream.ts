/**
 * A track as few bytes, lossless on the replay grid (GRID in pose.ts).
 *
 * A track is 52 channels of whole numbers: channel 0 the times in milliseconds, channels 1..51 the pose's numbers in
 * their order (coordinates in 1/2048 of the picture's height, confidences in 1/63). In the stream:
 *
 *   varint          number of frames n (bytes.ts says what a varint and a zigzag is); where n is 0 nothing follows
 *   52 x            i8 a, i8 b, i8 c, varint zigzag(first value of the channel)
 *   bits            the values 1..n-1 of channel 0, then those of channel 1, ...; high bit of each byte first; the last
 *                   byte is filled up with zeros
 *
 * Each value v[i] is foretold from the steps before it, d1 = v[i-1] - v[i-2], d2 = v[i-2] - v[i-3], d3 = v[i-3] - v[i-4]
 * (0 where they reach before v[0]): p = v[i-1] + floor((a d1 + b d2 + c d3 + 16) / 32), and u = zigzag(v[i] - p) is
 * written as an adaptive Rice code. Each channel starts with m = 128 and for each value: k = min(13, floor(log2(max(1, floor(m * 11 / 256))))); q = floor(u / 2^k).
 *   q < 11:  q ones, a zero, the low k bits of u (high bit first)
 *   else:    11 ones, u in 30 bits
 * then m becomes m - floor(m / 16) + min(u, 2^20).
 */
import { fail, type Outcome, ok } from "../outcome.ts";
import { BitWriter } from "./bits.ts";
import { ByteReader, ByteWriter, unzigzag, zigzag } from "./bytes.ts";
import { POSE_SIZE, type PoseFrame, type Track } from "./pose.ts";
import { type BitSource, readChannel, writeChannel } from "./rice.ts";
import { bestTaps } from "./taps.ts";

const CHANNELS = POSE_SIZE + 1;
const TAPS = 3;
/** What a channel may hold; what lies outside was never written by an encoder. */
const COORDINATE_MAX = 32767;
const CONFIDENCE_MAX = 63;
const TIME_MAX_MS = 2 ** 27;

export type TrackProblem = "track-damaged" | "track-too-long";

export interface TrackLimits {
  /** The most frames that a reader will make room for. */
  readonly frames: number;
}

const isConfidence = (channel: number): boolean => channel > 0 && channel % 3 === 0;
const highest = (channel: number): number =>
  channel === 0 ? TIME_MAX_MS : isConfidence(channel) ? CONFIDENCE_MAX : COORDINATE_MAX;
const lowest = (channel: number): number => (isConfidence(channel) ? 0 : -highest(channel));

/** Bytes of a track. Numbers off the grid go to their nearest step, beyond the channel to its end, NaN to 0. */
export function encodeTrack(track: Track): Uint8Array {
  const out = new ByteWriter();
  out.varint(track.length);
  if (track.length === 0) return out.take();
  const bits = new BitWriter();
  for (let channel = 0; channel < CHANNELS; channel++) {
    const values = channelOf(track, channel);
    const taps = bestTaps(values);
    out.append(new Uint8Array(taps.buffer));
    out.varint(zigzag(values[0] ?? 0));
    writeChannel(bits, values, taps);
  }
  out.append(bits.take());
  return out.take();
}

/** A channel's whole numbers. */
function channelOf(track: Track, channel: number): Int32Array {
  const steps = channel === 0 ? 1000 : isConfidence(channel) ? 63 : 2048;
  const low = lowest(channel);
  const high = highest(channel);
  return Int32Array.from(track, ({ time, pose }) => {
    const value = Math.round((channel === 0 ? time : (pose[channel - 1] ?? 0)) * steps);
    return Math.min(high, Math.max(low, value || 0));
  });
}

/** The track of a stream; its poses are views into one array. Bytes that no encoder wrote are an outcome. */
export function decodeTrack(bytes: Uint8Array, limits: TrackLimits): Outcome<Track, TrackProblem> {
  const head = new ByteReader(bytes);
  const count = head.varint();
  if (head.cut) return fail("track-damaged", "the stream has no beginning");
  if (count > limits.frames) return fail("track-too-long", `${count} frames; at most ${limits.frames} are read`);
  if (count === 0) return head.left === 0 ? ok([]) : fail("track-damaged", "bytes after the last frame");
  // Each value takes a bit at least, so that bytes which announce more than they hold are told before room is made.
  if (count * CHANNELS > head.left * 8)
    return fail("track-damaged", `${count} frames do not fit in ${bytes.length} bytes`);
  const taps = new Int8Array(CHANNELS * TAPS);
  const firsts = new Int32Array(CHANNELS);
  for (let channel = 0; channel < CHANNELS; channel++) {
    for (let tap = 0; tap < TAPS; tap++) taps[channel * TAPS + tap] = head.u8();
    firsts[channel] = unzigzag(head.varint());
  }
  if (head.cut) return fail("track-damaged", "the channels have no heads");
  return readChannels(bytes.subarray(head.at), count, taps, firsts);
}

function readChannels(
  packed: Uint8Array,
  count: number,
  taps: Int8Array,
  firsts: Int32Array,
): Outcome<Track, TrackProblem> {
  const padded = new Uint8Array(packed.length + 8);
  padded.set(packed);
  const bits: BitSource = { view: new DataView(padded.buffer), at: 0, end: packed.length * 8 };
  const times = new Float64Array(count);
  const numbers = new Float32Array(count * POSE_SIZE);
  const values = new Int32Array(count);
  for (let channel = 0; channel < CHANNELS; channel++) {
    values[0] = firsts[channel] as number;
    const whole = readChannel(bits, values, taps.subarray(channel * TAPS), lowest(channel), highest(channel));
    if (!whole) return fail("track-damaged", `channel ${channel} cannot be read`);
    if (channel === 0) for (let i = 0; i < count; i++) times[i] = (values[i] as number) / 1000;
    else spread(values, numbers, channel - 1, isConfidence(channel) ? 63 : 2048);
  }
  if (bits.end - bits.at > 7) return fail("track-damaged", "bytes after the last frame");
  const track = new Array<PoseFrame>(count);
  for (let i = 0; i < count; i++)
    track[i] = { time: times[i] as number, pose: new Float32Array(numbers.buffer, i * POSE_SIZE * 4, POSE_SIZE) };
  return ok(track);
}

function spread(values: Int32Array, numbers: Float32Array, first: number, steps: number): void {
  for (let i = 0, at = first; i < values.length; i++, at += POSE_SIZE) numbers[at] = (values[i] as number) / steps;
}
