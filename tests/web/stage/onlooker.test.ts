import { describe, expect, test } from "vitest";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import type { Pose, Track } from "#dance/pose/pose.ts";
import { SPEEDS } from "#dance/practice/ladder.ts";
import { Onlooker } from "../../../web/stage/onlooker.ts";
import type { HandOffers, StageState } from "../../../web/stage/types.ts";
import { builtIn } from "../../fixtures/dancer.ts";
import { handsClip } from "../../fixtures/dancer-hands.ts";

const SHOWN = { left: 0, right: 4 / 3, top: 0, bottom: 1 };
const OFFERS: HandOffers = {
  again: { words: "Start", sign: "play" },
  back: { words: "Slower", sign: "slower" },
  pause: { words: "Go on", sign: "play" },
};

/** An onlooker who saw these poses, 30 a second, and what was asked of it. */
function look(poses: readonly Pose[], state: StageState, rate = 1, dance: Track = []) {
  const onlooker = new Onlooker(dance);
  onlooker.offers = OFFERS;
  const asked = poses.flatMap((pose, i) => {
    const at = (i * 1000) / 30 / rate;
    return onlooker.lookAtHands({ at, pose, workMs: 20, tensors: 0 }, state, SHOWN) ?? [];
  });
  return { onlooker, asked };
}

describe("dancing asks for nothing", () => {
  const dances = BUILT_IN.flatMap(({ slug }) => SPEEDS.map((rate) => [slug, rate] as const));
  test.each(dances)("%s at %s does not pause itself", (slug, rate) => {
    const poses = builtIn(slug).track.map(({ pose }) => pose);
    expect(look(poses, "dancing", rate).asked).toEqual([]);
  });
  test.each(dances)("%s at %s, tried out between takes, starts nothing", (slug, rate) => {
    const poses = builtIn(slug).track.map(({ pose }) => pose);
    expect(look(poses, "setup", rate).asked).toEqual([]);
    expect(look(poses, "paused", rate).asked).toEqual([]);
  });
});

describe("a dancer who asks", () => {
  const ask = handsClip([
    ["ease", 2],
    ["again", 2],
    ["ease", 1],
    ["pause", 2],
    ["back", 2],
    ["crossed", 3],
  ]);
  test.each<[StageState, readonly string[]]>([
    ["setup", ["again", "pause", "back"]],
    ["paused", ["again", "pause", "back"]],
    ["ended", ["again", "pause", "back"]],
    ["count-in", []],
    ["dancing", ["pause"]],
  ])("while the stage is in %s is heard as %j", (state, heard) => {
    expect(look(ask, state).asked).toEqual(heard);
  });
  test("sees a ring for what is offered and none for what is not", () => {
    const { onlooker } = look(handsClip([["ease", 2]]), "setup");
    expect(onlooker.rings.map(({ words }) => words)).toEqual(["Start", "Slower", "Go on"]);
    onlooker.offers = { again: { words: "Start", sign: "play" } };
    expect(onlooker.rings.map(({ words }) => words)).toEqual(["Start"]);
  });
  test("is not heeded in a dance that holds its arms crossed overhead itself", () => {
    const track = handsClip([["crossed", 2]]).map((pose, i) => ({ time: i / 30, pose }));
    expect(look(ask, "dancing", 1, track).asked).toEqual([]);
    expect(look(ask, "paused", 1, track).asked).toEqual(["again", "pause", "back"]);
  });
  test("sees her ring fill by eighths", () => {
    const { onlooker } = look(
      handsClip([
        ["ease", 2],
        ["again", 1.2],
      ]),
      "setup",
    );
    expect(onlooker.rings.find(({ words }) => words === "Start")?.filled).toBeGreaterThan(2);
    expect(onlooker.view.reaching).toBe(true);
  });
});
