import { ENDS, JOINTS, SEGMENTS } from "../pose/body.ts";
import type { Pose } from "../pose/pose.ts";

/**
 * A line that somebody drew on a body. Its points lie in a frame that goes along with one segment of the body: from the
 * segment's beginning, along it and across it, in trunks of the body that was drawn on; so it moves, turns and grows with it.
 */
export interface Stroke {
  /** Index in SEGMENTS of dance/pose/body.ts. */
  readonly segment: number;
  /** Along and across, one pair for each point. */
  readonly points: readonly number[];
}
export type Drawing = readonly Stroke[];

export const DRAWING = {
  strokes: 24,
  /** Pairs in one stroke. */
  points: 120,
  /** Trunks from the segment's beginning. */
  reach: 8,
  /** Points lie on this grid, in trunks. */
  grid: 1 / 256,
  /** A keypoint less sure than this carries nothing. */
  seen: 0.25,
} as const;

/** Where a drawing lies on a pose, in the pose's own unit. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  /** Unit vector along the segment. */
  readonly ux: number;
  readonly uy: number;
  /** Length of a trunk. */
  readonly unit: number;
}

const joint = (segment: number, end: number): number => (JOINTS[ENDS[segment * 4 + end] as number] ?? 0) * 3;
const mean = (pose: Pose, segment: number, first: number, axis: number): number =>
  ((pose[joint(segment, first) + axis] as number) + (pose[joint(segment, first + 1) + axis] as number)) / 2;

/** The frame of a segment in a pose; `unit` is the body's trunk. Null where the segment is not seen. */
export function frameOf(pose: Pose, segment: number, unit: number): Frame | null {
  if (!SEGMENTS[segment] || !(unit > 0)) return null;
  for (let end = 0; end < 4; end++) if (!((pose[joint(segment, end) + 2] as number) >= DRAWING.seen)) return null;
  const [x, y] = [mean(pose, segment, 0, 0), mean(pose, segment, 0, 1)];
  const [dx, dy] = [mean(pose, segment, 2, 0) - x, mean(pose, segment, 2, 1) - y];
  const long = Math.hypot(dx, dy);
  return long > 1e-6 ? { x, y, ux: dx / long, uy: dy / long, unit } : null;
}

/** The segment that a place is nearest to; null where none is seen. */
export function nearestSegment(pose: Pose, x: number, y: number, unit: number): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let segment = 0; segment < SEGMENTS.length; segment++) {
    const frame = frameOf(pose, segment, unit);
    if (!frame) continue;
    const far = distanceTo(pose, segment, frame, x, y);
    if (far < least) [best, least] = [segment, far];
  }
  return best;
}

function distanceTo(pose: Pose, segment: number, frame: Frame, x: number, y: number): number {
  const long = Math.hypot(mean(pose, segment, 2, 0) - frame.x, mean(pose, segment, 2, 1) - frame.y);
  const along = Math.min(long, Math.max(0, (x - frame.x) * frame.ux + (y - frame.y) * frame.uy));
  return Math.hypot(x - frame.x - along * frame.ux, y - frame.y - along * frame.uy);
}

const snap = (value: number): number =>
  Math.round(Math.min(DRAWING.reach, Math.max(-DRAWING.reach, value)) / DRAWING.grid) * DRAWING.grid;

/** A place on the picture as a point of a stroke. */
export const toBody = ({ x, y, ux, uy, unit }: Frame, px: number, py: number): [number, number] => [
  snap(((px - x) * ux + (py - y) * uy) / unit),
  snap(((py - y) * ux - (px - x) * uy) / unit),
];

/** A point of a stroke as a place on the picture. */
export const fromBody = ({ x, y, ux, uy, unit }: Frame, along: number, across: number): [number, number] => [
  x + (along * ux - across * uy) * unit,
  y + (along * uy + across * ux) * unit,
];

/** Whether it is a drawing: strokes on segments that there are, of as many points as are allowed, within reach. */
export function isDrawing(it: unknown): it is Drawing {
  return Array.isArray(it) && it.length <= DRAWING.strokes && it.every(isStroke);
}

function isStroke(it: unknown): boolean {
  const { segment, points } = (it ?? {}) as Partial<Stroke>;
  if (!Number.isInteger(segment) || !SEGMENTS[segment as number] || !Array.isArray(points)) return false;
  const fits = points.length >= 4 && points.length % 2 === 0 && points.length <= 2 * DRAWING.points;
  return fits && points.every((value) => typeof value === "number" && Math.abs(value) <= DRAWING.reach);
}
