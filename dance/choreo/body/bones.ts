/** Bone lengths in metres of a dancer 1.70 m tall. */
export const BONES = {
  lowerSpine: 0.24,
  upperSpine: 0.25,
  clavicle: 0.185,
  upperArm: 0.285,
  forearm: 0.25,
  thigh: 0.42,
  shin: 0.41,
  hipHalf: 0.1,
  ankle: 0.08,
} as const;
export const BODY_HEIGHT = 1.7;
