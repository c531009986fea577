import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BONES } from "#dance/choreo/body/bones.ts";
import { photograph, project } from "#dance/choreo/body/camera.ts";
import { CHANNEL_NAMES, CHANNELS, NEUTRAL, type Posture, SIDES } from "#dance/choreo/body/posture.ts";
import { type Joints, skeleton } from "#dance/choreo/body/skeleton.ts";
import { add, degreesBetween, distance, length, type Vec } from "#dance/choreo/body/vec.ts";
import { mirrorPhrase, PHRASES } from "#dance/choreo/words/lexicon.ts";
import { AT, type KEYPOINTS } from "#dance/pose/keypoints.ts";
import { mirrorPose } from "#dance/pose/pose.ts";

const phrases = fc.array(fc.constantFrom(...PHRASES.keys()), { maxLength: 12 });
const posed = (list: readonly string[]): Posture =>
  list.reduce((posture, phrase) => PHRASES.get(phrase)?.posture?.(posture) ?? posture, NEUTRAL);
const flexion = (a: Vec, b: Vec, c: Vec): number => degreesBetween(add(b, a, -1), add(c, b, -1));

/** Every bone's two ends and its length in metres. */
function bones(j: Joints): [Vec, Vec, number][] {
  const trunk: [Vec, Vec, number][] = [
    [j.pelvis, j.waist, BONES.lowerSpine],
    [j.waist, j.neck, BONES.upperSpine],
    [j.legs.left.hip, j.legs.right.hip, 2 * BONES.hipHalf],
  ];
  const limbs = SIDES.flatMap((side): [Vec, Vec, number][] => {
    const [arm, leg] = [j.arms[side], j.legs[side]];
    return [
      [j.neck, arm.shoulder, BONES.clavicle],
      [arm.shoulder, arm.elbow, BONES.upperArm],
      [arm.elbow, arm.wrist, BONES.forearm],
      [leg.hip, leg.knee, BONES.thigh],
      [leg.knee, leg.ankle, BONES.shin],
    ];
  });
  return [...trunk, ...limbs];
}

describe("whatever the notation asks of it", () => {
  test("no bone changes its length", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        for (const [a, b, size] of bones(skeleton(posed(list)))) expect(distance(a, b)).toBeCloseTo(size, 6);
      }),
    );
  });

  test("no joint goes beyond its limit", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        const posture = posed(list);
        const joints = skeleton(posture);
        for (const name of CHANNEL_NAMES) {
          expect(posture.channels[name]).toBeGreaterThanOrEqual(CHANNELS[name][0]);
          expect(posture.channels[name]).toBeLessThanOrEqual(CHANNELS[name][1]);
        }
        for (const side of SIDES) {
          const { shoulder, elbow, wrist } = joints.arms[side];
          const { hip, knee, ankle } = joints.legs[side];
          expect(flexion(shoulder, elbow, wrist)).toBeLessThanOrEqual(150);
          expect(flexion(hip, knee, ankle)).toBeLessThanOrEqual(150);
          expect(length(posture.arms[side].upper)).toBeCloseTo(1, 6);
          expect(posture.arms[side].upper[2]).toBeGreaterThan(-0.7); // no shoulder lets the arm go straight back
        }
      }),
    );
  });

  test("the feet stay on or above the floor and the pelvis above the ankles", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        const { legs, pelvis } = skeleton(posed(list));
        for (const side of SIDES) expect(legs[side].ankle[1]).toBeGreaterThan(BONES.ankle - 0.005);
        expect(pelvis[1]).toBeGreaterThan(0.3);
      }),
      { examples: [[["star", "sit left"]]] },
    );
  });

  test("the other side is the mirror image", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        const one = photograph(skeleton(posed(list)));
        const other = photograph(skeleton(posed(list.map(mirrorPhrase))));
        const image = mirrorPose(other, 2 / 3);
        for (let i = 0; i < one.length; i++) expect(image[i]).toBeCloseTo(one[i] as number, 4);
      }),
    );
  });
});

describe("what the camera sees", () => {
  const at = (posture: Posture, name: (typeof KEYPOINTS)[number]) => {
    const pose = photograph(skeleton(posture));
    return { x: pose[AT[name] * 3] as number, y: pose[AT[name] * 3 + 1] as number };
  };

  test("a dancer at ease fills about three quarters of the picture's height, and raised hands still fit in", () => {
    const crown = project([0, 1.7, 0])[1];
    const floor = project([0, 0, 0])[1];
    expect(floor - crown).toBeCloseTo(0.72, 2);
    expect(floor).toBeLessThan(1);
    expect(at(posed(["arms up", "heels up"]), "left_wrist").y).toBeGreaterThan(0);
  });

  test("the dancer's left is at picture right", () => {
    expect(at(NEUTRAL, "left_shoulder").x).toBeGreaterThan(at(NEUTRAL, "right_shoulder").x);
    expect(at(posed(["left arm side"]), "left_wrist").x - at(NEUTRAL, "left_wrist").x).toBeGreaterThan(0.1);
    expect(at(posed(["hips left"]), "left_hip").x).toBeGreaterThan(at(NEUTRAL, "left_hip").x + 0.02);
  });

  test("bent knees bring the hips down and the knees apart, not the feet", () => {
    const [high, low] = [posed(["feet apart"]), posed(["feet apart", "knees deep", "knees out"])];
    expect(at(low, "left_hip").y).toBeGreaterThan(at(high, "left_hip").y + 0.06);
    expect(at(low, "left_knee").x).toBeGreaterThan(at(high, "left_knee").x + 0.03);
    expect(at(low, "left_ankle").x).toBeCloseTo(at(high, "left_ankle").x, 5);
  });
});
