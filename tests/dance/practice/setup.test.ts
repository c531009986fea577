import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SetupHint, Stance } from "#dance/practice/framing.ts";
import { OPEN_SETUP, stepSetup } from "#dance/practice/setup.ts";
import { LANDSCAPE, show } from "./show.ts";
import { looks, type Stick, stick } from "./stick.ts";

const standing = (how: Stick, seconds = 3, stance: Stance = "standing") =>
  show(() => [stick(how)], seconds, OPEN_SETUP, stance).setup;

describe("the dancer's place", () => {
  test("a dancer in the middle, whole and steady for a second, is ready", () => {
    const { seen } = show(() => [stick()], 2);
    expect(seen.at(-1)).toMatchObject({ ready: true, hint: null, people: 1, steady: 1 });
    const first = seen.findIndex((s) => s.ready) / 15;
    expect(first).toBeGreaterThanOrEqual(0.99);
    expect(first).toBeLessThan(1.3);
  });
  test.each<[string, Stick, SetupHint]>([
    ["too near: step back", { torso: 0.3, hips: 0.6 }, "near"],
    ["with hips below the picture: step back", { unseen: ["left_hip", "right_hip"] }, "near"],
    ["too far: come closer", { torso: 0.08 }, "far"],
    ["in the dark", { confidence: 0.25 }, "dark"],
    ["with feet cut off", { hips: 0.75 }, "feet"],
    ["with feet behind a chair", { unseen: ["left_ankle"] }, "feet"],
    ["with the head cut off", { hips: 0.27 }, "head"],
    ["on the picture's right: a step to their own right", { x: 1.4 }, "right"],
    ["on the picture's left: a step to their own left", { x: 0.3 }, "left"],
    ["hardly there at all", { confidence: 0.05 }, "nobody"],
  ])("a dancer %s", (_, how, hint) => {
    expect(standing(how)).toMatchObject({ hint, ready: false });
  });
  test("an empty room says that nobody is there", () => {
    expect(show(() => [], 2).setup).toMatchObject({ hint: "nobody", ready: false, people: 0 });
  });
  test("a seated dancer is asked neither for feet nor for hips behind the table", () => {
    const seated: Stick = { torso: 0.3, hips: 0.8, unseen: ["left_hip", "right_hip", "left_ankle", "right_ankle"] };
    expect(standing(seated, 3, "seated")).toMatchObject({ hint: null, ready: true });
    expect(standing(seated, 3)).toMatchObject({ hint: "near", ready: false });
  });
});

describe("steadiness", () => {
  test("a dancer who still walks about is not ready, and is when standing", () => {
    const walking = show((t) => [stick({ x: 0.89 + 0.2 * Math.sin(4 * t) })], 5);
    expect(walking.seen.some((s) => s.ready)).toBe(false);
    expect(show(() => [stick()], 1.2, walking.setup).setup.ready).toBe(true);
  });
  test("who is ready stays ready while swaying to the music, until they leave their place", () => {
    const ready = standing({});
    const swaying = show((t) => [stick({ x: 0.89 + 0.08 * Math.sin(5 * t) })], 4, ready);
    expect(swaying.seen.every((s) => s.ready)).toBe(true);
    expect(show(() => [stick({ x: 0.2 })], 1, swaying.setup).setup).toMatchObject({ ready: false, hint: "left" });
  });
  test("a camera that was silent for two seconds begins the second again", () => {
    const almost = show(() => [stick()], 0.9).setup;
    const late = stepSetup(almost, { cameraTime: 3, poses: [stick()], aspect: LANDSCAPE, stance: "standing" });
    expect(late).toMatchObject({ ready: false, steady: 0 });
  });
  test("a clock that goes backwards begins again and breaks nothing", () => {
    const back = stepSetup(standing({ torso: 0.3 }), {
      cameraTime: -5,
      poses: [stick()],
      aspect: LANDSCAPE,
      stance: "standing",
    });
    expect(back.ready).toBe(false);
    let setup = back;
    for (const t of looks(15, 2, -4.9)) {
      setup = stepSetup(setup, { cameraTime: t, poses: [stick()], aspect: LANDSCAPE, stance: "standing" });
    }
    expect(setup.ready).toBe(true);
  });
});

describe("hints do not flicker", () => {
  test.each<[SetupHint, (swing: number) => Stick]>([
    ["near", (swing) => ({ torso: 0.26 + 0.004 * swing, hips: 0.55 })],
    ["far", (swing) => ({ torso: 0.11 + 0.003 * swing })],
    ["dark", (swing) => ({ confidence: 0.35 + 0.01 * swing })],
    ["nobody", (swing) => ({ confidence: 0.12 + 0.004 * swing })],
    ["head", (swing) => ({ hips: 0.2955 + 0.004 * swing })],
    ["feet", (swing) => ({ hips: 0.6665 + 0.004 * swing })],
    ["right", (swing) => ({ x: 1.1734 + 0.015 * swing })],
    ["left", (swing) => ({ x: 0.6044 + 0.015 * swing })],
  ])("a dancer who sways slowly about the bound of '%s' is told once, and it stays", (hint, how) => {
    const { seen } = show((t) => [stick(how(Math.sin(1.5 * t)))], 20);
    const from = seen.findIndex((s, i) => i > 12 && s.hint === hint);
    expect(from).toBeGreaterThan(-1);
    expect(seen.slice(from).every((s) => s.hint === hint)).toBe(true);
  });
  test("one look in which the camera lost the dancer says nothing", () => {
    const { seen } = show((t) => (Math.abs(t - 2) < 0.03 ? [] : [stick()]), 4);
    expect(seen.slice(20).every((s) => s.hint === null && s.ready)).toBe(true);
  });
  test("however wildly things change, a hint stays long enough to be read", () => {
    const how = fc.constantFrom<Stick>({}, { torso: 0.3 }, { torso: 0.08 }, { confidence: 0.05 }, { x: 1.5 });
    const part = fc.tuple(how, fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 20 }), (parts) => {
        const list = parts.flatMap(([one, many]) => Array.from({ length: many }, () => one));
        const { seen } = show((t) => [stick(list[Math.round(t * 15)] ?? {})], list.length / 15);
        let since: number | null = null;
        for (const [i, s] of seen.entries()) {
          const was = seen[i - 1];
          if (!was || s.hint === was.hint) continue;
          if (was.hint !== null && since !== null) expect(i / 15 - since).toBeGreaterThanOrEqual(1.19);
          since = i / 15;
        }
      }),
    );
  });
});
