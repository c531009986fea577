import type { Keypoint } from "../pose/keypoints.ts";
import type { Pose } from "../pose/pose.ts";
import { confidenceOf, distance, middleOf, type Point, placeOf, pointOf, torsoOf } from "./body.ts";
import { median } from "./median.ts";

/**
 * What a dancer is told before the first take, most urgent first: nobody is there; too dark to see by; step back; come
 * closer; head or feet are cut off by the picture; step to your own right or left; somebody else is in the picture.
 */
export const SETUP_HINTS = ["nobody", "dark", "near", "far", "head", "feet", "right", "left", "alone"] as const;
export type SetupHint = (typeof SETUP_HINTS)[number];

/** How the dancer dances: seated, nobody asks to see feet. */
export const STANCES = ["standing", "seated"] as const;
export type Stance = (typeof STANCES)[number];

/** Bounds of a good place; lengths in picture heights, confidences 0..1. A hint that is shown asks for `more`. */
export const FRAMING = {
  /** Median confidence of the upper body: under `body` it is nobody, under `light` it is too dark. */
  body: 0.12,
  light: 0.35,
  /** Shoulders to hips. A whole person is about 5 of it, with room for arms overhead 6 and a bit. */
  torso: { standing: { least: 0.11, most: 0.26 }, seated: { least: 0.15, most: 0.42 } },
  /** How near a keypoint may come to the border. */
  border: 0.02,
  /** How far from the middle the hips may stand, as a share of the picture's width. */
  aside: 0.16,
  /** How much better than its bound a thing must be before its hint goes, as a share of the bound. */
  more: 0.12,
} as const;

const UPPER = ["nose", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow"] as const satisfies Keypoint[];

const median0 = (values: readonly number[]): number => median(values) ?? 0;

/** How well the upper body is seen, 0..1: what every person in front of a camera shows. */
export const clarityOf = (pose: Pose): number => median0(UPPER.map((name) => confidenceOf(pose, name)));

/** Where a body stands: the middle of its hips, or of its shoulders where no hips are seen. */
export const standOf = (pose: Pose): Point | null =>
  middleOf(pose, "left_hip", "right_hip") ?? middleOf(pose, "left_shoulder", "right_shoulder");

/** Shoulders to hips in picture heights; a seated dancer's hips may hide, so there the shoulders' width tells too. */
function sizeOf(pose: Pose, stance: Stance): number | null {
  const torso = torsoOf(pose);
  if (torso !== null || stance === "standing") return torso;
  const left = pointOf(pose, "left_shoulder");
  const right = pointOf(pose, "right_shoulder");
  return left && right ? 1.3 * distance(left, right) : null;
}

const inPicture = (pose: Pose, name: Keypoint, border: number): boolean => {
  const point = pointOf(pose, name);
  return point !== null && point.y > border && point.y < 1 - border;
};

/** How many more bodies count as people, and which is the dancer: the one nearest the middle, held on to once chosen. */
export function chooseDancer(
  poses: readonly Pose[],
  aspect: number,
  kept: Point | null,
): { readonly dancer: Pose | null; readonly people: number } {
  const people = poses.filter((pose) => clarityOf(pose) >= FRAMING.body);
  const away = (pose: Pose): number => {
    const x = standOf(pose)?.x ?? placeOf(pose, "nose").x;
    const fromMiddle = Math.abs(x - aspect / 2);
    // Two people side by side must not swap at every breath: the one already chosen is forgiven a little distance.
    return kept && Math.abs(x - kept.x) < 0.1 ? fromMiddle - 0.1 : fromMiddle;
  };
  const dancer = people.reduce<Pose | null>((best, p) => (best && away(best) <= away(p) ? best : p), null);
  return { dancer, people: people.length };
}

/**
 * The most urgent thing wrong with the dancer's place in a picture `aspect` heights wide; null where all is well.
 * `shown` is the hint on the screen: it goes only when things are a little better than good, so that it never flickers.
 */
export function lookAt(dancer: Pose | null, aspect: number, stance: Stance, shown: SetupHint | null): SetupHint | null {
  const more = (hint: SetupHint): number => (hint === shown ? FRAMING.more : 0);
  if (!dancer) return "nobody";
  const clarity = clarityOf(dancer);
  if (clarity < FRAMING.body * (1 + more("nobody"))) return "nobody";
  if (clarity < FRAMING.light * (1 + more("dark"))) return "dark";
  const torso = sizeOf(dancer, stance);
  const { least, most } = FRAMING.torso[stance];
  if (torso === null || torso > most * (1 - more("near"))) return "near";
  if (torso < least * (1 + more("far"))) return "far";
  const border = (hint: SetupHint): number => FRAMING.border * (1 + 10 * more(hint));
  if (!inPicture(dancer, "nose", border("head"))) return "head";
  const feet = ["left_ankle", "right_ankle"] as const;
  if (stance === "standing" && !feet.every((foot) => inPicture(dancer, foot, border("feet")))) return "feet";
  const aside = ((standOf(dancer)?.x ?? aspect / 2) - aspect / 2) / aspect;
  // The camera looks at the dancer: what it sees on its right is on the dancer's left.
  if (aside > FRAMING.aside * (1 - more("right"))) return "right";
  if (aside < -FRAMING.aside * (1 - more("left"))) return "left";
  return null;
}
