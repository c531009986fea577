import { BONES } from "./bones.ts";
import type { Posture, Side, Sided } from "./posture.ts";
import { add, distance, dot, rotate, type Turn, unit, type Vec } from "./vec.ts";

export interface Leg {
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
}

const LONGEST = BONES.thigh + BONES.shin;
/** A knee never locks quite straight and never folds beyond about 145 degrees. */
const REACH = { far: LONGEST * 0.9985, near: LONGEST * 0.31 } as const;

const hipOffset = (side: Side, hips: Turn): Vec =>
  rotate(hips, [side === "left" ? BONES.hipHalf : -BONES.hipHalf, -0.03, 0]);

const ankleOf = (posture: Posture, side: Side): Vec => {
  const foot = posture.feet[side];
  return [foot.x, BONES.ankle + foot.lift + posture.channels.heels, foot.z];
};

/** The smaller of two heights, without a corner where they change places. */
const softMin = (a: number, b: number): number => -Math.log(Math.exp(-a * 60) + Math.exp(-b * 60)) / 60;

/** The pelvis stands over the weight, as high as both legs allow, less the crouch, and no lower than both knees fold. */
export function pelvisAt(posture: Posture, hips: Turn): Vec {
  const { weight, hipsX, hipsZ, crouch } = posture.channels;
  const { left, right } = posture.feet;
  const x = right.x + (left.x - right.x) * weight + hipsX;
  const z = right.z + (left.z - right.z) * weight + hipsZ;
  /** Height of the pelvis at which a leg is so long from hip to ankle. */
  const heightAt = (side: Side, reach: number, least: number): number => {
    const offset = hipOffset(side, hips);
    const ankle = ankleOf(posture, side);
    const along = Math.hypot(x + offset[0] - ankle[0], z + offset[2] - ankle[2]);
    return ankle[1] + Math.sqrt(Math.max(least, reach ** 2 - along ** 2)) - offset[1];
  };
  const highest = softMin(heightAt("left", REACH.far, 0.01), heightAt("right", REACH.far, 0.01));
  const lowest = Math.max(heightAt("left", REACH.near, 0), heightAt("right", REACH.near, 0));
  return [x, Math.min(highest, Math.max(lowest, highest - crouch)), z];
}

/** Two bones from hip to ankle; the knee goes where the toes point. */
function leg(hip: Vec, wanted: Vec, knees: Vec): Leg {
  const way = unit(add(wanted, hip, -1));
  const reach = Math.min(REACH.far, Math.max(REACH.near, distance(hip, wanted)));
  const ankle = add(hip, way, reach);
  const along = (BONES.thigh ** 2 - BONES.shin ** 2 + reach ** 2) / (2 * reach);
  const aside = Math.sqrt(Math.max(0, BONES.thigh ** 2 - along ** 2));
  const pole = unit(add(knees, way, -dot(knees, way)));
  return { hip, knee: add(add(hip, way, along), pole, aside), ankle };
}

export function legs(posture: Posture, pelvis: Vec, hips: Turn): Sided<Leg> {
  const one = (side: Side): Leg => {
    const out = ((posture.feet[side].out * (side === "left" ? 1 : -1) + posture.channels.turn) * Math.PI) / 180;
    return leg(add(pelvis, hipOffset(side, hips)), ankleOf(posture, side), [Math.sin(out), 0.1, Math.cos(out)]);
  };
  return { left: one("left"), right: one("right") };
}
