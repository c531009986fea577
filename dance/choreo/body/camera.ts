import { KEYPOINTS, type Keypoint } from "../../pose/keypoints.ts";
import { POSE_SIZE, type Pose } from "../../pose/pose.ts";
import { BODY_HEIGHT } from "./bones.ts";
import type { Joints } from "./skeleton.ts";
import type { Vec } from "./vec.ts";

/** A camera in front of the dancer. The picture is 4:3; its height is the unit. */
const CAMERA = {
  /** Metres from the dancer's spot. */
  away: 4.2,
  /** Metres above the floor. */
  height: 1.05,
  /** Standing height in the picture: arms overhead still fit in. */
  share: 0.72,
  /** Where the floor under the dancer and the spot itself lie in the picture. */
  floor: 0.95,
  middle: 2 / 3,
} as const;
const PIXELS = (CAMERA.share / BODY_HEIGHT) * CAMERA.away;

/** A point of the room in the picture: x right, y down, unit = picture height. */
export function project(point: Vec): readonly [number, number] {
  const near = PIXELS / (CAMERA.away - point[2]);
  return [
    CAMERA.middle + point[0] * near,
    CAMERA.floor - (CAMERA.height * PIXELS) / CAMERA.away + (CAMERA.height - point[1]) * near,
  ];
}

const keypoints = (j: Joints): Record<Keypoint, Vec> => ({
  nose: j.face.nose,
  left_eye: j.face.leftEye,
  right_eye: j.face.rightEye,
  left_ear: j.face.leftEar,
  right_ear: j.face.rightEar,
  left_shoulder: j.arms.left.shoulder,
  right_shoulder: j.arms.right.shoulder,
  left_elbow: j.arms.left.elbow,
  right_elbow: j.arms.right.elbow,
  left_wrist: j.arms.left.wrist,
  right_wrist: j.arms.right.wrist,
  left_hip: j.legs.left.hip,
  right_hip: j.legs.right.hip,
  left_knee: j.legs.left.knee,
  right_knee: j.legs.right.knee,
  left_ankle: j.legs.left.ankle,
  right_ankle: j.legs.right.ankle,
});

/** What the camera sees of a body: its 17 keypoints, all certain. The dancer's left is at picture right. */
export function photograph(joints: Joints): Pose {
  const pose = new Float32Array(POSE_SIZE);
  const points = keypoints(joints);
  KEYPOINTS.forEach((name, k) => {
    const [x, y] = project(points[name]);
    pose.set([x, y, 1], k * 3);
  });
  return pose;
}
