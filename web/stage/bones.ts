import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { CHAIN_NAMES, CHAINS, type Chain } from "./chains.ts";
import { allSeen, type Pen, type Place, px, py, seen, shouldersX, shouldersY, trunkLength } from "./geometry.ts";
import { headCentre } from "./silhouette.ts";

export interface BoneStyle {
  readonly line: string;
  /** The dark edge that keeps the line readable on any picture. */
  readonly edge: string;
  /** Canvas pixels. */
  readonly width: number;
  /** Lengths of dashes and gaps in canvas pixels; a plain line without. */
  readonly dash?: number[];
  /** Colour of each limb that is off; it is drawn thicker as well. */
  readonly off?: Readonly<Partial<Record<Chain | "torso" | "head", string>>> | null;
}

/** How much thicker a limb is that is off: colour alone would not tell everybody. */
export const OFF_THICKER = 2.6;

const TRUNK = [AT.left_shoulder, AT.right_shoulder, AT.right_hip, AT.left_hip] as const;

/** Begins a path along keypoints, skipping the rest of the chain at the first that is not seen. */
export function tracePoints(pen: Pen, pose: Pose, place: Place, points: readonly number[], closed: boolean): void {
  pen.beginPath();
  let drawing = false;
  for (const k of points) {
    if (!seen(pose, k)) {
      drawing = false;
      continue;
    }
    if (drawing) pen.lineTo(px(pose, k, place), py(pose, k, place));
    else pen.moveTo(px(pose, k, place), py(pose, k, place));
    drawing = true;
  }
  if (closed && allSeen(pose, points)) pen.closePath();
}

/** Strokes the present path twice: the edge below, the line above. */
function strokeTwice(pen: Pen, line: string, edge: string, width: number, edgeWidth: number): void {
  pen.strokeStyle = edge;
  pen.lineWidth = width + edgeWidth;
  pen.stroke();
  pen.strokeStyle = line;
  pen.lineWidth = width;
  pen.stroke();
}

/** Draws a measured body: lines along the limbs, a ring for the head, dots for the joints; limbs that are off last. */
export function drawBones(pen: Pen, pose: Pose, place: Place, style: BoneStyle): void {
  const { line, edge, width } = style;
  const rim = width * 0.9;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.setLineDash(style.dash ?? []);
  tracePoints(pen, pose, place, TRUNK, true);
  const torso = style.off?.torso;
  strokeTwice(pen, torso ?? line, edge, torso ? width * 1.8 : width, rim);
  drawHeadRing(pen, pose, place, style, rim);
  for (const name of CHAIN_NAMES) if (!style.off?.[name]) drawChain(pen, pose, place, name, line, edge, width, rim);
  for (const name of CHAIN_NAMES) {
    const colour = style.off?.[name];
    if (colour) drawChain(pen, pose, place, name, colour, edge, width * OFF_THICKER, rim);
  }
  pen.setLineDash([]);
}

function drawChain(
  pen: Pen,
  pose: Pose,
  place: Place,
  name: Chain,
  line: string,
  edge: string,
  width: number,
  rim: number,
): void {
  tracePoints(pen, pose, place, CHAINS[name], false);
  strokeTwice(pen, line, edge, width, rim);
  const thick = width > rim * 2;
  pen.fillStyle = thick ? edge : line;
  for (const k of CHAINS[name]) {
    if (!seen(pose, k)) continue;
    pen.beginPath();
    pen.arc(px(pose, k, place), py(pose, k, place), thick ? width * 0.26 : width * 1.05, 0, 2 * Math.PI);
    pen.fill();
  }
}

function drawHeadRing(pen: Pen, pose: Pose, place: Place, style: BoneStyle, rim: number): void {
  if (!seen(pose, AT.nose)) return;
  const unit = trunkLength(pose) * place.size;
  const radius = 0.2 * unit;
  const off = style.off?.head;
  const width = off ? style.width * 1.8 : style.width;
  const [cx, cy] = headCentre(pose, place, unit);
  if (seen(pose, AT.left_shoulder) && seen(pose, AT.right_shoulder)) {
    const [sx, sy] = [place.x0 + place.flip * shouldersX(pose) * place.size, place.y0 + shouldersY(pose) * place.size];
    const long = Math.hypot(cx - sx, cy - sy) || 1;
    pen.beginPath();
    pen.moveTo(sx, sy);
    pen.lineTo(cx + ((sx - cx) / long) * radius, cy + ((sy - cy) / long) * radius);
    strokeTwice(pen, style.line, style.edge, style.width, rim);
  }
  pen.beginPath();
  pen.arc(cx, cy, radius, 0, 2 * Math.PI);
  strokeTwice(pen, off ?? style.line, style.edge, width, rim);
}
