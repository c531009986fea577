import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { Track } from "#dance/pose/pose.ts";
import { type LimbMeasure, limbDelay, limbSeen, measureLimbs } from "#dance/practice/measure.ts";
import type { Laid, Scene } from "../replay-scene.ts";
import { momentAt } from "./review-draw.ts";

/** What is measured of a moment. */
export interface Measures {
  /** Every limb that was seen. */
  readonly limbs: readonly LimbMeasure[];
  /** The limb that is told of: the one pointed out, else the one that is off most. */
  readonly limb: LimbGroup | null;
  readonly of: LimbMeasure | null;
  /** Seconds by which it came late (+) or early (-), and what it was moved by hand; null where nothing tells. */
  readonly late: number | null;
  /** Share of the frames about the moment in which it was seen, 0..1. */
  readonly seen: number;
}

/** Measures everybody at a song time. */
export function measuresAt(scene: Scene, time: number, pointed: LimbGroup | null): Measures {
  const { teacher, own } = momentAt(scene, time);
  const limbs = teacher && own ? measureLimbs(teacher, own) : [];
  const [worst] = [...limbs].sort((a, b) => b.degrees - a.degrees);
  const limb = pointed ?? worst?.limb ?? null;
  const { track, lag, judged } = scene.own;
  const apart = limb && limbDelay(scene.teacher, onSong(track, lag, time), limb, time);
  const count = 2 * scene.half;
  return {
    limbs,
    limb,
    of: limbs.find((it) => it.limb === limb) ?? null,
    late: apart === null ? null : apart + judged,
    seen: limb ? limbSeen(track, limb, time + lag - count, time + lag + count) : 0,
  };
}

/** Seconds about a moment that a delay can need. */
const ABOUT = 1.2;

/** The frames about a moment, on song time. */
const onSong = (track: Track, lag: number, time: number): Track =>
  track
    .filter((frame) => Math.abs(frame.time - lag - time) < ABOUT)
    .map((frame) => ({ time: frame.time - lag, pose: frame.pose }));

/** The limb after another in the order in which pages list them; none after the last. */
export const nextLimb = (limb: LimbGroup | null): LimbGroup | null =>
  LIMB_GROUPS[limb === null ? 0 : LIMB_GROUPS.indexOf(limb) + 1] ?? null;

const FRAME_SECONDS = 1 / 30;

/** A take moved by hand so many frames later (+) or earlier (-) on song time. */
export const nudged = (laid: Laid, frames: number): Laid => ({ ...laid, lag: laid.lag - frames * FRAME_SECONDS });
