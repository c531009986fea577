import { AT } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type Pose } from "#dance/pose/pose.ts";
import type { Shown } from "#dance/practice/stand.ts";

/** Keypoints less sure than this are not drawn. */
export const VISIBLE = 0.25;

/** Where a pose lands on a canvas: X = x0 + flip * x * size, Y = y0 + y * size. */
export interface Place {
  x0: number;
  y0: number;
  /** Canvas pixels for one unit of the pose. */
  size: number;
  /** -1 as in a mirror, 1 as the camera sees it. */
  flip: 1 | -1;
}

/** The canvas a figure may be drawn on: on the page, or off it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export const X = (pose: Pose, k: number): number => pose[k * 3] ?? 0;
export const Y = (pose: Pose, k: number): number => pose[k * 3 + 1] ?? 0;
export const seen = (pose: Pose, k: number): boolean => (pose[k * 3 + 2] ?? 0) >= VISIBLE;
export const allSeen = (pose: Pose, points: readonly number[]): boolean => points.every((k) => seen(pose, k));

/** A keypoint on the canvas. */
export const px = (pose: Pose, k: number, place: Place): number => place.x0 + place.flip * X(pose, k) * place.size;
export const py = (pose: Pose, k: number, place: Place): number => place.y0 + Y(pose, k) * place.size;

const between = (pose: Pose, at: (pose: Pose, k: number) => number, a: number, b: number) =>
  (at(pose, a) + at(pose, b)) / 2;
export const shouldersX = (pose: Pose): number => between(pose, X, AT.left_shoulder, AT.right_shoulder);
export const shouldersY = (pose: Pose): number => between(pose, Y, AT.left_shoulder, AT.right_shoulder);
export const hipsX = (pose: Pose): number => between(pose, X, AT.left_hip, AT.right_hip);
export const hipsY = (pose: Pose): number => between(pose, Y, AT.left_hip, AT.right_hip);

/**
 * The length of a trunk in the pose's unit, by which thicknesses and scales are measured: the longest of what the
 * trunk, the shoulders and the hips tell, so that bending or turning does not shrink the body.
 */
export function trunkLength(pose: Pose): number {
  const trunk = Math.hypot(shouldersX(pose) - hipsX(pose), shouldersY(pose) - hipsY(pose));
  const across = (a: number, b: number) => Math.hypot(X(pose, a) - X(pose, b), Y(pose, a) - Y(pose, b));
  return Math.max(
    trunk,
    across(AT.left_shoulder, AT.right_shoulder) * 1.3,
    across(AT.left_hip, AT.right_hip) * 1.8,
    1e-3,
  );
}

/** What a set of poses takes up, in their own unit. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The longest trunk among them. */
  readonly trunk: number;
}

/** What all of these poses take up; null where nothing of them is seen. */
export function boundsOf(poses: readonly Pose[]): Bounds | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let trunk = 0;
  for (const pose of poses) {
    trunk = Math.max(trunk, trunkLength(pose));
    for (let k = 0; k < POSE_SIZE / 3; k++) {
      if (!seen(pose, k)) continue;
      left = Math.min(left, X(pose, k));
      right = Math.max(right, X(pose, k));
      top = Math.min(top, Y(pose, k));
      bottom = Math.max(bottom, Y(pose, k));
    }
  }
  return left > right ? null : { left, right, top, bottom, trunk };
}

/**
 * The place that shows these bounds in a canvas of `width` by `height`, with room about them for head, hands and feet;
 * `margin` is a share of the smaller side.
 */
export function fitBounds(bounds: Bounds | null, width: number, height: number, flip: 1 | -1, margin = 0.04): Place {
  if (!bounds) return { x0: width / 2, y0: height / 2, size: height, flip };
  const { left, right, top, bottom, trunk } = bounds;
  const [across, down] = [right - left + trunk * 0.44, bottom - top + trunk * 0.48];
  const edge = Math.min(width, height) * margin;
  const size = Math.min((width - 2 * edge) / across, (height - 2 * edge) / down);
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2 - trunk * 0.06];
  return { x0: width / 2 - flip * cx * size, y0: height / 2 - cy * size, size, flip };
}

/** The place that shows all of these poses, as fitBounds does. */
export const fitPoses = (poses: readonly Pose[], width: number, height: number, flip: 1 | -1, margin = 0.04): Place =>
  fitBounds(boundsOf(poses), width, height, flip, margin);

/** Share by which the camera picture may be taller than its canvas: beyond that feet and raised hands would be cut. */
const TALLER = 1.06;

/**
 * The place of a camera picture over a canvas, mirrored; `aspect` is the picture's width by its height. Its sides are
 * cut as far as need be, its top and bottom hardly: a wider canvas stays empty at its sides.
 */
export function coverPlace(aspect: number, width: number, height: number, into: Place): Place {
  const size = Math.min(height * TALLER, Math.max(height, width / aspect));
  into.size = size;
  into.flip = -1;
  into.x0 = width / 2 + (aspect / 2) * size;
  into.y0 = height / 2 - size / 2;
  return into;
}

/** The same for several dancers: nothing of the picture is cut, and it stands on the lower edge of a taller canvas. */
export function wholePlace(aspect: number, width: number, height: number, into: Place): Place {
  const size = Math.min(height, width / aspect);
  into.size = size;
  into.flip = -1;
  into.x0 = width / 2 + (aspect / 2) * size;
  into.y0 = height - size;
  return into;
}

/** How a camera picture is placed on a canvas. */
export type Placing = typeof coverPlace;

/** The part of the camera's picture that a canvas shows, in the picture's heights; `aspect` is its width by its height. */
export const shownPart = ({ x0, y0, size }: Place, width: number, height: number, aspect: number): Shown => ({
  left: Math.max(0, (x0 - width) / size),
  right: Math.min(aspect, x0 / size),
  top: Math.max(0, -y0 / size),
  bottom: Math.min(1, (height - y0) / size),
});

/** Writes the pose at a place `t` (0..1) of the way from `a` to `b` into `out`. */
export function blendPoses(a: Pose, b: Pose, t: number, out: Pose): Pose {
  for (let i = 0; i < POSE_SIZE; i++) out[i] = (a[i] ?? 0) + t * ((b[i] ?? 0) - (a[i] ?? 0));
  return out;
}
