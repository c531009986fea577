import type { Pose } from "../pose/pose.ts";
import { distance, type Point, torsoOf } from "./body.ts";
import { clarityOf, FRAMING, standOf } from "./framing.ts";

/** When a detector that sees one body has seen two: lengths in torsos of the smaller, seconds of the camera's clock. */
export const ALONE = {
  /** Nobody moves so far between two looks, nor beyond it so fast. */
  leap: 1,
  speed: 4,
  /** Nobody grows or shrinks so from one look to the next, where that comes soon. */
  grown: 1.6,
  soonSeconds: 0.2,
  /** Looks further apart tell nothing. */
  gapSeconds: 0.5,
  /** There and back: so many leaps, the last no longer ago than this. */
  leaps: 2,
  seconds: 6,
} as const;

/** A body as it was seen last, and when the body that is seen leapt to another. */
export interface Alone {
  readonly last: { readonly at: Point; readonly torso: number; readonly cameraTime: number } | null;
  readonly leaps: readonly number[];
}

/** Nobody was seen yet. */
export const OPEN_ALONE: Alone = { last: null, leaps: [] };

/** Looks once more; what is hardly seen is no body. */
export function stepAlone({ last, leaps }: Alone, pose: Pose | null, cameraTime: number): Alone {
  const recent = leaps.filter((at) => at <= cameraTime && cameraTime - at < ALONE.seconds);
  const at = pose && clarityOf(pose) >= FRAMING.light ? standOf(pose) : null;
  const torso = pose && torsoOf(pose);
  if (!at || !torso) return { last, leaps: recent };
  const seen = { at, torso, cameraTime };
  return { last: seen, leaps: last && isLeap(last, seen) ? [...recent, cameraTime] : recent };
}

function isLeap(was: NonNullable<Alone["last"]>, now: NonNullable<Alone["last"]>): boolean {
  const passed = now.cameraTime - was.cameraTime;
  if (!(passed > 0 && passed <= ALONE.gapSeconds)) return false;
  const [small, large] = [Math.min(was.torso, now.torso), Math.max(was.torso, now.torso)];
  const far = distance(was.at, now.at) > small * (ALONE.leap + ALONE.speed * passed);
  return far || (passed <= ALONE.soonSeconds && large > small * ALONE.grown);
}

/** Whether somebody else stands in the picture too, as far as leaps tell. */
export const isCrowded = ({ leaps }: Alone): boolean => leaps.length >= ALONE.leaps;
