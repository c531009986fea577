import type { Pose, Track } from "../pose/pose.ts";
import { distance, middleOf, type Point, pointOf, type Sight, torsoOf } from "./body.ts";
import { DWELL, EMPTY_RING, fillRing, type Ring, SPENT_RING } from "./dwell.ts";

/** What a held hand asks for: begin or dance again; one eight-count back or slower; pause. */
export const GESTURES = ["again", "back", "pause"] as const;
export type Gesture = (typeof GESTURES)[number];

/** A ring in the picture as the camera sees it; unit = picture height. */
export interface Target extends Point {
  readonly gesture: Gesture;
  readonly radius: number;
}

/**
 * Where rings stand about a body, in torso lengths from the middle of its shoulders, y up; `side` is the dancer's own.
 * An arm is about 1.1 long; none of them is where hands rest, on hips, folded or at the phone.
 */
export const TARGET_PLACES = {
  again: { side: "right", out: 0.8, up: 0.75 },
  back: { side: "left", out: 0.8, up: 0.75 },
  pause: { side: "left", out: 1.2, up: -0.05 },
} as const satisfies Record<Gesture, { side: "left" | "right"; out: number; up: number }>;

/** In torso lengths. */
const RADIUS = 0.3;

/** The three rings within reach of a body; none where shoulders and hips were not seen. Place them once, not each look. */
export function placeTargets(pose: Pose): readonly Target[] {
  const torso = torsoOf(pose);
  const middle = middleOf(pose, "left_shoulder", "right_shoulder");
  if (torso === null || middle === null || torso === 0) return [];
  return GESTURES.map((gesture) => {
    const { side, out, up } = TARGET_PLACES[gesture];
    // The camera sees the dancer's left on its right.
    const way = side === "left" ? 1 : -1;
    return { gesture, x: middle.x + way * out * torso, y: middle.y - up * torso, radius: RADIUS * torso };
  });
}

/** What is live: rings between takes and in pauses, arms crossed overhead in a take, nothing in a count-in. */
export type Live = { readonly in: "rest"; readonly targets: readonly Target[] } | { readonly in: "take" | "nothing" };

export interface Hands {
  readonly rings: Readonly<Record<Gesture, Ring>>;
  /** Arms crossed overhead, in a take. */
  readonly crossed: Ring;
  readonly last: Sight | null;
}

/** What became of the hands, and the gesture that was completed in this very look. */
export interface Stepped {
  readonly hands: Hands;
  readonly fired: Gesture | null;
}

const rings = (ring: Ring): Hands["rings"] => ({ again: ring, back: ring, pause: ring });

/** No hand has been seen yet. */
export const OPEN_HANDS: Hands = { rings: rings(EMPTY_RING), crossed: EMPTY_RING, last: null };

const WRISTS = ["left_wrist", "right_wrist"] as const;

/** The wrists that are seen, and whether each is held still since the look before. */
function wristsOf(last: Sight | null, sight: Sight, seconds: number) {
  const torso = torsoOf(sight.pose) ?? (last && torsoOf(last.pose));
  return WRISTS.flatMap((name) => {
    const at = pointOf(sight.pose, name);
    const was = last && pointOf(last.pose, name);
    const speed = at && was && torso && seconds > 0 ? distance(at, was) / torso / seconds : Number.POSITIVE_INFINITY;
    return at ? [{ at, was, held: speed <= DWELL.held }] : [];
  });
}

/** In torso lengths. A camera that sees two crossed wrists often takes one for the other, so wrists that meet count too. */
const CROSSED = {
  /** Wrists over the nose. */
  over: 0.15,
  /** Wrists on each other's side, elbows at least so far apart. */
  passed: 0.12,
  elbows: 0.3,
  /** Wrists that meet, and elbows then: raised, and wide to the sides. */
  meet: 0.26,
  wide: 0.6,
  raised: 0.15,
} as const;

/**
 * Both wrists over the head and crossed, or so near each other that they may be, with elbows out. A dance that holds
 * this would pause itself: ask `pausesItself` before it is heeded.
 */
export function isCrossedOverhead(pose: Pose): boolean {
  const torso = torsoOf(pose);
  const [nose, ls, rs, le, re, lw, rw] = (
    ["nose", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", ...WRISTS] as const
  ).map((name) => pointOf(pose, name));
  if (!torso || !nose || !ls || !rs || !le || !re || !lw || !rw) return false;
  const across = ls.x - rs.x;
  if (Math.abs(across) < 0.35 * torso) return false;
  const way = Math.sign(across);
  const shoulders = Math.min(ls.y, rs.y);
  if (Math.max(lw.y, rw.y) > nose.y - CROSSED.over * torso || Math.max(le.y, re.y) > shoulders) return false;
  const elbows = ((le.x - re.x) * way) / torso;
  if ((rw.x - lw.x) * way > CROSSED.passed * torso) return elbows > CROSSED.elbows;
  const raised = Math.max(le.y, re.y) < shoulders - CROSSED.raised * torso;
  return raised && elbows > CROSSED.wide && distance(lw, rw) < CROSSED.meet * torso;
}

const within = (target: Target, at: Point | null): boolean => at !== null && distance(target, at) <= target.radius;

function stepTake(hands: Hands, sight: Sight, seconds: number, live: boolean): Stepped {
  const is = live && isCrossedOverhead(sight.pose);
  const was = hands.last !== null && isCrossedOverhead(hands.last.pose);
  const held = is && was && wristsOf(hands.last, sight, seconds).every((wrist) => wrist.held);
  const crossed = live ? fillRing(hands.crossed, { held, away: !is }, seconds) : SPENT_RING;
  const fired = crossed.fill >= 1;
  return {
    hands: { rings: rings(SPENT_RING), crossed: fired ? SPENT_RING : crossed, last: sight },
    fired: fired ? "pause" : null,
  };
}

/** One look at the hands: how full each ring is now, and the gesture that was just completed, once. */
export function stepHands(hands: Hands, sight: Sight, live: Live): Stepped {
  const seconds = hands.last ? sight.cameraTime - hands.last.cameraTime : 0;
  if (live.in !== "rest") return stepTake(hands, sight, seconds, live.in === "take");
  const wrists = wristsOf(hands.last, sight, seconds);
  const filled = { ...hands.rings };
  for (const gesture of GESTURES) {
    // A ring that does not hang now has no hand in it.
    const target = live.targets.find((one) => one.gesture === gesture);
    const held = !!target && wrists.some((w) => w.held && within(target, w.at) && within(target, w.was));
    const away = !target || !wrists.some((w) => within(target, w.at));
    filled[gesture] = fillRing(hands.rings[gesture], { held, away }, seconds);
  }
  const fired = GESTURES.find((gesture) => filled[gesture].fill >= 1) ?? null;
  return { hands: { rings: fired ? rings(SPENT_RING) : filled, crossed: SPENT_RING, last: sight }, fired };
}

/** Song time in seconds at which dancing this track at `rate` would pause itself; null where arms crossed may be heeded. */
export function pausesItself(track: Track, rate: number): number | null {
  let hands = OPEN_HANDS;
  for (const { time, pose } of track) {
    const step = stepHands(hands, { cameraTime: time / rate, pose }, { in: "take" });
    if (step.fired) return time;
    hands = step.hands;
  }
  return null;
}
