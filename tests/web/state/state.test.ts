import { describe, expect, test } from "vitest";
import type { Section } from "#dance/choreo/choreography.ts";
import { AT } from "#dance/pose/keypoints.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";
import {
  eightsOf,
  loopAddress,
  loopOf,
  sectionName,
  sectionOf,
  sectionText,
  stageAddress,
  WHOLE,
  wayOf,
  wayOfTake,
} from "../../../web/state/addresses.ts";
import { firstName } from "../../../web/state/dancer.ts";
import { firstLanguage } from "../../../web/state/language.ts";
import { frameAt, wantedPose } from "../../../web/state/own.ts";
import { eightWords, wordFor } from "../../../web/state/progress.ts";
import { wordsIn } from "../../../web/words/index.ts";

const sections: Section[] = [
  { kind: "verse", from: 0, to: 16 },
  { kind: "chorus", from: 16, to: 32 },
  { kind: "chorus", from: 32, to: 48 },
];

describe("language", () => {
  test("the dancer's choice comes before the browser's", () => {
    expect(firstLanguage("ko", ["en-US"])).toBe("ko");
  });
  test("else the first that we speak, else English", () => {
    expect(firstLanguage(null, ["fr-FR", "ko-KR", "en"])).toBe("ko");
    expect(firstLanguage("xx", ["fr"])).toBe("en");
  });
});

describe("addresses", () => {
  test("a section goes into an address and comes back", () => {
    for (const section of [WHOLE, 0, 2]) expect(sectionOf(sectionText(section), sections)).toBe(section);
  });
  test("what names no section is none", () => {
    for (const text of ["3", "-1", "1.5", "", "chorus"]) expect(sectionOf(text, sections)).toBeNull();
  });
  test("a loop goes into an address and comes back, with the section that holds it, speed and ladder", () => {
    const loop = { span: { from: 24, to: 32 }, ladder: true };
    const address = loopAddress({ slug: "x", sections }, loop, { rate: 0.6, view: "mirror" });
    expect(address).toBe("/dance/x/1/stage?rate=0.6&loop=4&ladder=1");
    expect(loopOf(address.split("?")[1] ?? "", 48)).toEqual(loop);
    expect(
      loopAddress({ slug: "x", sections }, { span: { from: 8, to: 24 }, ladder: false }, { rate: 1, view: "mirror" }),
    ).toBe("/dance/x/all/stage?loop=2-3");
  });
  test("a loop beyond the end is clipped, one of a routine shorter than an eight-count is all of it, nonsense is none", () => {
    expect(loopOf("loop=5-99", 48)?.span).toEqual({ from: 32, to: 48 });
    expect(loopOf("loop=4-3", 48)?.span).toEqual({ from: 16, to: 32 });
    expect(loopOf("loop=3-4", 6)?.span).toEqual({ from: 0, to: 6 });
    for (const text of ["", "loop=", "loop=a-b", "loop=-1", "loop=1-2-3"]) expect(loopOf(text, 48)).toBeNull();
  });
  test("eight-counts are counted from one", () => {
    expect(eightsOf({ from: 16, to: 32 })).toBe("3–4");
    expect(eightsOf({ from: 40, to: 46 })).toBe("6");
  });
  test("speed and view go into an address and come back; nonsense is full speed in a mirror", () => {
    const way = { rate: 0.75, view: "filmed" } as const;
    expect(wayOf(stageAddress({ slug: "x" }, 1, way).split("?")[1] ?? "")).toEqual(way);
    expect(wayOf("rate=9&view=upside")).toEqual({ rate: 1, view: "mirror" });
    expect(stageAddress({ slug: "x" }, WHOLE, { rate: 1, view: "mirror" })).toBe("/dance/x/all/stage");
  });
  test("a spot of a take is looped as the take was danced: seated, mirrored, slower where asked", () => {
    const take = { rate: 1, mirror: true, seated: true };
    expect(wayOfTake(take)).toEqual({ rate: 1, view: "filmed", seated: true });
    const loop = loopAddress(
      { slug: "x", sections },
      { span: { from: 0, to: 8 }, ladder: true },
      wayOfTake(take, 0.75),
    );
    expect(wayOf(loop.split("?")[1] ?? "")).toEqual({ rate: 0.75, view: "filmed", seated: true });
  });
  test("two choruses are told apart by number, a lone verse is not", () => {
    const en = wordsIn("en");
    expect(sections.map((_, i) => sectionName(en, sections, i))).toEqual(["Verse", "Chorus 1", "Chorus 2"]);
    expect(sectionName(en, sections, WHOLE)).toBe("Whole routine");
  });
});

test("a first name fits into the 24 letters that a name may have, in both languages", () => {
  for (const language of ["en", "ko"] as const)
    for (const dice of [0, 0.5, 0.999]) expect([...firstName(language, () => dice)].length).toBeLessThanOrEqual(24);
});

test("the frame of a moment is the last that had begun", () => {
  const track = [0, 0.1, 0.2].map((time) => ({ time, pose: new Float32Array(POSE_SIZE) }));
  expect([-1, 0, 0.15, 9].map((t) => frameAt(track, t)?.index)).toEqual([0, 0, 1, 2]);
  expect(frameAt([], 1)).toBeNull();
});

test("who mirrors on purpose is shown the wanted pose mirrored", () => {
  const pose = new Float32Array(POSE_SIZE);
  pose[AT.right_wrist * 3] = -0.4;
  expect(wantedPose(pose, false)).toBe(pose);
  expect(wantedPose(pose, true)[AT.left_wrist * 3]).toBeCloseTo(0.4);
});

test("nothing seen is unseen, not a miss", () => {
  expect([null, 0, 0.5, 0.65, 0.8, 1].map(wordFor)).toEqual(["unseen", "miss", "ok", "good", "great", "perfect"]);
});

test("an eight-count is called by the middle one of its judgements, and unseen only where all of it was", () => {
  const words = ["miss", "ok", "ok", "great", "unseen", "unseen", "unseen", "unseen"] as const;
  const judgements = [...words, "unseen" as const].map((word, count) => ({ word, count }));
  expect(eightWords({ judgements })).toEqual({ 0: "ok", 1: "unseen" });
});
