import type { Choreography } from "#dance/choreo/choreography.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Pose, Track } from "#dance/pose/pose.ts";
import type { Judgement, TakeResult } from "#dance/scoring/result.ts";
import { drawBones } from "../stage/bones.ts";
import type { Colours } from "../stage/colours.ts";
import { drawSolid } from "../stage/figure.ts";
import { fitPoses, hipsX, hipsY, type Place, trunkLength } from "../stage/geometry.ts";
import { frameAt, wantedPose } from "../state/own.ts";

export const LAYOUTS = ["side", "over"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What a replay shows: both tracks on song time, and how the dancer's is laid over the teacher's. */
export interface Scene {
  readonly from: number;
  readonly to: number;
  readonly teacher: Track;
  readonly own: Track;
  /** Constant lag of the take in seconds, taken off so that both move together. */
  readonly lag: number;
  readonly judgements: readonly { readonly time: number; readonly it: Judgement }[];
  /** Seconds of half a count: a judgement is shown so long about its count. */
  readonly half: number;
  /** Dancer to teacher: sizes and shift in the teacher's units. */
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  readonly sample: readonly Pose[];
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const every = (track: Track, n: number): Pose[] => track.filter((_, i) => i % n === 0).map((f) => f.pose);

/** Builds the scene of a take once; frames before and after the section are left out. */
export function sceneOf(
  choreography: Choreography,
  section: number,
  frames: Track,
  mirror: boolean,
  result: TakeResult,
): Scene {
  const { tempo } = choreography;
  const span = choreography.sections[section] ?? { from: 0, to: choreography.counts };
  const [from, to] = [timeOfCount(tempo, span.from), timeOfCount(tempo, span.to)];
  const lag = result.lag ?? 0;
  const teacher = choreography.track
    .filter((f) => f.time >= from - 0.5 && f.time <= to + 0.5)
    .map((f) => ({ time: f.time, pose: wantedPose(f.pose, mirror) }));
  const [t, o] = [every(teacher, 5), every(frames, 5)];
  const scale = median(t.map(trunkLength)) / (median(o.map(trunkLength)) || 1);
  return {
    from,
    to,
    teacher,
    own: frames,
    lag,
    judgements: result.judgements.map((it) => ({ time: timeOfCount(tempo, it.count), it })),
    half: 30 / tempo.bpm,
    scale,
    dx: median(t.map(hipsX)) - scale * median(o.map(hipsX)),
    dy: median(t.map(hipsY)) - scale * median(o.map(hipsY)),
    sample: t,
  };
}

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

/** The place in which the dancer's pose covers the teacher's. */
const ownPlace = (place: Place, scene: Scene): Place => ({
  ...place,
  x0: place.x0 + place.flip * scene.dx * place.size,
  y0: place.y0 + scene.dy * place.size,
  size: place.size * scene.scale,
});

/** Draws both bodies at a song time, as in a mirror: side by side, or one over the other. */
export function drawScene(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  time: number,
  layout: Layout,
  colours: Colours,
): void {
  const { width, height } = pen.canvas;
  const pane = layout === "side" ? width / 2 : width;
  const place = fitPoses(scene.sample, pane, height, -1, 0.06);
  const thick = Math.max(3, Math.min(pane, height) / 90);
  pen.clearRect(0, 0, width, height);
  drawFloor(pen, place, scene, colours, thick);
  const teacher = frameAt(scene.teacher, time);
  const over = layout === "over";
  if (teacher)
    drawSolid(pen, teacher.pose, place, {
      body: over ? colours["line-strong"] : colours["ink-2"],
      edge: colours.raise,
    });
  const own = frameAt(scene.own, time + scene.lag);
  if (!own) return;
  const mine = ownPlace(place, scene);
  if (!over) mine.x0 += pane;
  drawBones(pen, own.pose, mine, {
    line: colours.ink,
    edge: colours.raise,
    width: thick,
    off: offNow(scene, time, colours),
  });
}

function drawFloor(pen: CanvasRenderingContext2D, place: Place, scene: Scene, colours: Colours, thick: number): void {
  const low = median(scene.sample.map((p) => Math.max(p[15 * 3 + 1] ?? 0, p[16 * 3 + 1] ?? 0)));
  const y = place.y0 + (low + 0.03) * place.size;
  pen.strokeStyle = colours.line;
  pen.lineWidth = thick;
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(0, y);
  pen.lineTo(pen.canvas.width, y);
  pen.stroke();
}

function offNow(scene: Scene, time: number, colours: Colours): Partial<Record<LimbGroup, string>> | null {
  const now = judgementAt(scene, time);
  if (!now || now.word === "perfect" || now.word === "unseen" || now.faults.length === 0) return null;
  const colour = now.word === "miss" ? colours.miss : colours.ok;
  return Object.fromEntries(now.faults.slice(0, 2).map((f) => [f.limb, colour]));
}
