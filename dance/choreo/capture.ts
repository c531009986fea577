import { countAtTime, type Tempo, timeOfCount } from "../music/tempo.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import { POSE_SIZE, type Pose, type PoseFrame, snapTime, type Track } from "../pose/pose.ts";
import type { Choreography, Keyframe } from "./choreography.ts";

/** Without a tempo there is a keyframe every half second. */
const EVERY_HALF_SECOND: Tempo = { bpm: 120, firstBeat: 0 };
/** Beats a minute that a body can dance to. */
export const TEMPO_RANGE = { slowest: 30, fastest: 300 } as const;
/** Frames a second of the dense reference. */
export const TRACK_RATE = 30;
/** Seconds between two frames over which nothing is known: the body was not seen there. */
const GAP = 0.3;
/** Longest reference, in seconds: half an hour. */
const LONGEST = 1800;

export const CAPTURE_PROBLEMS = ["track-empty", "track-too-long", "tempo-out-of-range"] as const;
export type CaptureProblem = (typeof CAPTURE_PROBLEMS)[number];

/** Makes a choreography of a recorded track: a keyframe on every count of `tempo`, or every 0.5 s where it is null. */
export function capture(
  track: Track,
  tempo: Tempo | null,
  options: { readonly slug?: string } = {},
): Outcome<Choreography, CaptureProblem> {
  const frames = rising(track);
  const last = frames.at(-1);
  const first = frames[0];
  if (first === undefined || last === undefined || frames.length < 2)
    return fail("track-empty", "the track has fewer than two frames that follow each other in time");
  if (last.time - first.time > LONGEST || first.time < -LONGEST || last.time > 2 * LONGEST)
    return fail("track-too-long", `the track is longer than ${LONGEST} seconds`);
  const given = tempo ?? EVERY_HALF_SECOND;
  if (
    !(given.bpm >= TEMPO_RANGE.slowest && given.bpm <= TEMPO_RANGE.fastest) ||
    !(Math.abs(given.firstBeat) <= LONGEST)
  )
    return fail(
      "tempo-out-of-range",
      `a tempo of ${given.bpm} is not between ${TEMPO_RANGE.slowest} and ${TEMPO_RANGE.fastest} beats a minute`,
    );
  const used = startingIn(given, first.time);
  const counts = Math.max(1, Math.ceil(countAtTime(used, last.time) - 1e-6));
  const dense = evenly(frames, first.time, last.time);
  const keyframes: Keyframe[] = [];
  for (let count = 0; count < counts; count++)
    keyframes.push({ count, pose: poseAt(frames, timeOfCount(used, count)), weight: 1 });
  const slug = options.slug ?? "captured";
  return ok({
    slug,
    title: { en: slug, ko: slug },
    about: { en: "", ko: "" },
    level: "medium",
    tempo: used,
    counts,
    sections: [{ kind: "verse", from: 0, to: counts }],
    keyframes,
    track: dense,
    song: null,
  });
}

const rising = (track: Track): PoseFrame[] => {
  let latest = Number.NEGATIVE_INFINITY;
  return track.filter((frame) => {
    const fits = Number.isFinite(frame.time) && frame.time > latest && frame.pose.length >= POSE_SIZE;
    if (fits) latest = frame.time;
    return fits;
  });
};

/** The same beats, counted from the last one at or before the first frame, so that no motion lies before count 0. */
function startingIn(tempo: Tempo, first: number): Tempo {
  const back = Math.floor(countAtTime(tempo, first) + 1e-6);
  return { bpm: tempo.bpm, firstBeat: timeOfCount(tempo, back) };
}

/** The frames between two times, `TRACK_RATE` a second, as they would have been seen then; at the ends as first and last seen. */
function evenly(frames: readonly PoseFrame[], from: number, to: number): PoseFrame[] {
  const out: PoseFrame[] = [];
  for (let i = 0; i <= Math.round((to - from) * TRACK_RATE); i++) {
    const time = from + i / TRACK_RATE;
    out.push({ time: snapTime(time), pose: poseAt(frames, time) });
  }
  return out;
}

/** The pose at a time: between two frames in a straight line, as sure as the less sure of the two. */
export function poseAt(frames: readonly PoseFrame[], time: number): Pose {
  let low = 0;
  let high = frames.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((frames[middle] as PoseFrame).time <= time) low = middle;
    else high = middle;
  }
  const a = frames[low] as PoseFrame;
  const b = frames[high] as PoseFrame;
  const part = b.time > a.time ? Math.min(1, Math.max(0, (time - a.time) / (b.time - a.time))) : 0;
  const hidden = b.time - a.time > GAP && part > 0 && part < 1;
  return a.pose.map((value, i) => {
    if (hidden && i % 3 === 2) return 0;
    const other = b.pose[i] ?? 0;
    if (part === 0) return value;
    if (part === 1) return other;
    return i % 3 === 2 ? Math.min(value, other) : value + (other - value) * part;
  });
}
