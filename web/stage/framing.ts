import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { seen } from "./geometry.ts";
import type { Framing } from "./types.ts";

/** Sightings in a row that must agree before the dancer is told otherwise. */
const STEADY = 6;

/** What one sighting says of the framing. */
export function framingOf(pose: Pose | null): Framing {
  if (!pose || !(seen(pose, AT.left_shoulder) || seen(pose, AT.right_shoulder))) return "nobody";
  const leg = (knee: number, ankle: number) => seen(pose, knee) && seen(pose, ankle);
  return leg(AT.left_knee, AT.left_ankle) || leg(AT.right_knee, AT.right_ankle) ? "whole" : "no-legs";
}

/** The framing told to the dancer: changes only after several sightings agree, so that it does not flicker. */
export class SteadyFraming {
  value: Framing = "nobody";
  private other: Framing = "nobody";
  private times = 0;

  /** Hears a sighting; true when what is told changes. */
  hear(pose: Pose | null): boolean {
    const now = framingOf(pose);
    if (now === this.value) {
      this.times = 0;
      return false;
    }
    this.times = now === this.other ? this.times + 1 : 1;
    this.other = now;
    if (this.times < STEADY) return false;
    this.value = now;
    this.times = 0;
    return true;
  }
}
