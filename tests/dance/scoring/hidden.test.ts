import { expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { BOARD_COVERAGE } from "#dance/practice/board.ts";
import { ownResult } from "#dance/scoring/own.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const AMATEUR: Manner = { late: 0.03, wobble: 0.08, amplitude: 0.8, noise: 0.006 };
const LEFT_LEG = [AT.left_knee, AT.left_ankle];
const UPRIGHT = { mirror: false, seated: false };

/** The same dance with one leg held still below the hip, and hidden. */
const lame = (frames: readonly PoseFrame[]): PoseFrame[] =>
  frames.map(({ time, pose }) => {
    const out = pose.slice();
    LEFT_LEG.forEach((joint, i) => {
      out[joint * 3] = pose[AT.left_hip * 3] ?? 0;
      out[joint * 3 + 1] = (pose[AT.left_hip * 3 + 1] ?? 0) + 0.14 * (i + 1);
      out[joint * 3 + 2] = 0;
    });
    return { time, pose: out };
  });

test("who keeps one leg still and hides it is told so, in every section, however much of the rest was seen", () => {
  for (const each of ROUTINES)
    for (let section = WHOLE; section < each.sections.length; section++) {
      const result = rejudge(prepare(each, section), lame(perform(each.track, AMATEUR)), UPRIGHT);
      expect([each.slug, section, result.hidden]).toEqual([each.slug, section, ["left_leg"]]);
      expect(result.coverage).toBeGreaterThan(BOARD_COVERAGE);
      expect(result.score).toBeGreaterThan(0.8 * FULL_SCORE);
    }
});

test("who was seen whole, whose feet are out of the picture, of whom a poor camera loses much, who sits behind a desk: nothing hidden", () => {
  for (const each of ROUTINES)
    for (let section = WHOLE; section < each.sections.length; section++) {
      const reference = prepare(each, section);
      const of = (manner: Manner, seated = false) =>
        rejudge(reference, perform(each.track, { ...AMATEUR, ...manner }), { mirror: false, seated }).hidden;
      const feet = [AT.left_ankle, AT.right_ankle];
      const desk = [AT.left_hip, AT.right_hip, ...LEFT_LEG, AT.right_knee, AT.right_ankle];
      expect([each.slug, section, of({}), of({ hidden: feet }), of({ lost: 0.4 }), of({ hidden: desk }, true)]).toEqual(
        [each.slug, section, undefined, undefined, undefined, undefined],
      );
    }
});

test("a leg that is out of sight now and then is not hidden, and a dancer who mirrors reads of the own leg", () => {
  const [easy] = ROUTINES;
  if (!easy) throw new Error("there are no routines");
  const reference = prepare(easy, WHOLE);
  const danced = perform(easy.track, AMATEUR);
  const hidden = lame(danced);
  const half = danced.map((frame, i) => (frame.time % 8 < 4 ? frame : (hidden[i] ?? frame)));
  expect(rejudge(reference, half, UPRIGHT).hidden).toBeUndefined();
  const result = rejudge(reference, hidden, UPRIGHT);
  expect(ownResult(result, true).hidden).toEqual(["right_leg"]);
});
