import { unit, type Vec } from "./vec.ts";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];
export const otherSide = (side: Side): Side => (side === "left" ? "right" : "left");
export type Sided<T> = Readonly<Record<Side, T>>;

/** Directions in the chest's own frame as outwards, up, front; both of length 1. */
export interface Arm {
  readonly upper: Vec;
  readonly fore: Vec;
}

/** Where a foot stands in the room: metres from the dancer's spot. */
export interface Foot {
  /** To the dancer's left. */
  readonly x: number;
  /** To the front. */
  readonly z: number;
  /** Height of the sole above the floor. */
  readonly lift: number;
  /** Degrees by which the toes and the knee point outwards. */
  readonly out: number;
}

/** The scalar channels; degrees unless said otherwise, left and front are positive. */
export const CHANNELS = {
  /** Share of the weight on the left foot, 0..1. */
  weight: [0, 1],
  /** Metres by which the hips leave the line between the feet, sideways and to the front. */
  hipsX: [-0.14, 0.14],
  hipsZ: [-0.14, 0.14],
  /** Metres by which the pelvis sinks from standing height. */
  crouch: [0.012, 0.46],
  /** Metres by which the heels leave the floor. */
  heels: [0, 0.09],
  turn: [-70, 70],
  hipTilt: [-18, 18],
  tuck: [-20, 30],
  bend: [-22, 70],
  lean: [-32, 32],
  twist: [-40, 40],
  slide: [-22, 22],
  pop: [-22, 22],
  look: [-65, 65],
  nod: [-35, 40],
  tilt: [-32, 32],
  shrugLeft: [-8, 28],
  shrugRight: [-8, 28],
} as const;
export type Channel = keyof typeof CHANNELS;
export const CHANNEL_NAMES = Object.keys(CHANNELS) as Channel[];

/** Everything that decides where the body is: the joint angles, the feet and the weight. */
export interface Posture {
  readonly channels: Readonly<Record<Channel, number>>;
  readonly arms: Sided<Arm>;
  readonly feet: Sided<Foot>;
}

const HANGING: Arm = { upper: unit([0.17, -0.98, 0.08]), fore: unit([0.1, -0.97, 0.22]) };

/** Standing at ease, arms hanging, feet under the hips. */
export const NEUTRAL: Posture = {
  channels: {
    ...(Object.fromEntries(CHANNEL_NAMES.map((name) => [name, 0])) as Record<Channel, number>),
    weight: 0.5,
    crouch: 0.02,
  },
  arms: { left: HANGING, right: HANGING },
  feet: { left: { x: 0.13, z: 0, lift: 0, out: 10 }, right: { x: -0.13, z: 0, lift: 0, out: 10 } },
};

/** The posture with some channels set, each held within its joint's limits. */
export function withChannels(posture: Posture, set: Partial<Record<Channel, number>>): Posture {
  const channels: Record<Channel, number> = { ...posture.channels };
  for (const name of CHANNEL_NAMES) {
    const [low, high] = CHANNELS[name];
    channels[name] = Math.min(high, Math.max(low, set[name] ?? channels[name]));
  }
  return { ...posture, channels };
}

export const withArm = (posture: Posture, side: Side, arm: Arm): Posture => ({
  ...posture,
  arms: { ...posture.arms, [side]: arm },
});

export const withFoot = (posture: Posture, side: Side, foot: Partial<Foot>): Posture => ({
  ...posture,
  feet: { ...posture.feet, [side]: { ...posture.feet[side], ...foot } },
});
