import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { CHAINS, type Chain } from "./chains.ts";
import { allSeen, hipsX, hipsY, type Pen, type Place, px, py, seen, shouldersX, shouldersY } from "./geometry.ts";

/** Radii and lengths of a body in trunk lengths. */
const BODY = {
  hip: 0.15,
  knee: 0.112,
  ankle: 0.07,
  heel: 0.072,
  toe: 0.05,
  foot: 0.27,
  shoulder: 0.1,
  elbow: 0.076,
  wrist: 0.055,
  hand: 0.084,
  reach: 0.125,
  waist: 0.25,
  seat: 0.165,
  neck: 0.075,
  nape: 0.2,
  headWide: 0.17,
  headTall: 0.215,
} as const;

/** Adds a capsule with a round end of radius `ra` at a and `rb` at b to the path, always the same way round. */
function capsule(pen: Pen, ax: number, ay: number, ra: number, bx: number, by: number, rb: number): void {
  const along = Math.hypot(bx - ax, by - ay);
  if (along <= Math.abs(ra - rb)) {
    const [x, y, r] = ra > rb ? [ax, ay, ra] : [bx, by, rb];
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  const way = Math.atan2(by - ay, bx - ax);
  const lean = Math.acos((ra - rb) / along);
  pen.moveTo(ax + ra * Math.cos(way + lean), ay + ra * Math.sin(way + lean));
  pen.arc(ax, ay, ra, way + lean, way - lean + 2 * Math.PI);
  pen.arc(bx, by, rb, way - lean, way + lean);
  pen.closePath();
}

/** Adds a leg with its foot, which points outwards, and along the shin where that is off the ground. */
export function traceLeg(pen: Pen, pose: Pose, place: Place, unit: number, leg: Chain): void {
  const [hip, knee, ankle] = CHAINS[leg];
  if (!allSeen(pose, CHAINS[leg])) return;
  const [kx, ky, ax, ay] = [
    px(pose, knee, place),
    py(pose, knee, place),
    px(pose, ankle, place),
    py(pose, ankle, place),
  ];
  capsule(pen, px(pose, hip, place), py(pose, hip, place), BODY.hip * unit, kx, ky, BODY.knee * unit);
  capsule(pen, kx, ky, BODY.knee * unit, ax, ay, BODY.ankle * unit);
  const out = Math.sign(ax - (place.x0 + place.flip * hipsX(pose) * place.size)) || 1;
  const shin = Math.hypot(ax - kx, ay - ky) || 1;
  const [sx, sy] = [(ax - kx) / shin, (ay - ky) / shin];
  const flat = Math.max(0, sy);
  const [fx, fy] = [out * (0.6 + 0.2 * flat) + sx * 0.3, 0.42 * flat - 0.3 * (1 - flat)];
  const foot = (BODY.foot * unit) / (Math.hypot(fx, fy) || 1);
  capsule(pen, ax, ay, BODY.heel * unit, ax + fx * foot, ay + fy * foot, BODY.toe * unit);
}

/** Adds an arm with its hand, from a share `near` of the upper arm on. */
export function traceArm(pen: Pen, pose: Pose, place: Place, unit: number, arm: Chain, near: number): void {
  const [shoulder, elbow, wrist] = CHAINS[arm];
  if (!allSeen(pose, CHAINS[arm])) return;
  const [sx, sy, ex, ey] = [
    px(pose, shoulder, place),
    py(pose, shoulder, place),
    px(pose, elbow, place),
    py(pose, elbow, place),
  ];
  const [wx, wy] = [px(pose, wrist, place), py(pose, wrist, place)];
  const fore = Math.hypot(wx - ex, wy - ey) || 1;
  const [hx, hy] = [wx + ((wx - ex) / fore) * BODY.reach * unit, wy + ((wy - ey) / fore) * BODY.reach * unit];
  const thick = BODY.shoulder + (BODY.elbow - BODY.shoulder) * near;
  capsule(pen, sx + (ex - sx) * near, sy + (ey - sy) * near, thick * unit, ex, ey, BODY.elbow * unit);
  capsule(pen, ex, ey, BODY.elbow * unit, wx, wy, BODY.wrist * unit);
  capsule(pen, wx, wy, BODY.wrist * unit, hx, hy, BODY.hand * unit);
}

/** Adds the trunk: sloping shoulders, a waist as wide as the turn of the body lets it be, hips. */
export function traceTrunk(pen: Pen, pose: Pose, place: Place, unit: number): void {
  if (!allSeen(pose, [AT.left_shoulder, AT.right_shoulder, AT.left_hip, AT.right_hip])) return;
  const { x0, y0, flip, size } = place;
  const [sx, sy] = [x0 + flip * shouldersX(pose) * size, y0 + shouldersY(pose) * size];
  const [hx, hy] = [x0 + flip * hipsX(pose) * size, y0 + hipsY(pose) * size];
  const long = Math.hypot(hx - sx, hy - sy) || 1;
  const [dx, dy] = [(hx - sx) / long, (hy - sy) / long];
  // Across the trunk, to the picture's right of one who stands upright; so that the path runs the same way round.
  const [ox, oy] = [dy, -dx];
  const half = (a: number, b: number) =>
    Math.abs((px(pose, a, place) - px(pose, b, place)) * ox + (py(pose, a, place) - py(pose, b, place)) * oy) / 2;
  const [wideTop, wideHips] = [half(AT.left_shoulder, AT.right_shoulder), half(AT.left_hip, AT.right_hip)];
  const top = wideTop + BODY.shoulder * unit * 0.9;
  const hips = wideHips + BODY.seat * unit * 0.75;
  const waist = Math.min(BODY.waist * unit, 0.5 * (top + hips) * 0.86);
  const at = (side: number, along: number): [number, number] => [
    sx + ox * side + dx * along,
    sy + oy * side + dy * along,
  ];
  const [neck, nape] = [BODY.neck * 1.2 * unit, -BODY.nape * unit];
  pen.moveTo(...at(-neck, nape));
  pen.lineTo(...at(neck, nape));
  pen.quadraticCurveTo(...at(neck * 1.1, -BODY.shoulder * unit * 0.95), ...at(wideTop, -BODY.shoulder * unit * 0.92));
  pen.quadraticCurveTo(...at(top, -BODY.shoulder * unit * 0.8), ...at(top, 0));
  pen.bezierCurveTo(...at(top * 0.98, long * 0.3), ...at(waist, long * 0.45), ...at(waist, long * 0.66));
  pen.bezierCurveTo(...at(waist, long * 0.8), ...at(hips, long * 0.86), ...at(hips, long));
  pen.quadraticCurveTo(...at(hips, long + BODY.hip * unit), ...at(0, long + BODY.hip * unit));
  pen.quadraticCurveTo(...at(-hips, long + BODY.hip * unit), ...at(-hips, long));
  pen.bezierCurveTo(...at(-hips, long * 0.86), ...at(-waist, long * 0.8), ...at(-waist, long * 0.66));
  pen.bezierCurveTo(...at(-waist, long * 0.45), ...at(-top * 0.98, long * 0.3), ...at(-top, 0));
  pen.quadraticCurveTo(...at(-top, -BODY.shoulder * unit * 0.8), ...at(-wideTop, -BODY.shoulder * unit * 0.92));
  pen.quadraticCurveTo(...at(-neck * 1.1, -BODY.shoulder * unit * 0.95), ...at(-neck, nape));
  pen.closePath();
}

/** Adds neck and head. */
export function traceHead(pen: Pen, pose: Pose, place: Place, unit: number): void {
  if (!seen(pose, AT.nose)) return;
  const [cx, cy] = headCentre(pose, place, unit);
  const [sx, sy] = [place.x0 + place.flip * shouldersX(pose) * place.size, place.y0 + shouldersY(pose) * place.size];
  capsule(pen, sx, sy, BODY.neck * 1.2 * unit, cx, cy, BODY.neck * unit);
  const tilt = Math.atan2(cx - sx, sy - cy);
  pen.moveTo(cx + BODY.headWide * unit * Math.cos(tilt), cy + BODY.headWide * unit * Math.sin(tilt));
  pen.ellipse(cx, cy, BODY.headWide * unit, BODY.headTall * unit, tilt, 0, 2 * Math.PI);
}

/** The middle of the head on the canvas: between the ears where both are seen, else about the nose. */
export function headCentre(pose: Pose, place: Place, unit: number): [number, number] {
  const up = 0.03 * unit;
  const [nx, ny] = [px(pose, AT.nose, place), py(pose, AT.nose, place)];
  if (!(seen(pose, AT.left_ear) && seen(pose, AT.right_ear))) return [nx, ny - up];
  const x = (px(pose, AT.left_ear, place) + px(pose, AT.right_ear, place)) / 2;
  const y = (py(pose, AT.left_ear, place) + py(pose, AT.right_ear, place)) / 2;
  return [(x + nx) / 2, (y + ny) / 2 - up];
}
