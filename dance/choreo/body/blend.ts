import { type Arm, CHANNEL_NAMES, type Channel, type Foot, type Posture, SIDES, type Side } from "./posture.ts";
import { arc } from "./vec.ts";

/** The smoothest way from 0 to 1: still at both ends, least jerk between. */
export function minimumJerk(u: number): number {
  const v = Math.min(1, Math.max(0, u));
  return v * v * v * (10 - 15 * v + 6 * v * v);
}

/** How far each part of the body has come, 0..1 (arms a little beyond in a sharp hit). */
export interface Progress {
  /** Pelvis, weight and trunk go first: they carry the rest. */
  readonly trunk: number;
  readonly head: number;
  readonly upper: number;
  /** The hand comes last, as a whip's end. */
  readonly fore: number;
  readonly feet: Readonly<Record<Side, number>>;
  /** Metres by which a travelling foot leaves the floor at most. */
  readonly step: number;
}

const HEAD: ReadonlySet<Channel> = new Set<Channel>(["look", "nod", "tilt"]);
const mix = (a: number, b: number, s: number): number => a + (b - a) * s;

const blendArm = (a: Arm, b: Arm, p: Progress): Arm => ({
  upper: arc(a.upper, b.upper, p.upper),
  fore: arc(a.fore, b.fore, p.fore),
});

/** A foot leaves the floor before it travels and has arrived before it lands. */
function blendFoot(a: Foot, b: Foot, s: number, step: number): Foot {
  const e = minimumJerk((s - 0.07) / 0.86);
  const travel = Math.hypot(b.x - a.x, b.z - a.z);
  const hop = travel > 0.004 ? Math.min(1, 0.5 + travel) * step * Math.sin(Math.PI * s) : 0;
  const inAir = Math.min(1, Math.max(a.lift, b.lift) * 3);
  return {
    x: mix(a.x, b.x, e),
    z: mix(a.z, b.z, e),
    lift: mix(a.lift, b.lift, minimumJerk(s)) + hop * (1 - inAir),
    out: mix(a.out, b.out, e),
  };
}

/** A posture on the way from `a` to `b`. */
export function blend(a: Posture, b: Posture, p: Progress): Posture {
  const channels = { ...a.channels };
  for (const name of CHANNEL_NAMES)
    channels[name] = mix(a.channels[name], b.channels[name], HEAD.has(name) ? p.head : p.trunk);
  const [arms, feet] = [{ ...a.arms }, { ...a.feet }];
  for (const side of SIDES) {
    arms[side] = blendArm(a.arms[side], b.arms[side], p);
    feet[side] = blendFoot(a.feet[side], b.feet[side], p.feet[side], p.step);
  }
  return { channels, arms, feet };
}
