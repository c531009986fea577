import { AT, type Keypoint } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One piece of a drawn body, as an SVG path; pieces stand in the order in which they are painted. */
export interface Piece {
  readonly path: string;
  /** Where a thin cut parts it from what lies behind; an arm has none at the shoulder, where it belongs to the trunk. */
  readonly edge?: string;
  readonly part: "left_leg" | "right_leg" | "torso" | "head" | "left_arm" | "right_arm";
}

export interface Body {
  readonly pieces: readonly Piece[];
  /** The box round everything, in units of the pose. */
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Length of the trunk: everything is drawn in proportion to it. */
  readonly unit: number;
  /** Where the lower foot stands. */
  readonly floor: number;
}

/** A keypoint of a pose as a point. */
export const pointOf = (pose: ArrayLike<number>, name: Keypoint): Point => ({
  x: pose[AT[name] * 3] ?? 0,
  y: pose[AT[name] * 3 + 1] ?? 0,
});

const mid = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const f = (n: number): string => n.toFixed(4);

/** A limb that tapers from radius `ra` at `a` to `rb` at `b`. */
function taper(a: Point, ra: number, b: Point, rb: number): string {
  const length = far(a, b) || 1e-6;
  const nx = -(b.y - a.y) / length;
  const ny = (b.x - a.x) / length;
  const at = (p: Point, r: number) => `${f(p.x + nx * r)} ${f(p.y + ny * r)}`;
  return `M${at(a, ra)}A${f(ra)} ${f(ra)} 0 0 1 ${at(a, -ra)}L${at(b, -rb)}A${f(rb)} ${f(rb)} 0 0 1 ${at(b, rb)}Z`;
}

const onwards = (a: Point, b: Point, by: number): Point => {
  const length = far(a, b) || 1e-6;
  return { x: b.x + ((b.x - a.x) / length) * by, y: b.y + ((b.y - a.y) / length) * by };
};

function arm(pose: Pose, side: "left" | "right", u: number): Piece {
  const [s, e, w] = (["shoulder", "elbow", "wrist"] as const).map((n) => pointOf(pose, `${side}_${n}`)) as [
    Point,
    Point,
    Point,
  ];
  const hand = onwards(e, w, 0.13 * u);
  const near = { x: s.x + (e.x - s.x) * 0.5, y: s.y + (e.y - s.y) * 0.5 };
  const below = taper(e, 0.088 * u, w, 0.062 * u) + taper(w, 0.068 * u, hand, 0.08 * u);
  const path = taper(s, 0.115 * u, e, 0.088 * u) + below;
  return { path, edge: taper(near, 0.1 * u, e, 0.088 * u) + below, part: `${side}_arm` };
}

function leg(pose: Pose, side: "left" | "right", u: number): Piece {
  const [h, k, a] = (["hip", "knee", "ankle"] as const).map((n) => pointOf(pose, `${side}_${n}`)) as [
    Point,
    Point,
    Point,
  ];
  // The toes point outwards, and away from the shin when it lies.
  const out = side === "left" ? 1 : -1;
  const shin = { x: (a.x - k.x) / (far(k, a) || 1), y: (a.y - k.y) / (far(k, a) || 1) };
  const toe = { x: a.x + (0.24 * out + 0.1 * shin.x) * u, y: a.y + (0.06 + 0.1 * Math.max(0, shin.y)) * u };
  const path = taper(h, 0.175 * u, k, 0.12 * u) + taper(k, 0.12 * u, a, 0.075 * u) + taper(a, 0.085 * u, toe, 0.06 * u);
  return { path, part: `${side}_leg` };
}

function torso(pose: Pose, u: number): Piece {
  const [ls, rs] = [pointOf(pose, "left_shoulder"), pointOf(pose, "right_shoulder")];
  const [lh, rh] = [pointOf(pose, "left_hip"), pointOf(pose, "right_hip")];
  const waistAt = (s: Point, h: Point, c: Point): Point => {
    const p = { x: s.x + (h.x - s.x) * 0.62, y: s.y + (h.y - s.y) * 0.62 };
    return { x: p.x + (c.x - p.x) * 0.1, y: p.y + (c.y - p.y) * 0.1 };
  };
  const centre = mid(mid(ls, rs), mid(lh, rh));
  const [lw, rw] = [waistAt(ls, lh, centre), waistAt(rs, rh, centre)];
  const r = 0.11 * u;
  const sides =
    taper(rs, r, ls, r) +
    taper(rs, r, rw, r * 0.9) +
    taper(ls, r, lw, r * 0.9) +
    taper(rw, r * 0.9, rh, r * 1.3) +
    taper(lw, r * 0.9, lh, r * 1.3) +
    taper(rh, r * 1.3, lh, r * 1.3);
  const p = (q: Point) => `${f(q.x)} ${f(q.y)}`;
  return { path: `${sides}M${p(rs)}L${p(ls)}L${p(lw)}L${p(lh)}L${p(rh)}L${p(rw)}Z`, part: "torso" };
}

/** An ellipse about `c`, upright along the line from `foot` to it. */
function ellipse(c: Point, wide: number, tall: number, foot: Point): string {
  const turn = (Math.atan2(c.x - foot.x, foot.y - c.y) * 180) / Math.PI;
  const top = onwards(foot, c, tall);
  const bottom = { x: 2 * c.x - top.x, y: 2 * c.y - top.y };
  const arc = `A${f(wide)} ${f(tall)} ${f(turn)} 1 1`;
  return `M${f(top.x)} ${f(top.y)}${arc} ${f(bottom.x)} ${f(bottom.y)}${arc} ${f(top.x)} ${f(top.y)}Z`;
}

function head(pose: Pose, u: number): Piece {
  const neck = mid(pointOf(pose, "left_shoulder"), pointOf(pose, "right_shoulder"));
  const ears = mid(pointOf(pose, "left_ear"), pointOf(pose, "right_ear"));
  const centre = mid(ears, pointOf(pose, "nose"));
  const path =
    taper(neck, 0.1 * u, centre, 0.08 * u) + ellipse(onwards(neck, centre, 0.03 * u), 0.17 * u, 0.22 * u, neck);
  return { path, part: "head" };
}

/** A body as painted pieces, back to front: legs, trunk, head, arms. Null where the pose has no trunk. */
export function bodyOf(pose: Pose): Body | null {
  const shoulders = mid(pointOf(pose, "left_shoulder"), pointOf(pose, "right_shoulder"));
  const hips = mid(pointOf(pose, "left_hip"), pointOf(pose, "right_hip"));
  const unit = far(shoulders, hips);
  if (!(unit > 1e-3)) return null;
  const pieces = [
    leg(pose, "left", unit),
    leg(pose, "right", unit),
    torso(pose, unit),
    head(pose, unit),
    arm(pose, "left", unit),
    arm(pose, "right", unit),
  ];
  const xs = Array.from({ length: 17 }, (_, k) => pose[k * 3] ?? 0);
  const ys = Array.from({ length: 17 }, (_, k) => pose[k * 3 + 1] ?? 0);
  const pad = 0.44 * unit;
  const [x0, x1] = [Math.min(...xs) - pad, Math.max(...xs) + pad];
  const [y0, y1] = [Math.min(...ys) - pad * 0.8, Math.max(...ys) + pad * 0.6];
  const floor = Math.max(...(["left_ankle", "right_ankle"] as const).map((n) => pointOf(pose, n).y)) + 0.16 * unit;
  return { pieces, box: { x: x0, y: y0, w: x1 - x0, h: y1 - y0 }, unit, floor };
}
