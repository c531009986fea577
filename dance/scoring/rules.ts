/**
 * Every number of the judging that was chosen, with its reason. Changing one changes results: raise RULES_VERSION.
 * Directions are in units of the limb's own length: 0.1 is about 6 degrees across. All lie on a plateau: a fifth
 * more or less of any of them moves no figure of the measurements by more than a point or two.
 */
export const RULES = {
  /** Cells (1/15 s) on either side of a keyframe that are compared: 2 s, one eight-count at 120 bpm in all. */
  reach: 30,
  /** Cells on either side over which velocity is taken: 0.27 s in all, above the detector's trembling. */
  stride: 2,
  /** Camera and dancer rarely face each other squarely, which shifts limbs sideways, not up or down: this weight for sideways errors. */
  sideways: 0.25,
  /** Mean squared error of the movement at which a limb has lost half: 0.55 of its length, 32 degrees. */
  movementHalf: 0.3,
  /** Mean squared offset of the posture at which a limb has lost half: 0.37 of its length, 22 degrees. */
  postureHalf: 0.14,
  /** Offset of posture that nobody sees: 3 degrees. */
  postureFree: 0.05,
  /** What wrong posture, wrong vigour and wrong rhythm weigh beside wrong movement (1). */
  posture: 1.3,
  vigour: 0.4,
  rhythm: 1,
  /** Mean squared speed (lengths per 0.27 s) from which vigour is compared: below lies the detector's trembling. */
  vigourFrom: 0.016,
  /** What straying weighs beside wrong movement: moving where the reference holds still. */
  stray: 2.5,
  /** Mean squared error of the movement at which a still limb has strayed by half: 0.06 of its length, 4 degrees. */
  strayHalf: 0.004,
  /** How much more is allowed to a limb that moves, by its mean squared speed. */
  straySpeed: 3,
  /** Sideways errors weigh less still than in movement: of a limb that moves, a camera off to the side makes many. */
  straySideways: 0.1,
  /** What straying of head, trunk and shoulders weighs beside a limb's: who strains, or takes part by half, shows it there. */
  axisHead: 3,
  axisTrunk: 4,
  axisShoulders: 5,
  /** The same as straySpeed: they hardly ever move fast, and are carried along by what does. */
  axisSpeed: 8,
  /** Of the trunk more is seen from the side, of the shoulders' line nothing: it only tilts. */
  trunkSideways: 0.25,
  shouldersSideways: 0,
  /** How much of the detector's trembling is taken off the error: a little more than is measured, in doubt for the dancer. */
  trembling: 1.2,
  /** Loss at which a third of the points is left, whatever the dance; two unrelated dances lose 1.6 to 2.7. */
  loss: 1.42,
  /** How much a slip costs at the very top, beside the cube: without it all good dancers would have 100. */
  slip: 0.15,
  /** Share of the reference's speed below which a limb did not dance, and from which it did fully. */
  speedNone: 0.1,
  speedFull: 0.7,
  /** A limb that does not dance counts as if it danced this share: the whole must not vanish for one limb. */
  speedLeast: 0.1,
  /** A limb below this mean squared speed holds still, whatever the detector says. */
  holding: 0.018,
  /** Weight of a limb that does not move, beside the spread of one that does (about 0.3). */
  stillWeight: 0.02,
  /** Seconds late or early that cost nothing, and over which half is lost beyond them (cubic: soft, then steep). */
  onTime: 0.14,
  halfLate: 0.2,
  /** What a lag of 0.6 s must gain in synchrony to be believed. */
  lagDoubt: 0.1,
  /** What is not seen is taken to be this much worse than the rest of the keyframe: hiding must not pay. */
  hidden: 1.1,
  /** Share of a keyframe that must have been seen to be judged. */
  coverage: 0.25,
  /**
   * Share of the points from which an arm or a leg dances, and the share of its own that must be seen: with less, nobody can
   * say that it did not stand still. A foot out of the picture leaves 0.46 and more of its leg.
   */
  limbWorth: 0.05,
  limbShown: 0.4,
} as const;
