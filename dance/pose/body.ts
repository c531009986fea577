import { AT, LIMB_GROUPS, type LimbGroup } from "./keypoints.ts";

/** The keypoints that judging reads, as COCO indexes: the nose and the twelve joints. */
export const JOINTS: readonly number[] = [AT.nose, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

/** So many of them, the first, make the upper body: head, arms and trunk, all that is judged of a dancer who sits. */
export const UPPER_JOINTS = 9;

const NOSE = 0;
const [L_SHOULDER, R_SHOULDER, L_ELBOW, R_ELBOW, L_WRIST, R_WRIST] = [1, 2, 3, 4, 5, 6];
const [L_HIP, R_HIP, L_KNEE, R_KNEE, L_ANKLE, R_ANKLE] = [7, 8, 9, 10, 11, 12];

/** For each joint, the same joint on the other side of the body. */
export const OTHER_JOINT: readonly number[] = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11];

/** Joints that a detector swaps left for right together: the ends of both arms, the ends of both legs. */
export const SWAPPED_TOGETHER: readonly (readonly [number, number])[][] = [
  [
    [L_ELBOW, R_ELBOW],
    [L_WRIST, R_WRIST],
  ],
  [
    [L_KNEE, R_KNEE],
    [L_ANKLE, R_ANKLE],
  ],
];

/** A limb segment: from the middle of two joints to the middle of two joints (often the same joint twice). */
export interface Segment {
  readonly limb: LimbGroup;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

const bone = (limb: LimbGroup, from: number, to: number): Segment => ({ limb, from: [from, from], to: [to, to] });

/** What is compared: eight bones of arms and legs, the trunk, the line of the shoulders, the head on the shoulders. */
export const SEGMENTS: readonly Segment[] = [
  { limb: "head", from: [L_SHOULDER, R_SHOULDER], to: [NOSE, NOSE] },
  bone("right_arm", R_SHOULDER, R_ELBOW),
  bone("right_arm", R_ELBOW, R_WRIST),
  bone("left_arm", L_SHOULDER, L_ELBOW),
  bone("left_arm", L_ELBOW, L_WRIST),
  { limb: "torso", from: [L_HIP, R_HIP], to: [L_SHOULDER, R_SHOULDER] },
  bone("torso", L_SHOULDER, R_SHOULDER),
  bone("right_leg", R_HIP, R_KNEE),
  bone("right_leg", R_KNEE, R_ANKLE),
  bone("left_leg", L_HIP, L_KNEE),
  bone("left_leg", L_KNEE, L_ANKLE),
];

/** For each segment the joints that it runs between: from, from, to, to. */
export const ENDS = Int8Array.from(SEGMENTS.flatMap(({ from, to }) => [...from, ...to]));

/** The bits of all segments in a mask of those that were seen. */
export const ALL_SEEN = 2 ** SEGMENTS.length - 1;

/** The bits of the segments that run between upper joints alone. */
export const UPPER_SEEN = SEGMENTS.reduce(
  (mask, { from, to }, s) => (Math.max(...from, ...to) < UPPER_JOINTS ? mask | (1 << s) : mask),
  0,
);

/** Index in SEGMENTS of the trunk, which tells which way is up. */
export const TRUNK = 5;

/** Indexes in SEGMENTS of the head and of the shoulders' line: with the trunk they are the body's axis. */
export const HEAD = 0;
export const SHOULDERS = 6;

/** Indexes in SEGMENTS of the shanks. */
export const SHANKS: readonly number[] = [8, 10];

/** For each segment, the index of its limb in LIMB_GROUPS. */
export const LIMB_OF: readonly number[] = SEGMENTS.map((segment) => LIMB_GROUPS.indexOf(segment.limb));

/** For each limb in LIMB_GROUPS, the bits of its segments in such a mask. */
export const LIMB_MASKS: readonly number[] = LIMB_GROUPS.map((_, g) =>
  LIMB_OF.reduce((mask, limb, s) => (limb === g ? mask | (1 << s) : mask), 0),
);
