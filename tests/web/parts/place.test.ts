import { describe, expect, test } from "vitest";
import { SETUP_HINTS } from "#dance/practice/framing.ts";
import { placeWords } from "../../../web/parts/stage-setup.tsx";
import { framingOf } from "../../../web/stage/framing.ts";
import { wordsIn } from "../../../web/words/index.ts";
import { stick } from "../../dance/practice/stick.ts";

const en = wordsIn("en");

describe("what is said of the place before the camera", () => {
  test("who sits is never asked for feet, legs or a step", () => {
    for (const hint of [null, ...SETUP_HINTS.filter((hint) => hint !== "feet")])
      expect(placeWords(en, "whole", hint, true).join(" ")).not.toMatch(/feet|leg|step|stand /i);
  });
  test("who stands is told of legs that cannot be seen, whatever else is amiss", () => {
    expect(placeWords(en, "no-legs", "near", false)[0]).toBe("I can't see your legs");
    expect(placeWords(en, "whole", "near", false)[0]).toBe("Too close");
  });
  test("of one who sits the upper body is the whole", () => {
    const upper = stick({ unseen: ["left_knee", "right_knee", "left_ankle", "right_ankle"] });
    expect([framingOf(upper, "seated"), framingOf(upper, "standing")]).toEqual(["whole", "no-legs"]);
    expect(placeWords(en, "whole", null, true)[0]).toBe("I see your upper body");
  });
});
