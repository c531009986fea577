import { AT, KEYPOINTS, type Keypoint } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type Pose } from "#dance/pose/pose.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A dancer of sticks who faces the camera; lengths in picture heights, hands as places in torso lengths. */
export interface Stick {
  /** Middle of the hips. */
  readonly x?: number;
  readonly hips?: number;
  readonly torso?: number;
  /** Hands by torso lengths from the middle of the shoulders: `out` to the hand's own side, `up` is up. */
  readonly left?: { readonly out: number; readonly up: number };
  readonly right?: { readonly out: number; readonly up: number };
  readonly confidence?: number;
  readonly unseen?: readonly Keypoint[];
}

const HANGING = { out: 0.35, up: -1.05 };

/** Where everything stands, in torso lengths from the hips: x to the picture's right, y up. */
function body(left: Place, right: Place): Record<Keypoint, Place> {
  const elbow = (hand: Place, way: number): Place => ({
    x: (hand.x + way * 0.3) / 2 + way * 0.15,
    y: (hand.y + 1) / 2,
  });
  const both = (x: number, y: number) => [
    { x, y },
    { x: -x, y },
  ];
  const [leftEye, rightEye] = both(0.06, 1.52) as [Place, Place];
  const [leftEar, rightEar] = both(0.14, 1.5) as [Place, Place];
  const [leftShoulder, rightShoulder] = both(0.35, 1) as [Place, Place];
  const [leftHip, rightHip] = both(0.2, 0) as [Place, Place];
  const [leftKnee, rightKnee] = both(0.2, -0.85) as [Place, Place];
  const [leftAnkle, rightAnkle] = both(0.2, -1.65) as [Place, Place];
  return {
    nose: { x: 0, y: 1.45 },
    left_eye: leftEye,
    right_eye: rightEye,
    left_ear: leftEar,
    right_ear: rightEar,
    left_shoulder: leftShoulder,
    right_shoulder: rightShoulder,
    left_elbow: elbow(left, 1),
    right_elbow: elbow(right, -1),
    left_wrist: left,
    right_wrist: right,
    left_hip: leftHip,
    right_hip: rightHip,
    left_knee: leftKnee,
    right_knee: rightKnee,
    left_ankle: leftAnkle,
    right_ankle: rightAnkle,
  };
}

/** The pose of a stick dancer; as the camera sees them, so that the dancer's left is on the picture's right. */
export function stick(how: Stick = {}): Pose {
  const { x = 0.89, hips = 0.52, torso = 0.19, left = HANGING, right = HANGING, confidence = 0.9, unseen = [] } = how;
  const places = body({ x: left.out, y: 1 + left.up }, { x: -right.out, y: 1 + right.up });
  const pose = new Float32Array(POSE_SIZE);
  for (const name of KEYPOINTS) {
    const at = AT[name] * 3;
    pose[at] = x + places[name].x * torso;
    pose[at + 1] = hips - places[name].y * torso;
    pose[at + 2] = unseen.includes(name) ? 0.05 : confidence;
  }
  return pose;
}

/** Arms crossed over the head: each hand on the other side. */
export const CROSSED = { left: { out: -0.2, up: 0.95 }, right: { out: -0.2, up: 0.95 } } as const;

/** Times of looks at `fps` from `from` for `seconds`. */
export const looks = (fps: number, seconds: number, from = 0): number[] =>
  Array.from({ length: Math.floor(seconds * fps + 1e-9) + 1 }, (_, i) => from + i / fps);
