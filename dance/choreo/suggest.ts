import { type Tempo, timeOfCount } from "../music/tempo.ts";
import { KEYPOINTS } from "../pose/keypoints.ts";
import type { Pose, Track } from "../pose/pose.ts";
import { degreesApart } from "../pose/unlike.ts";
import { poseAt } from "./capture.ts";
import type { Keyframe } from "./choreography.ts";

/** Seconds that a body needs between two keyframes. */
const LEAST_APART = 0.2;
/** Degrees of mean difference to the last keyframe from which a pose on a count is another, and on a half count. */
const OTHER = { whole: 10, half: 22 } as const;
/** Share of the keypoints that must be seen, and how surely. */
const SEEN = { points: 0.5, confidence: 0.3 } as const;
/** A half count is worth its keyframe where the body stops there as clearly as this (0..1). */
const STOPS = 0.45;
/** Weights: of a pose that is passed through, and what a stop and a long way add; a half count weighs less. */
const WEIGHT = { least: 0.6, stop: 0.5, way: 0.4, half: 0.6 } as const;
/** Degrees of a long way. */
const LONG_WAY = 60;
/** Seconds before and behind a count between which a stop is seen. */
const LOOK = { before: 0.2, behind: 0.1 } as const;

/**
 * Keyframes for a track: on every count whose pose is another than the last, and on half counts at which the body clearly
 * stops; heavier where it comes a long way and stops (0.6 to 1.5). None where the dancer is not seen.
 */
export function suggestKeyframes(track: Track, tempo: Tempo, counts: number): Keyframe[] {
  if (track.length === 0) return [];
  const usual = usualSpeed(track);
  const out: Keyframe[] = [];
  const apart = timeOfCount(tempo, 0.5) - tempo.firstBeat;
  for (let count = 0; count < counts; count += apart >= LEAST_APART ? 0.5 : 1) {
    const time = timeOfCount(tempo, count);
    const pose = poseAt(track, time);
    if (!isSeen(pose, time, track)) continue;
    const last = out.at(-1);
    // Of two that share no limb nobody can say that they are the same.
    const way = (last && degreesApart(last.pose, pose)) ?? LONG_WAY;
    const half = !Number.isInteger(count);
    const stop = stopAt(track, time, usual);
    if (way < (half ? OTHER.half : OTHER.whole) || (half && (stop < STOPS || !turnsAt(track, tempo, count)))) continue;
    const weight =
      (WEIGHT.least + WEIGHT.stop * stop + WEIGHT.way * Math.min(1, way / LONG_WAY)) * (half ? WEIGHT.half : 1);
    out.push({ count, pose: pose.slice(), weight: Math.round(weight * 10) / 10 });
  }
  return out;
}

/** A count that is not the way from one to the next: straight between its neighbours it would be another pose. */
function turnsAt(track: Track, tempo: Tempo, count: number): boolean {
  const [a, here, b] = [count - 0.5, count, count + 0.5].map((at) => poseAt(track, timeOfCount(tempo, at))) as [
    Pose,
    Pose,
    Pose,
  ];
  const between = a.map((value, i) => (value + (b[i] ?? 0)) / 2);
  return (degreesApart(here, between) ?? 0) >= OTHER.half / 2;
}

const isSeen = (pose: Pose, time: number, track: Track): boolean => {
  if (time < (track[0]?.time ?? 0) - LOOK.before || time > (track.at(-1)?.time ?? 0) + LOOK.behind) return false;
  const sure = KEYPOINTS.filter((_, k) => (pose[k * 3 + 2] ?? 0) >= SEEN.confidence).length;
  return sure >= SEEN.points * KEYPOINTS.length;
};

/** How clearly the body stops at a time, 0..1: fast before and slow behind, beside its usual speed. */
function stopAt(track: Track, time: number, usual: number): number {
  const [a, b, c] = [time - LOOK.before, time, time + LOOK.behind].map((at) => poseAt(track, at)) as [Pose, Pose, Pose];
  const [before, behind] = [degreesApart(a, b), degreesApart(b, c)];
  if (before === null || behind === null) return 0;
  return Math.min(1, Math.max(0, (before / LOOK.before - behind / LOOK.behind) / usual));
}

/** Degrees a second that three quarters of the dance stay below. */
function usualSpeed(track: Track): number {
  const [first, last] = [track[0]?.time ?? 0, track.at(-1)?.time ?? 0];
  const speeds: number[] = [];
  for (let time = first; time + LOOK.before < last; time += LOOK.before) {
    const way = degreesApart(poseAt(track, time), poseAt(track, time + LOOK.before));
    if (way !== null) speeds.push(way / LOOK.before);
  }
  speeds.sort((a, b) => a - b);
  return Math.max(30, speeds[Math.floor(speeds.length * 0.75)] ?? 0);
}
