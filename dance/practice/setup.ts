import type { Pose } from "../pose/pose.ts";
import { type Alone, isCrowded, OPEN_ALONE, stepAlone } from "./alone.ts";
import { distance, type Point } from "./body.ts";
import { chooseDancer, lookAt, type SetupHint, type Stance, standOf } from "./framing.ts";

/** Seconds and picture heights of the setup check. */
export const SETUP = {
  /** A new hint must be true this long before it replaces what is shown. */
  hintSeconds: 0.4,
  /** A hint stays at least so long, so that it can be read, and spoken to its end. */
  shownSeconds: 1.2,
  /** Standing still and well placed for so long is ready. */
  readySeconds: 1,
  /** Swaying less than this is standing still. */
  sway: 0.05,
  /** Where the camera was silent for longer, every waiting begins again. */
  gapSeconds: 0.5,
} as const;

/** What the camera sees at one moment; several people may stand there. */
export interface Scene {
  /** Seconds of the camera's clock, from any beginning. */
  readonly cameraTime: number;
  readonly poses: readonly Pose[];
  /** Width of the picture by its height. */
  readonly aspect: number;
  readonly stance: Stance;
}

export interface Setup {
  /** What to tell the dancer; null where there is nothing to better. */
  readonly hint: SetupHint | null;
  /** Well placed and steady long enough; stays so until a hint is shown again. */
  readonly ready: boolean;
  /** How much of the steady second has passed, 0..1, for a ring on the screen. */
  readonly steady: number;
  /** The body that is kept, and how many are seen: more than one is worth a word, not a stop. */
  readonly dancer: Pose | null;
  readonly people: number;
  /** Where a detector of one body takes turns to see two. */
  readonly alone: Alone;
  readonly cameraTime: number | null;
  readonly shownAt: number;
  /** What would be shown instead, and since when. */
  readonly waiting: { readonly hint: SetupHint | null; readonly since: number };
  readonly still: { readonly at: Point; readonly since: number } | null;
}

/** Before the camera has shown anything: nobody is there yet. */
export const OPEN_SETUP: Setup = {
  hint: "nobody",
  ready: false,
  steady: 0,
  dancer: null,
  people: 0,
  alone: OPEN_ALONE,
  cameraTime: null,
  shownAt: Number.NEGATIVE_INFINITY,
  waiting: { hint: "nobody", since: 0 },
  still: null,
};

function stillness(setup: Setup, at: Point | null, now: number, fresh: boolean): Setup["still"] {
  if (!at) return null;
  const { still } = setup;
  return still && !fresh && distance(still.at, at) <= SETUP.sway ? still : { at, since: now };
}

/** One look of the camera: what to tell the dancer now, and whether the take may begin. */
export function stepSetup(setup: Setup, scene: Scene): Setup {
  const now = scene.cameraTime;
  const passed = setup.cameraTime === null ? Number.POSITIVE_INFINITY : now - setup.cameraTime;
  const fresh = !(passed >= 0 && passed <= SETUP.gapSeconds);
  const kept = setup.dancer && standOf(setup.dancer);
  const { dancer, people } = chooseDancer(scene.poses, scene.aspect, kept);
  const alone = stepAlone(setup.alone, dancer, now);
  const found = isCrowded(alone) ? "alone" : lookAt(dancer, scene.aspect, scene.stance, setup.hint);
  const waiting = found === setup.waiting.hint && !fresh ? setup.waiting : { hint: found, since: now };
  const shownAt = fresh ? Number.NEGATIVE_INFINITY : setup.shownAt;
  const stays = setup.hint !== null && now - shownAt < SETUP.shownSeconds;
  const changes = waiting.hint !== setup.hint && !stays && now - waiting.since >= SETUP.hintSeconds;
  const hint = changes ? waiting.hint : setup.hint;
  const still = stillness(setup, found === null ? dancer && standOf(dancer) : null, now, fresh);
  const well = still ? Math.min(1, (now - still.since) / SETUP.readySeconds) : 0;
  return {
    hint,
    ready: hint === null && (setup.ready || well >= 1),
    steady: hint === null ? well : 0,
    dancer,
    people,
    alone,
    cameraTime: now,
    shownAt: changes ? now : shownAt,
    waiting,
    still,
  };
}
