import { AT, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { allSeen, hipsX, hipsY, type Place, seen, shouldersX, shouldersY, trunkLength, X, Y } from "./geometry.ts";

/** The canvas a figure may be drawn on: on the page, or off it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** The chain of keypoints of each arm and leg, from the body outwards. */
export const CHAINS = {
  right_leg: [AT.right_hip, AT.right_knee, AT.right_ankle],
  left_leg: [AT.left_hip, AT.left_knee, AT.left_ankle],
  left_arm: [AT.left_shoulder, AT.left_elbow, AT.left_wrist],
  right_arm: [AT.right_shoulder, AT.right_elbow, AT.right_wrist],
} as const satisfies Partial<Record<LimbGroup, readonly number[]>>;
export type Chain = keyof typeof CHAINS;
export const CHAIN_NAMES = Object.keys(CHAINS) as Chain[];

/** Radii of a solid body in trunk lengths. */
const BODY = {
  hip: 0.165,
  knee: 0.12,
  ankle: 0.075,
  heel: 0.078,
  toe: 0.058,
  foot: 0.3,
  shoulder: 0.108,
  elbow: 0.082,
  wrist: 0.06,
  hand: 0.078,
  reach: 0.11,
  waist: 0.26,
  neck: 0.085,
  headWide: 0.175,
  headTall: 0.225,
  edge: 0.035,
} as const;

export interface SolidColours {
  readonly body: string;
  /** Thin line that parts an arm from the trunk it crosses; the colour of the ground. */
  readonly edge: string;
}

/** A capsule with a round end of radius `ra` at a and `rb` at b, as a path of its own. */
function capsule(pen: Pen, ax: number, ay: number, ra: number, bx: number, by: number, rb: number): void {
  const along = Math.hypot(bx - ax, by - ay);
  pen.beginPath();
  if (along <= Math.abs(ra - rb)) {
    pen.arc(ra > rb ? ax : bx, ra > rb ? ay : by, Math.max(ra, rb), 0, 2 * Math.PI);
    return;
  }
  const way = Math.atan2(by - ay, bx - ax);
  const lean = Math.acos((ra - rb) / along);
  pen.arc(ax, ay, ra, way + lean, way - lean + 2 * Math.PI);
  pen.arc(bx, by, rb, way - lean, way + lean);
  pen.closePath();
}

const px = (pose: Pose, k: number, place: Place) => place.x0 + place.flip * X(pose, k) * place.size;
const py = (pose: Pose, k: number, place: Place) => place.y0 + Y(pose, k) * place.size;

/** Draws a whole body of one colour: the teacher, covers, ghosts. */
export function drawSolid(pen: Pen, pose: Pose, place: Place, colours: SolidColours): void {
  const unit = trunkLength(pose) * place.size;
  pen.fillStyle = colours.body;
  pen.strokeStyle = colours.edge;
  pen.lineWidth = BODY.edge * 2 * unit;
  pen.lineJoin = "round";
  drawLeg(pen, pose, place, unit, "right_leg");
  drawLeg(pen, pose, place, unit, "left_leg");
  drawTrunk(pen, pose, place, unit);
  drawHead(pen, pose, place, unit);
  drawArm(pen, pose, place, unit, "left_arm");
  drawArm(pen, pose, place, unit, "right_arm");
}

function drawLeg(pen: Pen, pose: Pose, place: Place, unit: number, leg: Chain): void {
  const [hip, knee, ankle] = CHAINS[leg];
  if (!allSeen(pose, CHAINS[leg])) return;
  const [hx, hy, kx, ky] = [px(pose, hip, place), py(pose, hip, place), px(pose, knee, place), py(pose, knee, place)];
  const [ax, ay] = [px(pose, ankle, place), py(pose, ankle, place)];
  capsule(pen, hx, hy, BODY.hip * unit, kx, ky, BODY.knee * unit);
  pen.fill();
  capsule(pen, kx, ky, BODY.knee * unit, ax, ay, BODY.ankle * unit);
  pen.fill();
  // The toes point out from the body, and with the shin where it is off the ground sideways.
  const out = Math.sign(ax - (place.x0 + place.flip * hipsX(pose) * place.size)) || 1;
  const shin = Math.hypot(ax - kx, ay - ky) || 1;
  const [sx, sy] = [(ax - kx) / shin, (ay - ky) / shin];
  const flat = Math.max(0, sy);
  const [fx, fy] = [out * (0.55 + 0.25 * flat) - sy * 0 + sx * 0.35, 0.32 * flat + (1 - flat) * -0.35];
  const foot = (BODY.foot * unit) / (Math.hypot(fx, fy) || 1);
  capsule(pen, ax, ay + 0.02 * unit, BODY.heel * unit, ax + fx * foot, ay + fy * foot, BODY.toe * unit);
  pen.fill();
}

function drawArm(pen: Pen, pose: Pose, place: Place, unit: number, arm: Chain): void {
  const [shoulder, elbow, wrist] = CHAINS[arm];
  if (!allSeen(pose, CHAINS[arm])) return;
  const [sx, sy] = [px(pose, shoulder, place), py(pose, shoulder, place)];
  const [ex, ey, wx, wy] = [
    px(pose, elbow, place),
    py(pose, elbow, place),
    px(pose, wrist, place),
    py(pose, wrist, place),
  ];
  const fore = Math.hypot(wx - ex, wy - ey) || 1;
  const [hx, hy] = [wx + ((wx - ex) / fore) * BODY.reach * unit, wy + ((wy - ey) / fore) * BODY.reach * unit];
  const near = 0.45; // the edge starts here on the upper arm, so that the shoulder stays one with the trunk
  const [nx, ny] = [sx + (ex - sx) * near, sy + (ey - sy) * near];
  const parts = [
    [nx, ny, BODY.shoulder + (BODY.elbow - BODY.shoulder) * near, ex, ey, BODY.elbow],
    [ex, ey, BODY.elbow, wx, wy, BODY.wrist],
    [wx, wy, BODY.wrist, hx, hy, BODY.hand],
  ] as const;
  for (const [ax, ay, ra, bx, by, rb] of parts) {
    capsule(pen, ax, ay, ra * unit, bx, by, rb * unit);
    pen.stroke();
  }
  capsule(pen, sx, sy, BODY.shoulder * unit, ex, ey, BODY.elbow * unit);
  pen.fill();
  for (const [ax, ay, ra, bx, by, rb] of parts) {
    capsule(pen, ax, ay, ra * unit, bx, by, rb * unit);
    pen.fill();
  }
}

function drawTrunk(pen: Pen, pose: Pose, place: Place, unit: number): void {
  const [ls, rs, lh, rh] = [AT.left_shoulder, AT.right_shoulder, AT.left_hip, AT.right_hip];
  if (!allSeen(pose, [ls, rs, lh, rh])) return;
  const [sx, sy] = [place.x0 + place.flip * shouldersX(pose) * place.size, place.y0 + shouldersY(pose) * place.size];
  const [hx, hy] = [place.x0 + place.flip * hipsX(pose) * place.size, place.y0 + hipsY(pose) * place.size];
  const [mx, my] = [sx + (hx - sx) * 0.62, sy + (hy - sy) * 0.62];
  // The waist is as wide as the turn of the body lets it be, across the line from shoulders to hips.
  const wide = Math.hypot(px(pose, ls, place) - px(pose, rs, place), py(pose, ls, place) - py(pose, rs, place));
  const waist = Math.max(0.6 * BODY.waist * unit, Math.min(BODY.waist * unit, wide * 0.42));
  const side = Math.sign(px(pose, ls, place) - px(pose, rs, place)) || 1;
  const long = Math.hypot(hx - sx, hy - sy) || 1;
  const [ox, oy] = [((hy - sy) / long) * waist * side, (-(hx - sx) / long) * waist * side];
  const round = BODY.shoulder * unit;
  pen.beginPath();
  pen.moveTo(px(pose, rs, place), py(pose, rs, place));
  pen.lineTo(px(pose, ls, place), py(pose, ls, place));
  pen.quadraticCurveTo(mx + ox, my + oy, px(pose, lh, place), py(pose, lh, place));
  pen.lineTo(px(pose, rh, place), py(pose, rh, place));
  pen.quadraticCurveTo(mx - ox, my - oy, px(pose, rs, place), py(pose, rs, place));
  pen.closePath();
  pen.fill();
  const edge = pen.strokeStyle;
  pen.strokeStyle = pen.fillStyle;
  pen.lineWidth = round * 2;
  pen.stroke();
  pen.strokeStyle = edge;
  pen.lineWidth = BODY.edge * 2 * unit;
}

function drawHead(pen: Pen, pose: Pose, place: Place, unit: number): void {
  if (!seen(pose, AT.nose)) return;
  const [nx, ny] = headCentre(pose, place, unit);
  const [sx, sy] = [place.x0 + place.flip * shouldersX(pose) * place.size, place.y0 + shouldersY(pose) * place.size];
  capsule(pen, sx, sy, BODY.neck * 1.25 * unit, nx, ny, BODY.neck * unit);
  pen.fill();
  pen.beginPath();
  pen.ellipse(nx, ny, BODY.headWide * unit, BODY.headTall * unit, Math.atan2(nx - sx, sy - ny), 0, 2 * Math.PI);
  pen.fill();
}

/** The middle of the head: between the ears where both are seen, else the nose; on the canvas. */
export function headCentre(pose: Pose, place: Place, unit: number): [number, number] {
  const ears = seen(pose, AT.left_ear) && seen(pose, AT.right_ear);
  if (!ears) return [px(pose, AT.nose, place), py(pose, AT.nose, place) - 0.04 * unit];
  const x = (px(pose, AT.left_ear, place) + px(pose, AT.right_ear, place)) / 2;
  const y = (py(pose, AT.left_ear, place) + py(pose, AT.right_ear, place)) / 2;
  return [(x + px(pose, AT.nose, place)) / 2, (y + py(pose, AT.nose, place)) / 2 - 0.04 * unit];
}
