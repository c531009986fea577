import { describe, expect, test } from "vitest";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { isCrossedOverhead, type Live, pausesItself, placeTargets } from "#dance/practice/gesture.ts";
import { SPEEDS } from "#dance/practice/ladder.ts";
import { CROSSED, looks, type Stick, stick } from "./stick.ts";
import { watch } from "./watch-hands.ts";

const rest: Live = { in: "rest", targets: placeTargets(stick()) };
const take: Live = { in: "take" };

describe("arms crossed overhead", () => {
  test("held in a take, they pause it, once", () => {
    const { fired } = watch(looks(30, 5), () => stick(CROSSED), take);
    expect(fired).toHaveLength(1);
    expect(fired[0]).toMatchObject({ gesture: "pause" });
    expect(fired[0]?.at).toBeCloseTo(1.2, 1);
  });
  test("seen from behind they are crossed as well", () => {
    const pose = stick(CROSSED);
    const behind = pose.map((value, i) => (i % 3 === 0 ? 1.78 - value : value));
    expect(isCrossedOverhead(behind)).toBe(true);
  });
  test.each<[string, Stick]>([
    ["both arms straight up", { left: { out: 0.2, up: 1 }, right: { out: 0.2, up: 1 } }],
    ["hands on the head", { left: { out: 0.05, up: 0.5 }, right: { out: 0.05, up: 0.5 } }],
    ["arms that make a roof", { left: { out: 0.2, up: 0.8 }, right: { out: 0.2, up: 0.8 } }],
    ["arms crossed before the chest", { left: { out: -0.3, up: -0.3 }, right: { out: -0.3, up: -0.3 } }],
    [
      "one hand crossed overhead and one before the chest",
      { left: { out: -0.3, up: 0.9 }, right: { out: -0.3, up: 0 } },
    ],
    ["one hand over the other side", { left: { out: -0.3, up: 0.9 } }],
    ["wrists not seen", { ...CROSSED, unseen: ["left_wrist"] }],
  ])("%s pauses nothing", (_, how) => {
    expect(watch(looks(30, 4), () => stick(how), take).fired).toEqual([]);
  });
  test("arms that swing through the crossing every second pause nothing", () => {
    const pose = (t: number) => (t % 1 < 0.5 ? stick(CROSSED) : stick());
    expect(watch(looks(30, 8), pose, take).fired).toEqual([]);
  });
  test("in a count-in and between takes they mean nothing, nor a moment after the take begins again", () => {
    expect(watch(looks(30, 4), () => stick(CROSSED), { in: "nothing" }).fired).toEqual([]);
    const paused = watch(looks(30, 4), () => stick(CROSSED), rest);
    expect(paused.fired).toEqual([]);
    expect(watch(looks(30, 4, 4.1), () => stick(CROSSED), take, paused.hands).fired).toEqual([]);
  });
  test("hands that meet overhead may be crossed ones that the camera took for each other, so they pause as well", () => {
    const swapped = stick({ left: { out: 0.09, up: 0.66 }, right: { out: 0.06, up: 0.69 } });
    expect(watch(looks(30, 4), () => swapped, take).fired).toHaveLength(1);
  });
  test("a dance that holds a heart overhead is found, so that there arms are not heeded", () => {
    const heart: Stick = { left: { out: 0.02, up: 0.8 }, right: { out: 0.02, up: 0.8 } };
    const held = looks(30, 6).map((time) => ({ time, pose: stick(time > 2 && time < 3 ? heart : {}) }));
    expect(pausesItself(held, 1)).toBeNull();
    expect(pausesItself(held, SPEEDS[0])).not.toBeNull();
  });
  test("a dance that would pause itself is found, and at which second", () => {
    const crossing = looks(30, 6).map((time) => ({ time, pose: stick(time > 2 && time < 4 ? CROSSED : {}) }));
    expect(pausesItself(crossing, 1)).toBeGreaterThan(3);
    const short = looks(30, 6).map((time) => ({ time, pose: stick(time > 2 && time < 3 ? CROSSED : {}) }));
    expect(pausesItself(short, 1)).toBeNull();
    expect(pausesItself(short, 0.5)).not.toBeNull();
  });
  test("no routine that comes with the page pauses itself, at any speed", () => {
    const built = BUILT_IN.map(({ notation }) => buildChoreography(notation)).filter((one) => one.ok);
    expect(built.length).toBeGreaterThan(0);
    const paused = built.flatMap(({ value }) => SPEEDS.map((speed) => pausesItself(value.track, speed)));
    expect(paused.filter((time) => time !== null)).toEqual([]);
  });
});
