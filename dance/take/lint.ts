import type { Choreography } from "../choreo/choreography.ts";
import { AT } from "../pose/keypoints.ts";
import { mirrorPose, POSE_SIZE, type Pose, type PoseFrame, type Track } from "../pose/pose.ts";
import { degreesApart } from "../pose/unlike.ts";
import { prepare, type Reference, WHOLE } from "../scoring/reference.ts";
import { FULL_SCORE } from "../scoring/result.ts";
import { round } from "../scoring/round.ts";
import { rejudge } from "./rejudge.ts";
import type { TakeSettings } from "./take.ts";

/** Why a keyframe should be changed: it pays for standing still; it is like the one before; it comes too soon after it. */
export const LINT_CODES = ["still-pays", "alike", "close"] as const;
export type LintCode = (typeof LINT_CODES)[number];

export interface LintFinding {
  readonly code: LintCode;
  /** Count of the keyframe, from 0 over the whole choreography. */
  readonly count: number;
  /** Share earned by standing still (0..1), degrees apart, or seconds apart. */
  readonly value: number;
}

/** What those who do not dance a section would earn on it, in points of 100, and what its author should change. */
export interface Lint {
  readonly still: number;
  readonly tPose: number;
  readonly mirrored: number;
  readonly beatLate: number;
  /** A section on which standing still earns more than 10 of 100 can have no board. */
  readonly rankable: boolean;
  readonly findings: readonly LintFinding[];
}

const STRAIGHT: TakeSettings = { mirror: false, seated: false };
/** Points of 100 that standing still may earn at most. */
const STILL_MOST = 10;
/** Seconds of stillness before and after a section. */
const MARGIN = 2;
/**
 * Degrees of mean difference below which two keyframes look the same: both arms turned by 16 are another pose. Seconds that
 * a body needs between two.
 */
const ALIKE_DEGREES = 6.4;
const CLOSE_SECONDS = 0.2;

/** Checks one section (-1 for all of it) as its dancers would be judged. */
export function lint(choreography: Choreography, section: number): Lint {
  const reference = prepare(choreography, section);
  const { track } = choreography;
  const best = bestStill(reference, track);
  const earn = (frames: Track) => points(rejudge(reference, frames, STRAIGHT).score);
  return {
    still: points(best.score),
    tPose: earn(held(track, tPose(meanPose(track)))),
    mirrored: earn(track.map(({ time, pose }) => ({ time, pose: mirrorPose(pose, 0.5) }))),
    beatLate: earn(track.map(({ time, pose }) => ({ time: time + 60 / choreography.tempo.bpm, pose }))),
    rankable: isRankable(reference, best.score),
    findings: [...stillPays(reference, best.losses), ...tooNear(reference)],
  };
}

/** The sections (-1 is all of it) that can have no board, because standing still earns too much there. */
export const unrankedSections = (choreography: Choreography): number[] =>
  [WHOLE, ...choreography.sections.keys()].filter((section) => !isRanked(choreography, section));

function isRanked(choreography: Choreography, section: number): boolean {
  const reference = prepare(choreography, section);
  return isRankable(reference, bestStill(reference, choreography.track).score);
}

const isRankable = (reference: Reference, still: number): boolean =>
  reference.weights.motion > 0 && points(still) <= STILL_MOST;

/** What the best of some poses earns that is held from end to end. */
function bestStill(reference: Reference, track: Track) {
  const { from, to } = reference;
  const here = track.filter(({ time }) => time >= from - MARGIN && time <= to + MARGIN);
  return [meanPose(track), ...reference.keyframes.slice(0, 3).map((keyframe) => keyframe.pose)]
    .map((pose) => rejudge(reference, held(here, pose), STRAIGHT))
    .reduce((a, b) => (b.score > a.score ? b : a));
}

const points = (score: number): number => round((score / FULL_SCORE) * 100, 1);

const held = (track: Track, pose: Pose): PoseFrame[] => track.map(({ time }) => ({ time, pose }));

function meanPose(track: Track): Pose {
  const sum = new Float64Array(POSE_SIZE);
  for (const { pose } of track) for (let i = 0; i < POSE_SIZE; i++) (sum[i] as number) += (pose[i] ?? 0) / track.length;
  return Float32Array.from(sum);
}

/** The pose with both arms held out to the sides. */
function tPose(pose: Pose): Pose {
  const out = pose.slice();
  for (const side of ["left", "right"] as const) {
    const shoulder = AT[`${side}_shoulder`] * 3;
    const way = side === "left" ? 0.12 : -0.12;
    for (const [joint, far] of [
      [AT[`${side}_elbow`] * 3, 1],
      [AT[`${side}_wrist`] * 3, 2],
    ] as const) {
      out[joint] = (pose[shoulder] ?? 0) + far * way;
      out[joint + 1] = pose[shoulder + 1] ?? 0;
    }
  }
  return out;
}

/** Keyframes at which standing still keeps more than STILL_MOST of 100 of what they are worth. */
function stillPays(
  reference: Reference,
  losses: readonly { readonly keyframe: number; readonly points: number }[],
): LintFinding[] {
  const lost = new Float64Array(reference.keyframes.length);
  for (const loss of losses) (lost[loss.keyframe] as number) += loss.points / FULL_SCORE;
  return reference.keyframes.flatMap(({ index, count }) => {
    const worth = reference.weights.keyframes[index] as number;
    const kept = worth > 0 ? 1 - (lost[index] as number) / worth : 1;
    return kept > STILL_MOST / 100 ? [{ code: "still-pays" as const, count, value: round(Math.min(1, kept), 3) }] : [];
  });
}

function tooNear(reference: Reference): LintFinding[] {
  return reference.keyframes.slice(1).flatMap((keyframe, i): LintFinding[] => {
    const before = reference.keyframes[i];
    if (before === undefined) return [];
    const degrees = degreesApart(before.pose, keyframe.pose);
    const apart = degrees === null ? null : round(degrees, 1);
    const seconds = round(keyframe.time - before.time, 3);
    return [
      ...(apart !== null && apart < ALIKE_DEGREES
        ? [{ code: "alike" as const, count: keyframe.count, value: apart }]
        : []),
      ...(seconds < CLOSE_SECONDS ? [{ code: "close" as const, count: keyframe.count, value: seconds }] : []),
    ];
  });
}
