import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { mirrorPose, type Pose, type Track } from "#dance/pose/pose.ts";
import type { Judgement, TakeResult } from "#dance/scoring/result.ts";
import { type Bounds, boundsOf, hipsX, hipsY, trunkLength } from "../stage/geometry.ts";
import { frameAt, wantedPose } from "../state/own.ts";

/** A dancer's track and how it is laid over the teacher's. */
export interface Laid {
  readonly track: Track;
  /** Constant lag of the take in seconds, taken off so that all move together. */
  readonly lag: number;
  /** Seconds late (+) as it was judged, whatever is taken off. */
  readonly judged: number;
  /** Dancer to teacher: size and shift in the teacher's units. */
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  /** Median length of the dancer's trunk, in the track's units. */
  readonly trunk: number;
}

/** What a replay shows, on song time: the teacher, the take, and perhaps another take. */
export interface Scene {
  readonly from: number;
  readonly to: number;
  readonly tempo: Tempo;
  readonly teacher: Track;
  readonly own: Laid;
  readonly other: Laid | null;
  readonly judgements: readonly { readonly time: number; readonly it: Judgement }[];
  /** Seconds of half a count: a judgement is shown so long about its count. */
  readonly half: number;
  /** What the teacher takes up, and the height of the floor, in the teacher's units. */
  readonly bounds: Bounds | null;
  readonly floor: number;
}

/** A take as a replay needs it. */
export interface Danced {
  readonly frames: Track;
  readonly mirror: boolean;
  readonly result: Pick<TakeResult, "lag" | "judgements">;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
/** Every fifth pose tells sizes and places as well as all do. */
export const sample = (track: Track): Pose[] => track.filter((_, i) => i % 5 === 0).map((frame) => frame.pose);
export const lowest = (pose: Pose): number => Math.max(pose[15 * 3 + 1] ?? 0, pose[16 * 3 + 1] ?? 0);

/** Lays a dancer's track over the teacher's poses, by size and place. */
export function layOver(teacher: readonly Pose[], track: Track, lag: number): Laid {
  const own = sample(track);
  const trunk = median(own.map(trunkLength)) || 1;
  const scale = median(teacher.map(trunkLength)) / trunk;
  return {
    track,
    lag,
    judged: lag,
    scale,
    trunk,
    dx: median(teacher.map(hipsX)) - scale * median(own.map(hipsX)),
    dy: median(teacher.map(hipsY)) - scale * median(own.map(hipsY)),
  };
}

/** Builds the scene of a take once; what is before and after the section is left out. */
export function sceneOf(choreography: Choreography, section: number, { frames, mirror, result }: Danced): Scene {
  const { tempo } = choreography;
  const span = choreography.sections[section] ?? { from: 0, to: choreography.counts };
  const [from, to] = [timeOfCount(tempo, span.from), timeOfCount(tempo, span.to)];
  const teacher = choreography.track
    .filter((f) => f.time >= from - 0.5 && f.time <= to + 0.5)
    .map((f) => ({ time: f.time, pose: wantedPose(f.pose, mirror) }));
  const poses = sample(teacher);
  return {
    from,
    to,
    tempo,
    teacher,
    own: layOver(poses, frames, result.lag ?? 0),
    other: null,
    judgements: result.judgements.map((it) => ({ time: timeOfCount(tempo, it.count), it })),
    half: 30 / tempo.bpm,
    bounds: boundsOf(poses),
    floor: median(poses.map(lowest)) + 0.03,
  };
}

/** The same scene with another take in it, turned so that its sides are those of the first. */
export function withOther(scene: Scene, other: Danced, mirror: boolean): Scene {
  const turned = other.mirror !== mirror;
  const track = turned ? other.frames.map((f) => ({ time: f.time, pose: mirrorPose(f.pose) })) : other.frames;
  return { ...scene, other: layOver(sample(scene.teacher), track, other.result.lag ?? 0) };
}

/** The same scene with everybody as late as they were. What was off a limb is told of bodies laid over each other only. */
export const asDanced = (scene: Scene): Scene => ({
  ...scene,
  own: { ...scene.own, lag: 0 },
  other: scene.other && { ...scene.other, lag: 0 },
  judgements: scene.judgements.map(({ time, it }) => ({ time, it: { ...it, faults: [] } })),
});

/** The judgement that is under way at a song time, if any. */
export function judgementAt(scene: Scene, time: number): Judgement | null {
  let best: Judgement | null = null;
  let away = scene.half;
  for (const { time: at, it } of scene.judgements)
    if (Math.abs(at - time) <= away) {
      best = it;
      away = Math.abs(at - time);
    }
  return best;
}

/** Steps of song time that people ask for. */
export type Unit = "frame" | "count" | "eight";
const COUNTS = { count: 1, eight: 8 } as const;
/** Nearer than this is the same moment, in seconds and in counts. */
const SAME = 1e-4;

/** Song time one frame of the take, one count or one eight-count before (-1) or after (1) another. */
export function stepFrom(scene: Scene, time: number, unit: Unit, way: 1 | -1): number {
  if (unit === "frame") return frameStep(scene.own, time, way);
  const each = COUNTS[unit];
  const at = countAtTime(scene.tempo, time) / each;
  const next = way > 0 ? Math.floor(at + SAME) + 1 : Math.ceil(at - SAME) - 1;
  return timeOfCount(scene.tempo, next * each);
}

/** The camera gives what frames it gives, so that a step is to the take's own next frame. */
function frameStep({ track, lag }: Laid, time: number, way: 1 | -1): number {
  const here = frameAt(track, time + lag + SAME);
  const first = track[0];
  if (!here || !first || first.time - lag > time + SAME) return time + way / 30;
  const on = Math.abs((track[here.index]?.time ?? 0) - lag - time) < 2 * SAME;
  const next = track[way > 0 ? here.index + 1 : on ? here.index - 1 : here.index];
  return next ? next.time - lag : time + way / 30;
}
