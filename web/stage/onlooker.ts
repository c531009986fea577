import { POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import { eighthsOf } from "#dance/practice/dwell.ts";
import type { Stance } from "#dance/practice/framing.ts";
import { type Gesture, type Live, OPEN_HANDS, pausesItself, stepHands } from "#dance/practice/gesture.ts";
import { SPEEDS } from "#dance/practice/ladder.ts";
import { OPEN_SETUP, stepSetup } from "#dance/practice/setup.ts";
import { OPEN_STAND, type Shown, stepStand } from "#dance/practice/stand.ts";
import type { Sighting } from "../detector/types.ts";
import type { Ring } from "./draw-rings.ts";
import { SteadyFraming } from "./framing.ts";
import type { HandOffers, StageState } from "./types.ts";

const NOBODY: Pose = new Float32Array(POSE_SIZE);

/** In which way hands are watched in each state. */
const WATCHED: Readonly<Record<StageState, Live["in"]>> = {
  setup: "rest",
  "given-up": "rest",
  ended: "rest",
  paused: "rest",
  "count-in": "nothing",
  dancing: "take",
};

/** Watches the dancer for all but the dance: how she stands before the camera, and what her hands ask for. */
export class Onlooker {
  offers: HandOffers = {};
  /** Arms crossed overhead pause a take: not in a dance that holds them so itself, at its slowest. */
  heedsArms: boolean;
  stance: Stance = "standing";
  private readonly framing = new SteadyFraming();
  private setup = OPEN_SETUP;
  private stand = OPEN_STAND;
  private hands = OPEN_HANDS;

  constructor(track: Track) {
    this.heedsArms = pausesItself(track, SPEEDS[0]) === null;
  }

  get view() {
    const reaching = Object.values(this.hands.rings).some(({ fill }) => fill > 0);
    return { framing: this.framing.value, hint: this.setup.hint, reaching, ringed: this.rings.length > 0 };
  }

  /** How much of the body is seen, and between takes the setup check; `aspect` is the picture's width by its height. */
  lookAtPlace({ at, pose }: Sighting, aspect: number, resting: boolean): void {
    this.framing.hear(pose, this.stance);
    if (!resting) return;
    const scene = { cameraTime: at / 1000, poses: pose ? [pose] : [], aspect, stance: this.stance };
    this.setup = stepSetup(this.setup, scene);
  }

  /** The gesture that was completed in this look, if one was. */
  lookAtHands({ at, pose }: Sighting, state: StageState, shown: Shown): Gesture | null {
    const sight = { cameraTime: at / 1000, pose: pose ?? NOBODY };
    const watched = state === "dancing" && !this.heedsArms ? "nothing" : WATCHED[state];
    this.stand = watched === "rest" ? stepStand(this.stand, sight, shown) : OPEN_STAND;
    const targets = this.stand.targets.filter(({ gesture }) => this.offers[gesture]);
    const { hands, fired } = stepHands(
      this.hands,
      sight,
      watched === "rest" ? { in: watched, targets } : { in: watched },
    );
    this.hands = hands;
    return fired;
  }

  /** The rings that hang now, with what they offer and how full they are. */
  get rings(): readonly Ring[] {
    return this.stand.targets.flatMap(({ gesture, x, y, radius }) => {
      const offer = this.offers[gesture];
      return offer ? { x, y, radius, filled: eighthsOf(this.hands.rings[gesture]), ...offer } : [];
    });
  }

  /** Eighths of the time that arms have been crossed overhead in a take. */
  get crossed(): number {
    return eighthsOf(this.hands.crossed);
  }
}
