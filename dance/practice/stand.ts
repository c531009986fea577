import type { Pose } from "../pose/pose.ts";
import { distance, middleOf, type Point, pointOf, type Sight, torsoOf } from "./body.ts";
import { placeTargets, type Target } from "./gesture.ts";

/** Where rings are hung about a dancer: seconds, and lengths in torsos of the dancer. */
export const STAND = {
  /** She stands still with her hands down for so long before they are hung about her. */
  seconds: 0.6,
  /** Still is to sway less than this. */
  sway: 0.25,
  /** Hands are down when they are so far below the shoulders, or not seen. */
  down: 0.5,
  /** They stay while she is no further from where she stood: reaching out leans. */
  lean: 0.5,
  /** They stay while she looks no larger or smaller than by this factor. */
  grown: 1.3,
  /** Unseen for so long, she is gone. */
  goneSeconds: 1,
  /** A ring that would hang outside of what is shown is drawn in so far; further, there is none. */
  drawnIn: 0.35,
} as const;

/** The part of the picture that is shown; in picture heights, as the camera sees it. */
export interface Shown {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Body {
  /** Middle of the shoulders. */
  readonly at: Point;
  readonly torso: number;
}

export interface Stand {
  /** The rings that hang; none while the dancer walks or is away. */
  readonly targets: readonly Target[];
  /** The body that they were hung about. */
  readonly hung: Body | null;
  readonly still: (Body & { readonly since: number }) | null;
  readonly seenAt: number;
}

/** Nobody has stood there yet. */
export const OPEN_STAND: Stand = { targets: [], hung: null, still: null, seenAt: Number.NEGATIVE_INFINITY };

function bodyOf(pose: Pose): Body | null {
  const at = middleOf(pose, "left_shoulder", "right_shoulder");
  const torso = torsoOf(pose);
  return at && torso ? { at, torso } : null;
}

const isWithin = (was: Body | null, now: Body, bound: number): was is Body =>
  was !== null &&
  distance(was.at, now.at) <= bound * was.torso &&
  now.torso <= was.torso * STAND.grown &&
  was.torso <= now.torso * STAND.grown;

const areHandsDown = (pose: Pose, { at, torso }: Body): boolean =>
  (["left_wrist", "right_wrist"] as const).every((name) => {
    const wrist = pointOf(pose, name);
    return wrist === null || wrist.y > at.y + STAND.down * torso;
  });

/** The ring where it is shown whole; null where it would come too near to the body. */
function drawIn(target: Target, torso: number, shown: Shown): Target | null {
  const inside = (value: number, low: number, high: number) =>
    Math.min(high - target.radius, Math.max(low + target.radius, value));
  const at = { x: inside(target.x, shown.left, shown.right), y: inside(target.y, shown.top, shown.bottom) };
  return distance(at, target) <= STAND.drawnIn * torso ? { ...target, ...at } : null;
}

/** One look at the dancer: rings are hung about her where she stands at ease, and come down when she leaves. */
export function stepStand(stand: Stand, { cameraTime, pose }: Sight, shown: Shown): Stand {
  const body = bodyOf(pose);
  if (!body) return cameraTime - stand.seenAt > STAND.goneSeconds ? OPEN_STAND : stand;
  const eased = isWithin(stand.still, body, STAND.sway) && areHandsDown(pose, body);
  const still = eased && stand.still ? stand.still : { ...body, since: cameraTime };
  const seen = { still, seenAt: cameraTime };
  if (isWithin(stand.hung, body, STAND.lean)) return { ...stand, ...seen };
  if (cameraTime - still.since < STAND.seconds) return { ...seen, targets: [], hung: null };
  const targets = placeTargets(pose).flatMap((target) => drawIn(target, body.torso, shown) ?? []);
  return { ...seen, targets, hung: body };
}
