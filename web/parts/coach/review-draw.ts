import type { LimbGroup } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type Pose } from "#dance/pose/pose.ts";
import type { Drawing } from "#dance/practice/drawing.ts";
import { MEASURE, measureLimbs } from "#dance/practice/measure.ts";
import { drawBones } from "../../stage/bones.ts";
import type { Colours } from "../../stage/colours.ts";
import { drawSolid } from "../../stage/figure.ts";
import { fitBounds, type Pen, type Place } from "../../stage/geometry.ts";
import type { Layout } from "../../state/coach/view.ts";
import { drawFloor, drawSkins, drawWanted, laidPlace, poseAt } from "../replay-draw.ts";
import type { Laid, Scene } from "../replay-scene.ts";
import { drawStrokes } from "../replay-strokes.ts";

/** How a review is drawn. */
export interface ReviewLook {
  readonly layout: Layout;
  readonly colours: Colours;
  /** The limb that is pointed out; null for none. */
  readonly limb: LimbGroup | null;
  /** What somebody drew on the dancer's body. */
  readonly drawing: Drawing;
}

/** Limbs that are coloured at once: a body of one colour tells nothing. */
const COLOURED = 3;
/** Width of the gap between panes, in canvas pixels for one of the page. */
const GAP = 4;

const buffers = {
  teacher: new Float32Array(POSE_SIZE),
  own: new Float32Array(POSE_SIZE),
  other: new Float32Array(POSE_SIZE),
};

/** The poses of a moment of song time; null where nobody was seen. */
export interface Moment {
  readonly teacher: Pose | null;
  readonly own: Pose | null;
  readonly other: Pose | null;
}

/** The poses at a song time, each with its own lag taken off; overwritten by the next reading. */
export const momentAt = (scene: Scene, time: number): Moment => ({
  teacher: poseAt(scene.teacher, time, buffers.teacher),
  own: poseAt(scene.own.track, time + scene.own.lag, buffers.own),
  other: scene.other && poseAt(scene.other.track, time + scene.other.lag, buffers.other),
});

const panesOf = (scene: Scene, layout: Layout): number => (layout === "side" ? (scene.other ? 3 : 2) : 1);

/** Where the dancer stands on a canvas, to draw on. */
export function ownPlace(scene: Scene, layout: Layout, width: number, height: number): Place {
  const panes = panesOf(scene, layout);
  const place = fitBounds(scene.bounds, width / panes, height, -1, 0.06);
  return laidPlace(place, scene.own, panes > 1 ? width / panes : 0);
}

/** Draws everybody at a song time, as in a mirror; limbs that are off by measure are coloured and thicker. */
export function drawReview(pen: CanvasRenderingContext2D, scene: Scene, time: number, look: ReviewLook): void {
  const { width, height } = pen.canvas;
  const panes = panesOf(scene, look.layout);
  const pane = width / panes;
  const place = fitBounds(scene.bounds, pane, height, -1, 0.06);
  const thick = Math.max(3, Math.min(pane, height) / 90);
  pen.clearRect(0, 0, width, height);
  drawFloor(pen, place.y0 + scene.floor * place.size, look.colours.line, thick);
  drawGaps(pen, panes, look.colours);
  const now = momentAt(scene, time);
  drawTeacher(pen, now.teacher, place, thick, look);
  if (look.layout === "onion") drawSkins(pen, scene, time, place, thick, look.colours);
  if (now.other && scene.other) {
    const style = { line: look.colours["ink-2"], edge: look.colours.raise, width: thick * (panes > 1 ? 1 : 0.55) };
    drawBones(pen, now.other, laidPlace(place, scene.other, panes > 1 ? 2 * pane : 0), style);
  }
  if (now.own) drawOwn(pen, scene.own, { ...now, own: now.own }, place, panes > 1 ? pane : 0, thick, look);
}

function drawOwn(
  pen: Pen,
  laid: Laid,
  now: Moment & { readonly own: Pose },
  place: Place,
  right: number,
  thick: number,
  look: ReviewLook,
): void {
  const { colours, limb } = look;
  const mine = laidPlace(place, laid, right);
  drawBones(pen, now.own, mine, { line: colours.ink, edge: colours.raise, width: thick, off: offNow(now, look) });
  const teacher = now.teacher;
  if (limb && teacher && right > 0)
    drawWanted(pen, teacher, { ...place, x0: place.x0 + right }, now.own, mine, limb, thick, colours);
  drawStrokes(pen, look.drawing, now.own, laid.trunk, mine, thick, colours);
}

function drawGaps(pen: CanvasRenderingContext2D, panes: number, colours: Colours): void {
  const { width, height, clientWidth } = pen.canvas;
  const wide = (GAP * width) / Math.max(1, clientWidth);
  pen.fillStyle = colours.bg;
  for (let i = 1; i < panes; i++) pen.fillRect((i * width) / panes - wide / 2, 0, wide, height);
}

/** The teacher: in a pane of its own measured as the dancer is, under the dancer as a shape. */
function drawTeacher(pen: Pen, pose: Pose | null, place: Place, thick: number, look: ReviewLook): void {
  const { colours, limb, layout } = look;
  if (!pose) return;
  const off = limb ? { [limb]: colours.ink } : null;
  if (layout !== "side") drawSolid(pen, pose, place, { body: colours["line-strong"], edge: colours.raise });
  else drawBones(pen, pose, place, { line: colours.ink, edge: colours.raise, width: thick, off });
}

/** The colours of the limbs that are off at this moment, worst first, and of the one that is pointed out. */
function offNow({ teacher, own }: Moment, { colours, limb }: ReviewLook): Partial<Record<LimbGroup, string>> | null {
  const measured = teacher && own ? measureLimbs(teacher, own) : [];
  const off = measured
    .filter(({ degrees }) => degrees >= MEASURE.off)
    .sort((a, b) => b.degrees - a.degrees)
    .slice(0, COLOURED)
    .map((it) => [it.limb, it.degrees >= MEASURE.far ? colours.miss : colours.ok]);
  return off.length === 0 && !limb ? null : { ...(limb && { [limb]: colours.ink }), ...Object.fromEntries(off) };
}
