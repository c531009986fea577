import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import type { Stance } from "#dance/practice/framing.ts";
import { seen } from "./geometry.ts";
import type { Framing } from "./types.ts";

/** Sightings in a row that must agree before the dancer is told otherwise. */
const STEADY = 6;

/** What one sighting says of the framing; of one who sits, the upper body is the whole. */
export function framingOf(pose: Pose | null, stance: Stance): Framing {
  if (!pose || !(seen(pose, AT.left_shoulder) || seen(pose, AT.right_shoulder))) return "nobody";
  const leg = (knee: number, ankle: number) => seen(pose, knee) && seen(pose, ankle);
  if (stance === "seated") return "whole";
  return leg(AT.left_knee, AT.left_ankle) || leg(AT.right_knee, AT.right_ankle) ? "whole" : "no-legs";
}

/** The framing told to the dancer: changes only after several sightings agree, so that it does not flicker. */
export class SteadyFraming {
  value: Framing = "nobody";
  private other: Framing = "nobody";
  private times = 0;

  /** Hears a sighting; true when what is told changes. */
  hear(pose: Pose | null, stance: Stance): boolean {
    const now = framingOf(pose, stance);
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
