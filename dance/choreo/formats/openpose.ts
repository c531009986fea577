import { fail, type Outcome, ok } from "../../outcome.ts";
import { AT, type Keypoint } from "../../pose/keypoints.ts";
import type { Pose } from "../../pose/pose.ts";
import { type Foreign, type FormatProblem, FRAMES_MAX, followAt, nobody } from "./foreign.ts";
import { fieldOf, jsonOf, listOf, numberOf } from "./loose.ts";

const ARMS = ["right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow", "left_wrist"] as const;
const RIGHT_LEG = ["right_hip", "right_knee", "right_ankle"] as const;
const LEFT_LEG = ["left_hip", "left_knee", "left_ankle"] as const;
const FACE = ["right_eye", "left_eye", "right_ear", "left_ear"] as const;
/** OpenPose's points in its own order, null where COCO has none: 25 of the body, or 18 of its older model. */
const LAYOUTS: Readonly<Record<number, readonly (Keypoint | null)[]>> = {
  25: ["nose", null, ...ARMS, null, ...RIGHT_LEG, ...LEFT_LEG, ...FACE, null, null, null, null, null, null],
  18: ["nose", null, ...ARMS, ...RIGHT_LEG, ...LEFT_LEG, ...FACE],
};

/** One file of a folder that OpenPose wrote. */
export interface FrameFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads OpenPose's JSON files, one for each frame, in the order of the numbers in their names, `rate` a second (30 where
 * null). Bodies of 25 or of 18 points.
 */
export function readOpenPose(files: readonly FrameFile[], rate: number | null): Outcome<Foreign, FormatProblem> {
  if (files.length === 0) return fail("no-poses", "there are no files");
  if (files.length > FRAMES_MAX)
    return fail("too-many-frames", `there are ${files.length} frames, at most ${FRAMES_MAX}`);
  const frames: Pose[][] = [];
  let [extra, missing] = [0, 0];
  for (const { name, text } of [...files].sort(byNumber)) {
    const root = jsonOf(text);
    if (root === undefined) return fail("not-json", `${name} is not JSON`);
    const people = listOf(fieldOf(root, "people"));
    if (people === null) return fail("not-this-format", `${name} has no people`);
    const poses: Pose[] = [];
    for (const person of people) {
      const numbers = listOf(fieldOf(person, "pose_keypoints_2d")) ?? listOf(fieldOf(person, "pose_keypoints"));
      const layout = LAYOUTS[(numbers?.length ?? 0) / 3];
      if (numbers === null || layout === undefined) continue;
      extra = Math.max(extra, layout.filter((point) => point === null).length);
      missing = Math.max(missing, 17 - layout.filter((point) => point !== null).length);
      poses.push(poseOf(numbers, layout));
    }
    frames.push(poses);
  }
  if (frames.every((poses) => poses.length === 0)) return fail("no-poses", "no body of 25 or 18 points in any file");
  return ok(followAt(frames, rate, { missing, extra }));
}

const numberIn = (name: string): number => Number(/(\d+)\D*$/.exec(name)?.[1] ?? 0);
const byNumber = (a: FrameFile, b: FrameFile): number =>
  numberIn(a.name) - numberIn(b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function poseOf(numbers: readonly unknown[], layout: readonly (Keypoint | null)[]): Pose {
  const pose = nobody();
  layout.forEach((point, i) => {
    if (point === null) return;
    const [x, y, c] = [numberOf(numbers[i * 3]), numberOf(numbers[i * 3 + 1]), numberOf(numbers[i * 3 + 2])];
    if (!Number.isNaN(x + y + c)) pose.set([x, y, Math.min(1, Math.max(0, c))], AT[point] * 3);
  });
  return pose;
}
