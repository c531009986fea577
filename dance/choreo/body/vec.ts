/** x to the dancer's left (picture right), y up, z towards the camera; metres or a direction. */
export type Vec = readonly [number, number, number];
/** A rotation, row by row. */
export type Turn = readonly [number, number, number, number, number, number, number, number, number];

const RADIANS = Math.PI / 180;

export const add = (a: Vec, b: Vec, k = 1): Vec => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vec, b: Vec): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The same direction with length 1; straight down for nothing at all. */
export function unit(a: Vec): Vec {
  const size = length(a);
  return size < 1e-9 ? [0, -1, 0] : [a[0] / size, a[1] / size, a[2] / size];
}

/** Degrees between two directions, 0..180. */
export const degreesBetween = (a: Vec, b: Vec): number =>
  Math.acos(Math.max(-1, Math.min(1, dot(unit(a), unit(b))))) / RADIANS;

/** From `a` to `b` on the great circle; s may run a little beyond 0..1. Both have length 1. */
export function arc(a: Vec, b: Vec, s: number): Vec {
  const angle = Math.acos(Math.max(-1, Math.min(1, dot(a, b))));
  if (angle < 1e-4) return unit(add(a, add(b, a, -1), s));
  const sine = Math.sin(angle);
  if (sine < 1e-4) return unit(add(a, add(b, a, -1), s));
  const p = Math.sin((1 - s) * angle) / sine;
  const q = Math.sin(s * angle) / sine;
  return unit([a[0] * p + b[0] * q, a[1] * p + b[1] * q, a[2] * p + b[2] * q]);
}

export const rotate = (m: Turn, v: Vec): Vec => [
  m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
  m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
  m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
];

/** First `b`, then `a`. */
export function compose(a: Turn, b: Turn): Turn {
  const column = (i: 0 | 1 | 2): Vec => rotate(a, [b[i], b[i + 3] as number, b[i + 6] as number]);
  const [x, y, z] = [column(0), column(1), column(2)];
  return [x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]];
}

/** Degrees: `yaw` turns to the dancer's left, `roll` leans to the dancer's left, `pitch` bends to the front. */
export function turned(yaw: number, roll: number, pitch: number): Turn {
  const [cy, sy] = [Math.cos(yaw * RADIANS), Math.sin(yaw * RADIANS)];
  const [cr, sr] = [Math.cos(roll * RADIANS), Math.sin(roll * RADIANS)];
  const [cp, sp] = [Math.cos(pitch * RADIANS), Math.sin(pitch * RADIANS)];
  const yawed: Turn = [cy, 0, sy, 0, 1, 0, -sy, 0, cy];
  const rolled: Turn = [cr, sr, 0, -sr, cr, 0, 0, 0, 1];
  const pitched: Turn = [1, 0, 0, 0, cp, -sp, 0, sp, cp];
  return compose(compose(yawed, rolled), pitched);
}
