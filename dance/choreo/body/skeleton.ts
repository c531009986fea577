import { BONES } from "./bones.ts";
import { type Leg, legs, pelvisAt } from "./legs.ts";
import type { Posture, Side, Sided } from "./posture.ts";
import { add, compose, rotate, type Turn, turned, unit, type Vec } from "./vec.ts";

/** Where the parts of the face lie from the top of the neck, in metres, in the head's own frame. */
const FACE = {
  nose: [0, 0.125, 0.115],
  leftEye: [0.034, 0.16, 0.09],
  rightEye: [-0.034, 0.16, 0.09],
  leftEar: [0.076, 0.14, 0.0],
  rightEar: [-0.076, 0.14, 0.0],
} as const satisfies Record<string, Vec>;

export interface ArmJoints {
  readonly shoulder: Vec;
  readonly elbow: Vec;
  readonly wrist: Vec;
}

/** All joints in metres in the room. */
export interface Joints {
  readonly pelvis: Vec;
  readonly waist: Vec;
  readonly neck: Vec;
  readonly face: Readonly<Record<keyof typeof FACE, Vec>>;
  readonly arms: Sided<ArmJoints>;
  readonly legs: Sided<Leg>;
}

const outwards = (side: Side): 1 | -1 => (side === "left" ? 1 : -1);

function armJoints(posture: Posture, side: Side, neck: Vec, chest: Turn): ArmJoints {
  const sign = outwards(side);
  const { upper, fore } = posture.arms[side];
  const shrug = side === "left" ? posture.channels.shrugLeft : posture.channels.shrugRight;
  const raised = Math.max(0, upper[1] + 0.1) * 24; // the shoulder blade rides up with the arm
  const slope = ((shrug + raised - 13) * Math.PI) / 180;
  const place = (from: Vec, way: Vec, size: number): Vec =>
    add(from, rotate(chest, [way[0] * sign, way[1], way[2]]), size);
  const shoulder = place(neck, [Math.cos(slope), Math.sin(slope), 0], BONES.clavicle);
  const elbow = place(shoulder, unit(upper), BONES.upperArm);
  return { shoulder, elbow, wrist: place(elbow, unit(fore), BONES.forearm) };
}

/** The joints of a posture. Every bone keeps its length; the feet stand where the posture says. */
export function skeleton(posture: Posture): Joints {
  const c = posture.channels;
  const hips = turned(c.turn, c.hipTilt, -c.tuck);
  const pelvis = pelvisAt(posture, hips);
  const belly = turned(c.turn + c.twist * 0.4, c.lean * 0.5 + c.slide + c.hipTilt * 0.4, c.bend * 0.6 + c.pop);
  const waist = add(pelvis, rotate(belly, [0, BONES.lowerSpine, 0]));
  const chest = compose(
    belly,
    turned(c.twist * 0.6, c.lean * 0.5 - c.slide - c.hipTilt * 0.4, c.bend * 0.4 - c.pop * 1.5),
  );
  const neck = add(waist, rotate(chest, [0, BONES.upperSpine, 0]));
  const head = compose(chest, turned(c.look, c.tilt - c.lean * 0.4, c.nod - c.bend * 0.45 + c.pop * 0.5));
  const face = Object.fromEntries(
    Object.entries(FACE).map(([name, place]) => [name, add(neck, rotate(head, place))]),
  ) as Record<keyof typeof FACE, Vec>;
  const arms = { left: armJoints(posture, "left", neck, chest), right: armJoints(posture, "right", neck, chest) };
  return { pelvis, waist, neck, face, arms, legs: legs(posture, pelvis, hips) };
}
