import { timeOfCount } from "../../music/tempo.ts";
import type { Pose, Track } from "../../pose/pose.ts";
import type { Draft } from "../draft.ts";
import { keyframeOn } from "./keyframes.ts";
import { onPosition } from "./position.ts";

/** Counts on either side of a keyframe over which the track goes along with a keypoint that was put elsewhere. */
const REACH = 0.5;

/**
 * Puts a keypoint (an index of KEYPOINTS) of the keyframe on a count at x, y in picture heights. Whoever does so is sure of it.
 * The track around goes along, less the further away, so that what the teacher shows and what is judged stay one.
 */
export const placeKeypoint = (draft: Draft, at: number, count: number, keypoint: number, x: number, y: number): Draft =>
  onPosition(draft, at, (position) => {
    const keyframe = keyframeOn(position, count);
    const { tempo } = draft;
    if (!keyframe || !tempo || !Number.isFinite(x) || !Number.isFinite(y)) return position;
    const k = keypoint * 3;
    const by = {
      k,
      x: x - (keyframe.pose[k] ?? 0),
      y: y - (keyframe.pose[k + 1] ?? 0),
      known: (keyframe.pose[k + 2] ?? 0) > 0,
    };
    const pose = keyframe.pose.slice();
    pose.set([x, y, 1], k);
    const around = { time: timeOfCount(tempo, count), reach: (REACH * 60) / tempo.bpm };
    return {
      ...position,
      keyframes: position.keyframes.map((it) => (it === keyframe ? { ...it, pose } : it)),
      track: bent(position.track, around, (frame, share) => bentPose(frame, by, { x, y }, share)),
    };
  });

const bent = (
  track: Track,
  { time, reach }: { readonly time: number; readonly reach: number },
  bend: (pose: Pose, share: number) => Pose,
): Track =>
  track.map((frame) => {
    const far = Math.abs(frame.time - time) / reach;
    return far < 1 ? { time: frame.time, pose: bend(frame.pose, 0.5 + 0.5 * Math.cos(Math.PI * far)) } : frame;
  });

/** A keypoint that was seen moves by its share; one that was not is put where it belongs. */
function bentPose(
  frame: Pose,
  by: { readonly k: number; readonly x: number; readonly y: number; readonly known: boolean },
  to: { readonly x: number; readonly y: number },
  share: number,
): Pose {
  const pose = frame.slice();
  const seen = (frame[by.k + 2] ?? 0) > 0 && by.known;
  pose[by.k] = seen ? (frame[by.k] ?? 0) + by.x * share : to.x;
  pose[by.k + 1] = seen ? (frame[by.k + 1] ?? 0) + by.y * share : to.y;
  pose[by.k + 2] = Math.max(frame[by.k + 2] ?? 0, share);
  return pose;
}
