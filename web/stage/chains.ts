import { AT, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { Judgement } from "#dance/scoring/result.ts";

/** The chain of keypoints of each arm and leg, from the body outwards. */
export const CHAINS = {
  right_leg: [AT.right_hip, AT.right_knee, AT.right_ankle],
  left_leg: [AT.left_hip, AT.left_knee, AT.left_ankle],
  left_arm: [AT.left_shoulder, AT.left_elbow, AT.left_wrist],
  right_arm: [AT.right_shoulder, AT.right_elbow, AT.right_wrist],
} as const satisfies Partial<Record<LimbGroup, readonly number[]>>;
export type Chain = keyof typeof CHAINS;
export const CHAIN_NAMES = Object.keys(CHAINS) as Chain[];

const OTHER_LIMB: Readonly<Partial<Record<LimbGroup, LimbGroup>>> = {
  left_arm: "right_arm",
  right_arm: "left_arm",
  left_leg: "right_leg",
  right_leg: "left_leg",
};

/** A judgement with the dancer's own limbs: of a take that mirrors, judging names the limbs of the reference. */
export const asDanced = (judgement: Judgement, mirror: boolean): Judgement =>
  mirror
    ? {
        ...judgement,
        faults: judgement.faults.map((fault) => ({ ...fault, limb: OTHER_LIMB[fault.limb] ?? fault.limb })),
      }
    : judgement;
