import { type Posture, type Side, withChannels } from "./posture.ts";

/** Movements that run through the body within one transition and leave the pose at its end as it was. */
export const ROLLS = [
  "body",
  "body up",
  "chest",
  "hips left",
  "hips right",
  "shoulders",
  "head left",
  "head right",
] as const;
export type Roll = (typeof ROLLS)[number];

/** One smooth forth and back of a part whose turn comes at `phase`, 0..0.4 of the way. */
function sway(u: number, phase: number): number {
  const v = (u - phase) / 0.6;
  return v <= 0 || v >= 1 ? 0 : Math.sin(2 * Math.PI * v) * Math.sin(Math.PI * v);
}

/** A smooth rise and fall, likewise. */
function swell(u: number, phase: number): number {
  const v = (u - phase) / 0.6;
  return v <= 0 || v >= 1 ? 0 : Math.sin(Math.PI * v) ** 2;
}

function bodyWave(posture: Posture, u: number, up: boolean): Posture {
  const c = posture.channels;
  const at = (order: number) => (up ? 0.4 - order : order); // head first, or knees first
  return withChannels(posture, {
    nod: c.nod - 24 * sway(u, at(0)),
    pop: c.pop + 20 * sway(u, at(0.13)),
    bend: c.bend + 16 * swell(u, at(0.2)),
    tuck: c.tuck - 18 * sway(u, at(0.28)),
    hipsZ: c.hipsZ + 0.08 * sway(u, at(0.28)),
    crouch: c.crouch + 0.13 * swell(u, at(0.4)),
  });
}

function hipRoll(posture: Posture, u: number, side: Side): Posture {
  const sign = side === "left" ? 1 : -1;
  const c = posture.channels;
  const round = 2 * Math.PI * u;
  const size = Math.sin(Math.PI * u) ** 2;
  return withChannels(posture, {
    hipsX: c.hipsX + sign * 0.1 * Math.sin(round) * size,
    hipsZ: c.hipsZ + 0.08 * Math.cos(round) * size,
    hipTilt: c.hipTilt - sign * 9 * Math.sin(round) * size,
    crouch: c.crouch + 0.05 * size,
  });
}

function headRoll(posture: Posture, u: number, side: Side): Posture {
  const sign = side === "left" ? 1 : -1;
  const size = Math.sin(Math.PI * u) ** 2;
  const c = posture.channels;
  return withChannels(posture, {
    tilt: c.tilt - sign * 24 * Math.cos(2 * Math.PI * u) * size,
    nod: c.nod + 22 * Math.sin(2 * Math.PI * u) * size,
  });
}

/** The posture with a roll laid over it, `u` = 0..1 of the way through the transition. */
export function rolling(posture: Posture, roll: Roll, u: number): Posture {
  const c = posture.channels;
  if (roll === "body" || roll === "body up") return bodyWave(posture, u, roll === "body up");
  if (roll === "hips left" || roll === "hips right")
    return hipRoll(posture, u, roll === "hips left" ? "left" : "right");
  if (roll === "head left" || roll === "head right")
    return headRoll(posture, u, roll === "head left" ? "left" : "right");
  if (roll === "chest")
    return withChannels(posture, { slide: c.slide + 16 * sway(u, 0.2), pop: c.pop + 16 * swell(u, 0.2) });
  return withChannels(posture, {
    shrugLeft: c.shrugLeft + 22 * swell(u, 0.05),
    shrugRight: c.shrugRight + 22 * swell(u, 0.35),
    lean: c.lean + 8 * sway(u, 0.2),
  });
}
