// How many bytes a four-minute dance takes, against its JSON under gzip; and that reading takes time in proportion to them.
import { gzipSync } from "node:zlib";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { POSE_SIZE, type Pose, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";
import { PoseSmoother } from "#dance/pose/smooth.ts";
import { decodeTrack, encodeTrack } from "#dance/pose/stream.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import type { Figure } from "./run.ts";

const SECONDS = 240;
const FPS = 30;
/** What MoveNet's keypoints tremble by on film (picture heights), its confidences, and a camera's frames (seconds). */
const NOISE = { coordinate: 0.0013, confidence: 0.03, seconds: 0.001 } as const;

/** About 0 with a spread of 1, the same in every run. */
function lottery(): () => number {
  let state = 20_261_123;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** The hardest built-in routine over and over, as a camera's detector sees it and the page smooths it. */
function fourMinutes(): Track {
  const built = buildChoreography(BUILT_IN.at(-1)?.notation ?? "");
  if (!built.ok) throw new Error(built.problem.message);
  const { track } = built.value;
  const random = lottery();
  const smoother = new PoseSmoother();
  return Array.from({ length: SECONDS * FPS }, (_, i) => {
    const time = i / FPS + NOISE.seconds * random();
    const pose = noisy(track[i % track.length]?.pose ?? new Float32Array(POSE_SIZE), random);
    return { time, pose: smoother.smooth(pose, time) };
  });
}

const noisy = (pose: Pose, random: () => number): Pose =>
  pose.map((value, i) =>
    i % 3 === 2
      ? Math.min(1, Math.max(0, 0.8 * value + NOISE.confidence * random()))
      : value + NOISE.coordinate * random(),
  );

/**
 * The replay file against the JSON of the same frames, both ways: with the numbers that the page holds and would send
 * without this file, and with numbers that are already on the replay's grid, which flatters JSON.
 */
export async function run(): Promise<Figure[]> {
  const frames = fourMinutes();
  const terms = {
    version: "5f".repeat(32),
    section: -1,
    rate: 1,
    mirror: false,
    seated: false,
    takeId: crypto.randomUUID(),
  };
  const value = encodeReplay({ ...terms, frames }).length;
  const gzipped = (track: Track) =>
    gzipSync(JSON.stringify({ ...terms, frames: track.map(({ time, pose }) => [time, ...pose]) })).length;
  const figure = (name: string, track: Track, of: string): Figure => ({
    name,
    value,
    unit: "bytes",
    yardstick: `gzipped JSON of a 4-minute, 30 fps replay with a detector's noise, ${of}`,
    ratio: Math.round((value / gzipped(track)) * 1000) / 1000,
  });
  const onGrid = frames.map(({ time, pose }) => ({ time: snapTime(time), pose: snapPose(pose) }));
  return [
    figure("replay-bytes", frames, "numbers as the page holds them"),
    figure("replay-bytes-on-grid", onGrid, "numbers already rounded to the replay's grid"),
    growth(onGrid),
  ];
}

/** Times of which the fastest counts. */
const TIMES = 15;

/** What reading the whole takes of eight times an eighth of it: about 1 where time grows as the bytes do. */
function growth(track: Track): Figure {
  const eighth = msOf(track.slice(0, track.length / 8));
  const whole = msOf(track);
  return {
    name: "replay-decode-growth",
    value: Math.round(whole * 100) / 100,
    unit: "ms",
    yardstick: "eight times the decoding of the first eighth",
    ratio: Math.round((whole / (8 * eighth)) * 1000) / 1000,
  };
}

function msOf(track: Track): number {
  const bytes = encodeTrack(track);
  const spent = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    if (!decodeTrack(bytes, { frames: track.length }).ok) throw new Error("a track that was written is not read");
    return performance.now() - start;
  });
  return Math.min(...spent);
}
