import type { NotationProblem } from "../score.ts";
import type { Joints } from "./skeleton.ts";
import { distance, type Vec } from "./vec.ts";

/** Metres a second that a body can do, and metres that it may leave its spot. */
const BOUNDS = { wrist: 6.2, ankle: 5.5, head: 3.5, away: 1.15 } as const;

/** The parts whose speed is watched. */
const fast = (j: Joints): readonly (readonly [string, number, Vec])[] => [
  ["left hand", BOUNDS.wrist, j.arms.left.wrist],
  ["right hand", BOUNDS.wrist, j.arms.right.wrist],
  ["left foot", BOUNDS.ankle, j.legs.left.ankle],
  ["right foot", BOUNDS.ankle, j.legs.right.ankle],
  ["head", BOUNDS.head, j.face.nose],
];

/** Why a body could not follow from one frame to the next, at so many frames a second; null where it can. */
export function impossible(now: Joints, last: Joints | null, fps: number): readonly [NotationProblem, string] | null {
  const strayed = Math.max(Math.abs(now.pelvis[0]), Math.abs(now.pelvis[2]));
  if (strayed > BOUNDS.away) return ["off-the-floor", "the steps lead too far from the dancer's spot; bring them back"];
  const before = fast(last ?? now);
  for (const [i, [part, most, place]] of fast(now).entries()) {
    const speed = distance(place, before[i]?.[2] ?? place) * fps;
    if (speed > most)
      return ["too-fast", `the ${part} would need ${speed.toFixed(1)} m/s; give it more time or a shorter way`];
  }
  return null;
}
