import type { Pose } from "#dance/pose/pose.ts";
import { type Pen, type Place, trunkLength } from "./geometry.ts";
import { traceArm, traceHead, traceLeg, traceTrunk } from "./silhouette.ts";

export interface SolidColours {
  readonly body: string;
  /** Thin line that parts an arm from the trunk it crosses; the colour of the ground. */
  readonly edge: string;
}

/** Thickness of that line in trunk lengths. */
const EDGE = 0.06;
/** The line begins at this share of the upper arm, so that the shoulder stays one with the trunk. */
const NEAR = 0.45;

/** Draws a whole body of one colour: the teacher, covers. */
export function drawSolid(pen: Pen, pose: Pose, place: Place, colours: SolidColours): void {
  const unit = trunkLength(pose) * place.size;
  pen.fillStyle = colours.body;
  pen.strokeStyle = colours.edge;
  pen.lineWidth = EDGE * unit;
  pen.lineJoin = "round";
  pen.beginPath();
  traceLeg(pen, pose, place, unit, "right_leg");
  traceLeg(pen, pose, place, unit, "left_leg");
  traceTrunk(pen, pose, place, unit);
  traceHead(pen, pose, place, unit);
  pen.fill();
  for (const arm of ["left_arm", "right_arm"] as const) {
    pen.beginPath();
    traceArm(pen, pose, place, unit, arm, NEAR);
    pen.stroke();
    pen.beginPath();
    traceArm(pen, pose, place, unit, arm, 0);
    pen.fill();
  }
}

/** Fills the outline of a body once, so that a see-through colour is even: ghosts. */
export function drawSilhouette(pen: Pen, pose: Pose, place: Place, colour: string): void {
  const unit = trunkLength(pose) * place.size;
  pen.fillStyle = colour;
  pen.beginPath();
  for (const leg of ["right_leg", "left_leg"] as const) traceLeg(pen, pose, place, unit, leg);
  traceTrunk(pen, pose, place, unit);
  traceHead(pen, pose, place, unit);
  for (const arm of ["left_arm", "right_arm"] as const) traceArm(pen, pose, place, unit, arm, 0);
  pen.fill();
}
