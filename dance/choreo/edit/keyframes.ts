import { type Tempo, timeOfCount } from "../../music/tempo.ts";
import type { Pose } from "../../pose/pose.ts";
import { poseAt } from "../capture.ts";
import type { Keyframe } from "../choreography.ts";
import type { Draft, DraftPosition } from "../draft.ts";
import { onPosition } from "./position.ts";

/** Weights of a keyframe: the lightest, the usual, the heaviest. */
export const WEIGHTS = { least: 0.1, light: 0.6, usual: 1, strong: 1.5, most: 3 } as const;

/** The keyframe on a count, if there is one. */
export const keyframeOn = (position: DraftPosition, count: number): Keyframe | undefined =>
  position.keyframes.find((keyframe) => keyframe.count === count);

const inOrder = (keyframes: readonly Keyframe[]): Keyframe[] => [...keyframes].sort((a, b) => a.count - b.count);

const fits = (draft: Draft, count: number): boolean =>
  count >= 0 && count < draft.counts && Number.isInteger(count * 2);

/** The pose that a position has on a count, as filmed. */
export const filmedPose = (position: DraftPosition, tempo: Tempo, count: number): Pose =>
  poseAt(position.track, timeOfCount(tempo, count)).slice();

/** A keyframe on a whole or half count, its pose as filmed; nothing where there is one, or no tempo yet. */
export const addKeyframe = (draft: Draft, at: number, count: number, weight: number = WEIGHTS.usual): Draft =>
  onPosition(draft, at, (position) => {
    const { tempo } = draft;
    if (!tempo || !fits(draft, count) || keyframeOn(position, count) || position.track.length === 0) return position;
    const keyframe = { count, weight, pose: filmedPose(position, tempo, count) };
    return { ...position, keyframes: inOrder([...position.keyframes, keyframe]) };
  });

/** Without the keyframe on a count. */
export const removeKeyframe = (draft: Draft, at: number, count: number): Draft =>
  onPosition(draft, at, (position) =>
    keyframeOn(position, count)
      ? { ...position, keyframes: position.keyframes.filter((keyframe) => keyframe.count !== count) }
      : position,
  );

/** The keyframe with its pose on another count; nothing where one lies there already. */
export const moveKeyframe = (draft: Draft, at: number, from: number, to: number): Draft =>
  onPosition(draft, at, (position) => {
    if (!keyframeOn(position, from) || !fits(draft, to) || keyframeOn(position, to)) return position;
    const moved = position.keyframes.map((keyframe) =>
      keyframe.count === from ? { ...keyframe, count: to } : keyframe,
    );
    return { ...position, keyframes: inOrder(moved) };
  });

const changeKeyframe = (draft: Draft, at: number, count: number, change: (it: Keyframe) => Keyframe): Draft =>
  onPosition(draft, at, (position) =>
    keyframeOn(position, count)
      ? { ...position, keyframes: position.keyframes.map((it) => (it.count === count ? change(it) : it)) }
      : position,
  );

/** How much a keyframe matters beside its neighbours, in tenths, WEIGHTS.least to WEIGHTS.most. */
export const setWeight = (draft: Draft, at: number, count: number, weight: number): Draft =>
  changeKeyframe(draft, at, count, (keyframe) => ({
    ...keyframe,
    weight: Math.round(Math.min(WEIGHTS.most, Math.max(WEIGHTS.least, weight)) * 10) / 10,
  }));

/** The keyframe with the pose that was filmed at a song time in seconds. */
export const takePose = (draft: Draft, at: number, count: number, time: number): Draft =>
  changeKeyframe(draft, at, count, (keyframe) => {
    const track = draft.positions[at]?.track ?? [];
    return track.length > 0 ? { ...keyframe, pose: poseAt(track, time).slice() } : keyframe;
  });
