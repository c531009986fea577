import { type Arm, type Posture, SIDES, type Side, withArm } from "../body/posture.ts";
import { add, arc, degreesBetween, unit, type Vec } from "../body/vec.ts";
import type { Phrase } from "./phrase.ts";

/** Directions of a straight arm: outwards, up, front. */
const DIRECTIONS: Readonly<Record<string, Vec>> = {
  down: [0.17, -0.98, 0.08],
  up: [0.14, 0.98, 0.06],
  front: [0.05, 0.05, 1],
  side: [1, 0.02, 0.08],
  back: [0.45, -0.75, -0.5],
  across: [-0.6, 0, 0.8],
  diagonal: [0.72, 0, 0.7],
  low: [0.72, -0.7, 0.1],
  high: [0.7, 0.72, 0.08],
  "low diagonal": [0.72, -0.7, 0.1],
  "high diagonal": [0.7, 0.72, 0.08],
  "low front": [0.1, -0.65, 0.75],
  "high front": [0.12, 0.7, 0.7],
  "low across": [-0.42, -0.72, 0.55],
  "high across": [-0.45, 0.62, 0.62],
};

/** Where a forearm points when the upper arm points elsewhere. */
const FOREARMS: Readonly<Record<string, Vec>> = {
  up: [0.05, 1, 0.12],
  down: [0.02, -1, 0.12],
  in: [-0.82, -0.42, 0.36],
  out: [1, 0.02, 0.15],
  front: [0, 0.02, 1],
  "in high": [-0.7, 0.68, 0.2],
};

/** Places on the body that a hand goes to: upper arm, then forearm. */
const PLACES: Readonly<Record<string, readonly [Vec, Vec]>> = {
  "to hip": [
    [0.74, -0.62, -0.26],
    [-0.78, -0.6, 0.2],
  ],
  "to thigh": [
    [0.3, -0.92, 0.25],
    [-0.1, -0.86, 0.5],
  ],
  "to chest": [
    [0.5, -0.75, 0.3],
    [-0.8, 0.42, 0.42],
  ],
  "to heart": [
    [0.55, -0.6, 0.6],
    [-0.9, 0.35, 0.3],
  ],
  "to shoulder": [
    [0.7, -0.55, 0.45],
    [-0.4, 0.9, 0],
  ],
  "to chin": [
    [0.4, -0.75, 0.55],
    [-0.42, 0.9, 0.1],
  ],
  "to ear": [
    [0.86, 0.28, 0.35],
    [-0.62, 0.72, -0.1],
  ],
  "to eye": [
    [0.82, 0.1, 0.5],
    [-0.8, 0.58, 0.1],
  ],
  "to crown": [
    [0.74, 0.66, 0.1],
    [-0.8, 0.58, 0.05],
  ],
  "behind head": [
    [0.9, 0.4, 0.05],
    [-0.66, 0.5, -0.45],
  ],
  crossed: [
    [0.25, -0.78, 0.55],
    [-0.85, 0.32, 0.45],
  ],
  folded: [
    [0.2, -0.95, 0.15],
    [-0.05, 0.75, 0.65],
  ],
};

const FOLD = 148; // degrees that an elbow folds at most

/** A whole arm from its two directions, the elbow within its limit. */
function arm(upper: Vec, fore: Vec): Arm {
  const u = unit(upper);
  const f = unit(fore);
  const angle = degreesBetween(u, f);
  return { upper: u, fore: angle > FOLD ? arc(u, f, FOLD / angle) : f };
}

/** Straight, but for the few degrees that keep an elbow alive. */
const straight = (way: Vec): Arm => arm(way, add(unit(way), [0, 0.02, 1], 0.12));

function shapes(): Map<string, Arm> {
  const out = new Map<string, Arm>();
  for (const [name, way] of Object.entries(DIRECTIONS)) {
    out.set(name, straight(way));
    for (const [turn, fore] of Object.entries(FOREARMS)) out.set(`${name} forearm ${turn}`, arm(way, fore));
  }
  for (const [name, [upper, fore]] of Object.entries(PLACES)) out.set(name, arm(upper, fore));
  return out;
}

const setArms =
  (arms: Partial<Record<Side, Arm>>) =>
  (posture: Posture): Posture =>
    SIDES.reduce((p, side) => (arms[side] ? withArm(p, side, arms[side]) : p), posture);

/** `arms high`, `left arm side forearm up`, `right arm to hip`, `arms low left`: every phrase about arms. */
export function* armPhrases(): Generator<Phrase> {
  for (const [name, shape] of shapes()) {
    yield [`arms ${name}`, { posture: setArms({ left: shape, right: shape }) }];
    for (const side of SIDES) yield [`${side} arm ${name}`, { posture: setArms({ [side]: shape }) }];
  }
  for (const height of ["", "high ", "low "]) {
    const outer = straight(DIRECTIONS[height.trim() || "side"] as Vec);
    const inner = straight(DIRECTIONS[`${height}across`] as Vec);
    yield [`arms ${height}left`, { posture: setArms({ left: outer, right: inner }) }];
    yield [`arms ${height}right`, { posture: setArms({ left: inner, right: outer }) }];
  }
}
