import { POSE_SIZE, type Pose, type Track } from "../pose/pose.ts";
import type { Keyframe } from "./choreography.ts";
import type { Counts, Draft, DraftPosition } from "./draft.ts";

/** Poses one behind the other, with a number each: thousands of small lists are slow to keep. */
interface Poses {
  readonly at: Float64Array;
  readonly poses: Float32Array;
}

/** A draft as it lies on the disk. */
export interface PackedDraft extends Omit<Draft, "positions"> {
  readonly positions: readonly {
    readonly name: string;
    readonly track: Poses;
    readonly keyframes: Poses & { readonly weights: Float64Array };
    readonly unscored: readonly Counts[];
  }[];
}

function packPoses<T extends { readonly pose: Pose }>(list: readonly T[], at: (of: T) => number): Poses {
  const poses = new Float32Array(list.length * POSE_SIZE);
  for (const [i, { pose }] of list.entries()) poses.set(pose, i * POSE_SIZE);
  return { at: Float64Array.from(list, at), poses };
}

const poseIn = ({ poses }: Poses, i: number): Pose => poses.slice(i * POSE_SIZE, (i + 1) * POSE_SIZE);

/** A draft as it is put on the disk. */
export const packDraft = (draft: Draft): PackedDraft => ({
  ...draft,
  positions: draft.positions.map(({ name, track, keyframes, unscored }) => ({
    name,
    track: packPoses(track, ({ time }) => time),
    keyframes: {
      ...packPoses(keyframes, ({ count }) => count),
      weights: Float64Array.from(keyframes, ({ weight }) => weight),
    },
    unscored,
  })),
});

/** The draft that was put on the disk. */
export const unpackDraft = (packed: PackedDraft): Draft => ({
  ...packed,
  positions: packed.positions.map(
    ({ name, track, keyframes, unscored }): DraftPosition => ({
      name,
      track: Array.from(track.at, (time, i) => ({ time, pose: poseIn(track, i) })) satisfies Track,
      keyframes: Array.from(
        keyframes.at,
        (count, i): Keyframe => ({ count, pose: poseIn(keyframes, i), weight: keyframes.weights[i] ?? 1 }),
      ),
      unscored,
    }),
  ),
});
