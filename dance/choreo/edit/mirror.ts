import { AT } from "../../pose/keypoints.ts";
import { mirrorPose, type Pose, type Track } from "../../pose/pose.ts";
import type { Draft, DraftPosition } from "../draft.ts";

/** The whole routine as in a mirror: left is right and right is left, about where each dancer stands. */
export const mirrorAll = (draft: Draft): Draft => ({ ...draft, positions: draft.positions.map(mirrored) });

function mirrored(position: DraftPosition): DraftPosition {
  const axis = middleOf(position.track);
  const turn = (pose: Pose): Pose => (isNobody(pose) ? pose : mirrorPose(pose, axis));
  return {
    ...position,
    track: position.track.map(({ time, pose }) => ({ time, pose: turn(pose) })),
    keyframes: position.keyframes.map((keyframe) => ({ ...keyframe, pose: turn(keyframe.pose) })),
  };
}

const isNobody = (pose: Pose): boolean => pose.every((value) => value === 0);

/** Where the dancer's hips are in the mean, in picture heights. */
function middleOf(track: Track): number {
  let [sum, n] = [0, 0];
  for (const { pose } of track)
    for (const k of [AT.left_hip * 3, AT.right_hip * 3]) {
      if (!((pose[k + 2] ?? 0) > 0)) continue;
      sum += pose[k] ?? 0;
      n++;
    }
  return n > 0 ? sum / n : 0.5;
}
