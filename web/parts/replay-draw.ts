import type { LimbGroup } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import type { Drawing } from "#dance/practice/drawing.ts";
import { drawBones, OFF_THICKER, tracePoints } from "../stage/bones.ts";
import { CHAINS, type Chain } from "../stage/chains.ts";
import type { Colours } from "../stage/colours.ts";
import { drawSolid } from "../stage/figure.ts";
import { blendPoses, fitBounds, type Pen, type Place, px, py, seen } from "../stage/geometry.ts";
import type { Layout } from "../state/coach/view.ts";
import { frameAt } from "../state/own.ts";
import { judgementAt, type Laid, type Scene } from "./replay-scene.ts";
import { drawStrokes } from "./replay-strokes.ts";

/** How a scene is drawn. */
export interface Look {
  readonly layout: Layout;
  readonly colours: Colours;
  /** A limb that is pointed out, whatever was judged; null for none. */
  readonly limb: LimbGroup | null;
  /** What a coach drew on the dancer's body. */
  readonly drawing?: Drawing | null;
}

/** Frames further apart than this have a hole between them that nobody saw. */
const HOLE_SECONDS = 0.12;
/** Counts before and after the moment that an onion skin shows, furthest first. */
const SKINS = [-1, 1, -0.5, 0.5] as const;
const skin = new Float32Array(POSE_SIZE);
const between = {
  teacher: new Float32Array(POSE_SIZE),
  own: new Float32Array(POSE_SIZE),
  other: new Float32Array(POSE_SIZE),
};

/** The pose at a song time, between two frames where these are near: a quarter of the speed is then still smooth. */
export function poseAt(track: Track, time: number, into: Pose): Pose | null {
  const here = frameAt(track, time);
  if (!here) return null;
  const [a, b] = [track[here.index], track[here.index + 1]];
  if (!a || !b || time <= a.time || b.time - a.time > HOLE_SECONDS) return here.pose;
  return blend(a.pose, b.pose, (time - a.time) / (b.time - a.time), into);
}

/** What only one of two poses knows is not moved: it lies nowhere in the other. */
function blend(a: Pose, b: Pose, share: number, into: Pose): Pose {
  blendPoses(a, b, share, into);
  for (let k = 0; k < POSE_SIZE / 3; k++)
    if (!(seen(a, k) && seen(b, k))) for (let i = k * 3; i < k * 3 + 3; i++) into[i] = a[i] ?? 0;
  return into;
}

/** The place in which a dancer's pose covers the teacher's, so many panes to the right. */
export const laidPlace = (place: Place, laid: Laid, right: number): Place => ({
  flip: place.flip,
  x0: place.x0 + place.flip * laid.dx * place.size + right,
  y0: place.y0 + laid.dy * place.size,
  size: place.size * laid.scale,
});

/** Draws all bodies at a song time, as in a mirror: side by side, or one over the other. */
export function drawScene(pen: CanvasRenderingContext2D, scene: Scene, time: number, look: Look): void {
  const { width, height } = pen.canvas;
  const { colours } = look;
  const over = look.layout !== "side";
  const pane = over ? width : width / (scene.other ? 3 : 2);
  const place = fitBounds(scene.bounds, pane, height, -1, 0.06);
  const thick = Math.max(3, Math.min(pane, height) / 90);
  pen.clearRect(0, 0, width, height);
  drawFloor(pen, place.y0 + scene.floor * place.size, colours.line, thick);
  const teacher = poseAt(scene.teacher, time, between.teacher);
  if (teacher)
    drawSolid(pen, teacher, place, {
      body: over ? colours["line-strong"] : colours["ink-2"],
      edge: colours.raise,
    });
  if (look.layout === "onion") drawSkins(pen, scene, time, place, thick, colours);
  if (scene.other) {
    const pose = poseAt(scene.other.track, time + scene.other.lag, between.other);
    const style = { line: colours["ink-2"], edge: colours.raise, width: thick * 0.55 };
    if (pose) drawBones(pen, pose, laidPlace(place, scene.other, over ? 0 : pane), style);
  }
  const own = poseAt(scene.own.track, time + scene.own.lag, between.own);
  if (!own) return;
  const right = over ? 0 : width - pane;
  const mine = laidPlace(place, scene.own, right);
  const off = offNow(scene, time, look);
  drawBones(pen, own, mine, { line: colours.ink, edge: colours.raise, width: thick, off });
  if (look.limb && teacher)
    drawWanted(pen, teacher, { ...place, x0: place.x0 + right }, own, mine, look.limb, thick, colours);
  if (look.drawing) drawStrokes(pen, look.drawing, own, scene.own.trunk, mine, thick, colours);
}

/** Where the dancer was and will be: thin, and what comes dashed. */
export function drawSkins(pen: Pen, scene: Scene, time: number, place: Place, thick: number, colours: Colours): void {
  const mine = laidPlace(place, scene.own, 0);
  for (const by of SKINS) {
    const pose = poseAt(scene.own.track, time + scene.own.lag + (by * 60) / scene.tempo.bpm, skin);
    const line = Math.abs(by) < 1 ? colours["ink-2"] : colours.unseen;
    const dash = by > 0 ? [thick * 2, thick * 1.5] : [];
    if (pose) drawBones(pen, pose, mine, { line, edge: colours.raise, width: thick * 0.45, dash });
  }
}

/** The floor under all panes. */
export function drawFloor(pen: Pen, y: number, line: string, thick: number): void {
  pen.strokeStyle = line;
  pen.lineWidth = thick;
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(0, y);
  pen.lineTo(pen.canvas.width, y);
  pen.stroke();
}

/** The colours of the limbs that were off at a song time, and of the one that is pointed out. */
function offNow(scene: Scene, time: number, { colours, limb }: Look): Partial<Record<LimbGroup, string>> | null {
  const now = judgementAt(scene, time);
  const told = now && now.word !== "perfect" && now.word !== "unseen" ? now.faults.slice(0, 2) : [];
  if (told.length === 0 && !limb) return null;
  const colour = now?.word === "miss" ? colours.miss : colours.ok;
  return { ...(limb && { [limb]: colours.ink }), ...Object.fromEntries(told.map((f) => [f.limb, colour])) };
}

/** Where an arm or a leg should have been: dashed, from where the dancer's own begins. */
export function drawWanted(
  pen: Pen,
  teacher: Pose,
  place: Place,
  own: Pose,
  mine: Place,
  limb: LimbGroup,
  thick: number,
  colours: Colours,
): void {
  const chain = CHAINS[limb as Chain];
  if (!chain) return;
  const [root] = chain;
  const moved = {
    ...place,
    x0: place.x0 + px(own, root, mine) - px(teacher, root, place),
    y0: place.y0 + py(own, root, mine) - py(teacher, root, place),
  };
  pen.lineCap = "butt";
  for (const [colour, width] of [
    [colours.raise, thick * 2],
    [colours.ink, thick],
  ] as const) {
    pen.setLineDash([thick * OFF_THICKER, thick * 1.6]);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    tracePoints(pen, teacher, moved, chain, false);
    pen.stroke();
  }
  pen.setLineDash([]);
}
