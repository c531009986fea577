import { blend, minimumJerk, type Progress } from "./blend.ts";
import { BONES } from "./bones.ts";
import { type Posture, SIDES, type Side, withChannels } from "./posture.ts";
import { type Roll, rolling } from "./rolls.ts";
import { degreesBetween } from "./vec.ts";

export const MANNERS = ["hit", "flow", "bounce", "hold"] as const;
export type Manner = (typeof MANNERS)[number];

/** A posture to be reached at a song time in seconds, and how. */
export interface Moment {
  readonly time: number;
  readonly posture: Posture;
  readonly manner: Manner;
  readonly rolls: readonly Roll[];
  readonly jump: boolean;
}

/** Times in seconds, lengths in metres, speeds in metres a second. */
const HUMAN = {
  /** The shortest time of a hit and the mean speed of the wrist above which it takes longer. */
  hit: 0.26,
  wristMean: 1.8,
  /** How far a hit swings beyond its end, as a share of the way, and for how long. */
  overshoot: 0.035,
  settle: 0.2,
  /** A little drawing back before a hit that has time for it. */
  draw: 0.035,
  drawTime: 0.18,
  /** A foot swings this long, and longer where its mean speed would be higher than this. */
  step: 0.36,
  stepMean: 1.75,
  stepHeight: 0.075,
  jumpHeight: 0.13,
  dip: 0.055,
} as const;

/** Metres that the busier wrist travels, about. */
function reachOf(a: Posture, b: Posture): number {
  const way = (side: Side): number =>
    (degreesBetween(a.arms[side].upper, b.arms[side].upper) * BONES.upperArm +
      degreesBetween(a.arms[side].fore, b.arms[side].fore) * BONES.forearm) *
    (Math.PI / 180);
  return Math.max(way("left"), way("right"));
}

/** Metres that a foot travels. */
function travel(a: Posture, b: Posture, side: Side): number {
  const [from, to] = [a.feet[side], b.feet[side]];
  return Math.hypot(from.x - to.x, from.z - to.z, from.lift - to.lift);
}

/** When each foot swings, as [start, end] in seconds before the end; two feet go one after the other unless they jump. */
function swings(from: Moment, to: Moment): Record<Side, readonly [number, number]> {
  const span = to.time - from.time;
  const ways = { left: travel(from.posture, to.posture, "left"), right: travel(from.posture, to.posture, "right") };
  const one = Math.min(span, Math.max(HUMAN.step, Math.max(ways.left, ways.right) / HUMAN.stepMean));
  if (Math.min(ways.left, ways.right) < 0.02 || to.jump) return { left: [one, 0], right: [one, 0] };
  const half = Math.min(span / 2, HUMAN.step);
  const first: Side = from.posture.channels.weight > 0.5 ? "right" : "left"; // the free foot first
  return first === "left" ? { left: [half * 2, half], right: [half, 0] } : { left: [half, 0], right: [half * 2, half] };
}

/** Seconds that the arms take, at the end of the span. */
function armTime(from: Moment, to: Moment): number {
  const span = to.time - from.time;
  if (to.manner !== "hit") return span;
  return Math.min(span, Math.max(HUMAN.hit, reachOf(from.posture, to.posture) / HUMAN.wristMean));
}

function progress(from: Moment, to: Moment, time: number): Progress {
  const left = to.time - time;
  const arms = armTime(from, to);
  const trunkTime = Math.min(to.time - from.time, Math.max(arms, 0.36));
  const u = 1 - left / arms;
  const spare = to.time - from.time - arms;
  const drawn = spare < HUMAN.drawTime || u > 0 ? 0 : Math.max(0, 1 - (left - arms) / HUMAN.drawTime);
  const back = HUMAN.draw * Math.sin(Math.PI * drawn) ** 2;
  const trunk = 1 - left / trunkTime;
  const swing = swings(from, to);
  const feet = Object.fromEntries(
    SIDES.map((side) => {
      const [start, end] = swing[side];
      return [side, Math.min(1, Math.max(0, (start - left) / Math.max(1e-6, start - end)))];
    }),
  ) as Record<Side, number>;
  return {
    trunk: minimumJerk(trunk / 0.95),
    head: minimumJerk(trunk / 0.85),
    upper: minimumJerk(u / 0.95) - back,
    fore: minimumJerk((u - 0.06) / 0.94) - back,
    feet,
    step: to.jump ? HUMAN.jumpHeight : HUMAN.stepHeight,
  };
}

const DONE: Progress = { trunk: 1, head: 1, upper: 1, fore: 1, feet: { left: 1, right: 1 }, step: 0 };

/** A hit goes a little beyond and comes back. */
function settled(before: Moment | undefined, at: Moment, since: number): Posture {
  if (!before || at.manner !== "hit" || since >= HUMAN.settle) return at.posture;
  const beyond = 1 + HUMAN.overshoot * Math.sin((Math.PI * since) / HUMAN.settle) ** 2;
  return blend(before.posture, at.posture, { ...DONE, upper: beyond, fore: beyond });
}

/** The posture at a song time, between the moments around it. `moments` rise in time. */
export function postureAt(moments: readonly Moment[], time: number): Posture {
  let next = 0;
  while (next < moments.length && (moments[next] as Moment).time <= time) next++;
  const [before, from, to] = [moments[next - 2], moments[next - 1], moments[next]];
  if (!from) return (to as Moment).posture;
  const start = settled(before, from, time - from.time);
  if (!to || to.manner === "hold") return start;
  const u = (time - from.time) / (to.time - from.time);
  let posture = blend(start, to.posture, progress(from, to, time));
  for (const roll of to.rolls) posture = rolling(posture, roll, u);
  const dip = to.manner === "bounce" ? HUMAN.dip : to.jump ? HUMAN.dip * 1.6 : 0;
  if (dip === 0) return posture;
  const when = to.jump ? Math.min(1, u / 0.7) : u;
  return withChannels(posture, { crouch: posture.channels.crouch + dip * Math.sin(Math.PI * when) ** 2 });
}
