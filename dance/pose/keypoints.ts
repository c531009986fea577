/** The 17 COCO keypoints in COCO order; left and right are the dancer's own. */
export const KEYPOINTS = [
  "nose",
  "left_eye",
  "right_eye",
  "left_ear",
  "right_ear",
  "left_shoulder",
  "right_shoulder",
  "left_elbow",
  "right_elbow",
  "left_wrist",
  "right_wrist",
  "left_hip",
  "right_hip",
  "left_knee",
  "right_knee",
  "left_ankle",
  "right_ankle",
] as const;
export type Keypoint = (typeof KEYPOINTS)[number];

/** Index of every keypoint by name: `AT.left_wrist === 9`. */
export const AT = Object.fromEntries(KEYPOINTS.map((name, i) => [name, i])) as Readonly<Record<Keypoint, number>>;

/** For each keypoint index, the index of the same point on the other side of the body. */
export const OTHER_SIDE: readonly number[] = KEYPOINTS.map((name) =>
  name.startsWith("left_")
    ? AT[name.replace("left_", "right_") as Keypoint]
    : name.startsWith("right_")
      ? AT[name.replace("right_", "left_") as Keypoint]
      : AT[name],
);

/** The parts of the body that a result speaks of, in the order in which pages list them. */
export const LIMB_GROUPS = ["head", "right_arm", "left_arm", "torso", "right_leg", "left_leg"] as const;
export type LimbGroup = (typeof LIMB_GROUPS)[number];
