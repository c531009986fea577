import type { ReactElement } from "react";
import { AT, type Keypoint, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { pointOf } from "./figure-geometry.ts";

const LINES: Readonly<Record<LimbGroup, readonly Keypoint[]>> = {
  head: ["left_ear", "nose", "right_ear"],
  torso: ["left_shoulder", "right_shoulder", "right_hip", "left_hip", "left_shoulder"],
  left_arm: ["left_shoulder", "left_elbow", "left_wrist"],
  right_arm: ["right_shoulder", "right_elbow", "right_wrist"],
  left_leg: ["left_hip", "left_knee", "left_ankle"],
  right_leg: ["right_hip", "right_knee", "right_ankle"],
};
const DRAWN = ["torso", "left_leg", "right_leg", "left_arm", "right_arm"] as const;

/** A pose with its hips at 0,0, its trunk of length 1, and seen as in a mirror. */
function placed(pose: Pose): Float32Array {
  const at = (a: Keypoint, b: Keypoint) => {
    const [p, q] = [pointOf(pose, a), pointOf(pose, b)];
    return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
  };
  const hips = at("left_hip", "right_hip");
  const neck = at("left_shoulder", "right_shoulder");
  const unit = Math.hypot(neck.x - hips.x, neck.y - hips.y) || 1;
  return pose.map((v, i) => (i % 3 === 0 ? -(v - hips.x) / unit : i % 3 === 1 ? (v - hips.y) / unit : v));
}

/** The wanted limb, moved so that it starts where the dancer's own starts. */
function wantedLine(wanted: Float32Array, own: Float32Array, limb: LimbGroup): string {
  const [first] = LINES[limb];
  const [from, to] = [pointOf(wanted, first as Keypoint), pointOf(own, first as Keypoint)];
  const moved = limb === "torso" || limb === "head" ? { x: 0, y: 0 } : { x: to.x - from.x, y: to.y - from.y };
  return LINES[limb].map((n) => `${pointOf(wanted, n).x + moved.x},${pointOf(wanted, n).y + moved.y}`).join(" ");
}

const line = (pose: Float32Array, limb: LimbGroup): string =>
  LINES[limb].map((n) => `${pointOf(pose, n).x},${pointOf(pose, n).y}`).join(" ");

interface LimbDrawingProps {
  /** As the camera saw it; null where no frame is at hand: then only what was wanted is drawn. */
  readonly own: Pose | null;
  /** As the camera should have seen it. */
  readonly wanted: Pose;
  readonly limb: LimbGroup;
}

/** The dancer's body in grey, the limb that was off thick, and dashed where it should have been. */
export function LimbDrawing({ own, wanted, limb }: LimbDrawingProps): ReactElement {
  const want = placed(wanted);
  const body = own ? placed(own) : want;
  const ears = [AT.left_ear, AT.right_ear].map((k) => body[k * 3] ?? 0) as [number, number];
  const head = {
    x: (ears[0] + ears[1]) / 2,
    y: ((body[AT.left_ear * 3 + 1] ?? 0) + (body[AT.right_ear * 3 + 1] ?? 0)) / 2,
  };
  const neck = { x: pointOf(body, "left_shoulder").x / 2 + pointOf(body, "right_shoulder").x / 2, y: -1 };
  return (
    <svg viewBox={boxOf(body, want, limb)} aria-hidden="true" preserveAspectRatio="xMidYMid meet" overflow="visible">
      <g fill="none" stroke="var(--line-strong)" strokeWidth=".065" strokeLinecap="round" strokeLinejoin="round">
        {DRAWN.map((part) => (
          <polyline key={part} points={line(body, part)} />
        ))}
        <path d={`M${neck.x} ${neck.y}L${head.x} ${head.y + 0.2}`} />
        <circle cx={head.x} cy={head.y - 0.03} r=".23" fill="var(--raise)" />
      </g>
      {own && (
        <g fill="none" strokeLinecap="round" strokeLinejoin="round">
          <polyline points={line(body, limb)} stroke="var(--raise)" strokeWidth=".26" />
          <polyline points={line(body, limb)} stroke="var(--jc)" strokeWidth=".17" />
        </g>
      )}
      <polyline
        points={wantedLine(want, body, limb)}
        fill="none"
        stroke="var(--ink)"
        strokeWidth=".07"
        strokeDasharray=".13 .1"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** A close look at the upper or the lower half, as wide as both limbs need. */
function boxOf(own: Float32Array, want: Float32Array, limb: LimbGroup): string {
  const low = limb.endsWith("leg");
  const xs = [0.7, -0.7];
  const ys = low ? [-0.35, 1.2] : [-1.75, 0.15];
  for (const pose of [own, want])
    for (const name of LINES[limb]) {
      const p = pointOf(pose, name);
      xs.push(p.x);
      ys.push(p.y);
    }
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return `${x0 - 0.2} ${y0 - 0.2} ${x1 - x0 + 0.4} ${y1 - y0 + 0.4}`;
}
