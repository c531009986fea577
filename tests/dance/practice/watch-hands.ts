import type { Pose } from "#dance/pose/pose.ts";
import { type Gesture, type Hands, type Live, OPEN_HANDS, stepHands } from "#dance/practice/gesture.ts";

/** Looks at the hands at these seconds of the camera's clock: what was asked for and when, and how the hands are then. */
export function watch(times: readonly number[], pose: (time: number) => Pose, live: Live, from: Hands = OPEN_HANDS) {
  let hands = from;
  const fired: { at: number; gesture: Gesture }[] = [];
  for (const cameraTime of times) {
    const step = stepHands(hands, { cameraTime, pose: pose(cameraTime) }, live);
    hands = step.hands;
    if (step.fired) fired.push({ at: cameraTime, gesture: step.fired });
  }
  return { hands, fired };
}
