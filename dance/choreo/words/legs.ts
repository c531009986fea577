import { type Foot, otherSide, type Posture, SIDES, type Side, withChannels, withFoot } from "../body/posture.ts";
import type { Meaning, Phrase } from "./phrase.ts";

const sign = (side: Side): 1 | -1 => (side === "left" ? 1 : -1);
/** Weight on that side's foot as the share of the left one. */
const share = (side: Side, part: number): number => (side === "left" ? part : 1 - part);

/** Metres from the standing foot: outwards and to the front; and the part of the weight that the foot takes. */
interface Placing {
  readonly out: number;
  readonly front: number;
  readonly lift?: number;
  readonly part: number;
  readonly toes?: number;
}

const PLACINGS: Readonly<Record<string, Placing>> = {
  "step $": { out: 0.48, front: 0, part: 0.82 },
  "step $ small": { out: 0.34, front: 0, part: 0.75 },
  "step $ wide": { out: 0.66, front: 0, part: 0.78 },
  "step $ front": { out: 0.2, front: 0.38, part: 0.8 },
  "step $ back": { out: 0.2, front: -0.36, part: 0.8 },
  "close $": { out: 0.2, front: 0, part: 0.5 },
  "cross $ over": { out: -0.14, front: 0.2, part: 0.7 },
  "cross $ behind": { out: -0.14, front: -0.2, part: 0.7 },
  "tap $ side": { out: 0.5, front: 0.03, part: 0.08, toes: 20 },
  "tap $ front": { out: 0.2, front: 0.34, part: 0.08 },
  "tap $ back": { out: 0.2, front: -0.32, part: 0.12 },
  "tap $ close": { out: 0.19, front: 0.04, part: 0.08 },
  "tap $ across": { out: -0.2, front: 0.28, part: 0.1 },
  "lift $": { out: 0.18, front: 0.12, lift: 0.34, part: 0 },
  "lift $ high": { out: 0.18, front: 0.16, lift: 0.5, part: 0 },
  "lift $ side": { out: 0.34, front: 0.04, lift: 0.36, part: 0, toes: 55 },
  "flick $ back": { out: 0.17, front: -0.3, lift: 0.34, part: 0 },
  "kick $ front": { out: 0.18, front: 0.66, lift: 0.36, part: 0 },
  "kick $ side": { out: 0.78, front: 0.08, lift: 0.34, part: 0, toes: 15 },
  "kick $ low": { out: 0.36, front: 0.46, lift: 0.14, part: 0 },
};

function placed(posture: Posture, side: Side, how: Placing): Posture {
  const stand = posture.feet[otherSide(side)];
  const foot: Foot = {
    x: stand.x + sign(side) * how.out,
    z: stand.z + how.front,
    lift: how.lift ?? 0,
    out: how.toes ?? 12,
  };
  const grounded = stand.lift > 0 ? withFoot(posture, otherSide(side), { lift: 0 }) : posture;
  return withChannels(withFoot(grounded, side, foot), { weight: share(side, how.part), hipsX: 0, hipsZ: 0 });
}

/** Half the distance between the feet, in metres. */
const STANCES = { together: 0.08, apart: 0.22, wide: 0.42 } as const;

function stance(posture: Posture, half: number, back: boolean): Posture {
  const { left, right } = posture.feet;
  const [x, z] = back ? [0, 0] : [(left.x + right.x) / 2, (left.z + right.z) / 2];
  const out = half > 0.3 ? 26 : 12;
  const feet = { left: { x: x + half, z, lift: 0, out }, right: { x: x - half, z, lift: 0, out } };
  return withChannels({ ...posture, feet }, { weight: 0.5, hipsX: 0, hipsZ: 0 });
}

function* stances(): Generator<Phrase> {
  for (const [name, half] of Object.entries(STANCES)) {
    yield [`feet ${name}`, { posture: (p) => stance(p, half, false) }];
    yield [`feet home ${name}`, { posture: (p) => stance(p, half, true) }];
    yield [`jump ${name}`, { posture: (p) => stance(p, half, false), jump: true }];
    yield [`jump home ${name}`, { posture: (p) => stance(p, half, true), jump: true }];
  }
  yield ["jump", { jump: true, posture: (p) => stance(p, Math.abs(p.feet.left.x - p.feet.right.x) / 2, false) }];
}

/** How far the pelvis sinks, in metres. */
const DEPTHS = { straight: 0.012, soft: 0.03, bent: 0.1, deep: 0.22, low: 0.4 } as const;

function* knees(): Generator<Phrase> {
  for (const [name, crouch] of Object.entries(DEPTHS)) {
    yield [
      `knees ${name}`,
      {
        posture: (p) =>
          withChannels(p, { crouch, ...(crouch < 0.2 ? {} : { bend: Math.max(p.channels.bend, crouch * 40) }) }),
      },
    ];
  }
  for (const [name, out] of [
    ["in", -24],
    ["out", 44],
    ["front", 8],
  ] as const) {
    yield [`knees ${name}`, { posture: (p) => withFoot(withFoot(p, "left", { out }), "right", { out }) }];
    for (const side of SIDES) yield [`${side} knee ${name}`, { posture: (p) => withFoot(p, side, { out }) }];
  }
  yield ["heels up", { posture: (p) => withChannels(p, { heels: 0.07 }) }];
  yield ["heels down", { posture: (p) => withChannels(p, { heels: 0 }) }];
}

const lunge = (p: Posture, side: Side): Posture =>
  withChannels(placed(p, side, { out: 0.82, front: 0.02, part: 0.84, toes: 34 }), { crouch: 0.19 });

/** Steps, stances, kicks, knees and weight: every phrase about legs. */
export function* legPhrases(): Generator<Phrase> {
  for (const side of SIDES) {
    for (const [name, how] of Object.entries(PLACINGS)) {
      const meaning: Meaning = { posture: (p) => placed(p, side, how) };
      yield [name.replace("$", side), meaning];
    }
    yield [`lunge ${side}`, { posture: (p) => lunge(p, side) }];
    yield [`weight ${side}`, { posture: (p) => withChannels(p, { weight: share(side, 0.86) }) }];
  }
  yield ["weight centre", { posture: (p) => withChannels(p, { weight: 0.5 }) }];
  yield* stances();
  yield* knees();
}
