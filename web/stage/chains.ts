import { AT, type LimbGroup } from "#dance/pose/keypoints.ts";

/** The chain of keypoints of each arm and leg, from the body outwards. */
export const CHAINS = {
  right_leg: [AT.right_hip, AT.right_knee, AT.right_ankle],
  left_leg: [AT.left_hip, AT.left_knee, AT.left_ankle],
  left_arm: [AT.left_shoulder, AT.left_elbow, AT.left_wrist],
  right_arm: [AT.right_shoulder, AT.right_elbow, AT.right_wrist],
} as const satisfies Partial<Record<LimbGroup, readonly number[]>>;
export type Chain = keyof typeof CHAINS;
export const CHAIN_NAMES = Object.keys(CHAINS) as Chain[];
