import type { Pose } from "../pose/pose.ts";
import { type Point, pointOf, torsoOf } from "./body.ts";
import { standOf } from "./framing.ts";

/** When somebody who is seen dances with the others; seconds of the camera's clock, lengths in picture heights. */
export const ROSTER = {
  /** A crew is at least so many, and at most so many are seen at once. */
  least: 2,
  most: 6,
  /** Seen for so long is somebody; unseen for so long has left, before the dance. */
  joins: 0.6,
  leaves: 2,
  /** Unseen for so long is told in the dance. */
  gone: 0.8,
  /** How near a keypoint may come to the border, and the shoulders to the hips. */
  border: 0.015,
  far: 0.075,
} as const;

/** What would better somebody's place, most urgent first. */
export const STANDER_HINTS = ["far", "side", "head", "feet"] as const;
export type StanderHint = (typeof STANDER_HINTS)[number];

/** Somebody before the camera. */
export interface Stander {
  /** As they are followed. */
  readonly id: number;
  /** 1..6, as they are called: the lowest that was free. */
  readonly number: number;
  /** As seen last. */
  readonly pose: Pose;
  readonly seenAt: number;
  readonly hint: StanderHint | null;
}

export interface Roster {
  readonly standers: readonly Stander[];
  /** Seen, but not for long enough: since when. */
  readonly coming: ReadonlyMap<number, number>;
  readonly cameraTime: number;
}

/** Nobody is there yet. */
export const OPEN_ROSTER: Roster = { standers: [], coming: new Map(), cameraTime: Number.NEGATIVE_INFINITY };

/** What the camera sees at one moment. */
export interface RosterLook {
  /** Seconds of the camera's clock, from any beginning. */
  readonly cameraTime: number;
  /** Whom it sees, by how they are followed. */
  readonly bodies: readonly { readonly id: number; readonly pose: Pose }[];
  /** Width of the picture by its height. */
  readonly aspect: number;
  /** In the dance nobody comes and nobody goes: whoever is not seen keeps the number. */
  readonly dancing: boolean;
}

/** One look of the camera: who stands there now. Those who come together are numbered as in a mirror, from the left. */
export function stepRoster(roster: Roster, { cameraTime, bodies, aspect, dancing }: RosterLook): Roster {
  const seen = new Map(bodies.map(({ id, pose }) => [id, pose]));
  const stay = roster.standers.flatMap((it): Stander[] => {
    const pose = seen.get(it.id);
    if (pose) return [{ ...it, pose, seenAt: cameraTime, hint: hintOf(pose, aspect) }];
    return dancing || cameraTime - it.seenAt < ROSTER.leaves ? [it] : [];
  });
  if (dancing) return { standers: stay, coming: new Map(), cameraTime };
  const strangers = bodies.filter(({ id }) => !stay.some((it) => it.id === id));
  const coming = new Map(strangers.map(({ id }) => [id, roster.coming.get(id) ?? cameraTime]));
  const taken = new Set(stay.map((it) => it.number));
  const joined = strangers
    .filter(({ id }) => cameraTime - (coming.get(id) ?? cameraTime) >= ROSTER.joins)
    .sort((a, b) => acrossOf(b.pose) - acrossOf(a.pose))
    .flatMap(({ id, pose }): Stander[] => {
      const number = NUMBERS.find((it) => !taken.has(it));
      if (number === undefined) return [];
      taken.add(number);
      coming.delete(id);
      return [{ id, number, pose, seenAt: cameraTime, hint: hintOf(pose, aspect) }];
    });
  return { standers: [...stay, ...joined].sort((a, b) => a.number - b.number), coming, cameraTime };
}

const NUMBERS = Array.from({ length: ROSTER.most }, (_, i) => i + 1);
const acrossOf = (pose: Pose): number => standOf(pose)?.x ?? 0;

/** Who of them has not been seen for a while. */
export const goneOf = ({ standers, cameraTime }: Roster): readonly Stander[] =>
  standers.filter(({ seenAt }) => cameraTime - seenAt >= ROSTER.gone);

function hintOf(pose: Pose, aspect: number): StanderHint | null {
  const torso = torsoOf(pose);
  if (torso !== null && torso < ROSTER.far) return "far";
  const middle = standOf(pose);
  const wide = torso ?? 0.15;
  if (middle && (middle.x < wide * 0.5 || middle.x > aspect - wide * 0.5)) return "side";
  const inside = (point: Point | null) => point !== null && point.y > ROSTER.border && point.y < 1 - ROSTER.border;
  if (!inside(pointOf(pose, "nose"))) return "head";
  return inside(pointOf(pose, "left_ankle")) || inside(pointOf(pose, "right_ankle")) ? null : "feet";
}
