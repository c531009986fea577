import type { Pose } from "#dance/pose/pose.ts";
import { type Place, px, py, seen, X } from "../../stage/geometry.ts";

/** A place in the picture, in its units. */
export type Spot = readonly [x: number, y: number];

/** Where the joints of a pose are shown, in the order of keypoints: those nobody has seen anywhere stand in a row below. */
export const jointPlaces = (pose: Pose, place: Place, tall: number): readonly Spot[] =>
  Array.from({ length: pose.length / 3 }, (_, k) =>
    seen(pose, k) || X(pose, k) !== 0 ? [px(pose, k, place), py(pose, k, place)] : [16 + k * 22, tall - 14],
  );

/** The joint nearest to a spot, at most `reach` away; null where there is none. A finger is wider than a joint. */
export function nearestJoint(joints: readonly Spot[], [x, y]: Spot, reach: number): number | null {
  let [found, least]: [number | null, number] = [null, reach];
  for (const [k, [jx, jy]] of joints.entries()) {
    const away = Math.hypot(jx - x, jy - y);
    if (away > least) continue;
    [found, least] = [k, away];
  }
  return found;
}
