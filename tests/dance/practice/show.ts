import type { Pose } from "#dance/pose/pose.ts";
import type { Stance } from "#dance/practice/framing.ts";
import { OPEN_SETUP, type Setup, stepSetup } from "#dance/practice/setup.ts";
import { looks } from "./stick.ts";

/** Width of the picture by its height. */
export const LANDSCAPE = 16 / 9;

/** Shows the camera the same people at 15 looks a second. */
export function show(
  poses: (time: number) => readonly Pose[],
  seconds: number,
  from: Setup = OPEN_SETUP,
  stance: Stance = "standing",
) {
  const start = from.cameraTime === null ? 0 : from.cameraTime + 1 / 15;
  const seen: Setup[] = [];
  let setup = from;
  for (const cameraTime of looks(15, seconds, start)) {
    setup = stepSetup(setup, { cameraTime, poses: poses(cameraTime), aspect: LANDSCAPE, stance });
    seen.push(setup);
  }
  return { setup, seen };
}
