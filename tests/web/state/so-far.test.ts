import { describe, expect, test } from "vitest";
import type { ShortTake, Summary, ToldProgress } from "../../../web/api.ts";
import type { SectionMemory } from "../../../web/state/progress.ts";
import { bestSoFar, lastDanced, together } from "../../../web/state/so-far.ts";
import { wordsIn } from "../../../web/words/index.ts";

const en = wordsIn("en");
const AT_HAND = new Set(["a", "b"]);
const VERSION = "5f".repeat(32);
const list = [{ slug: "a", version: VERSION }] as unknown as Summary[];
const memory = (at: number, best: number, more: Partial<SectionMemory> = {}): SectionMemory => ({
  at,
  best,
  last: best,
  takeId: String(at),
  eights: {},
  fix: null,
  ...more,
});
const short = (at: number, score: number, more: Partial<ShortTake> = {}): ShortTake => ({
  id: String(at),
  session: "s",
  version: VERSION,
  section: 0,
  rate: 1,
  mirror: false,
  seated: false,
  kind: "full",
  score,
  grade: "B",
  at,
  ...more,
});
const FIX = {
  keyframe: 0,
  count: 20,
  limb: "right_arm",
  cause: "direction",
  degrees: 30,
  lowBy: 20,
  offset: null,
  points: 4,
} as const;
const told = (latest: ShortTake, best: ShortTake | null): Pick<ToldProgress, "sections" | "fix"> => ({
  sections: [{ version: VERSION, section: 0, kind: latest.kind, best, latest }],
  fix: FIX,
});

describe("where you stopped", () => {
  test("is the section danced last, not the one danced best", () => {
    const all = together({ "a/0": memory(1, 900_000), "b/-1": memory(2, 100_000) }, undefined, [], en);
    expect(lastDanced(all, AT_HAND)).toMatchObject({ part: "b", section: -1 });
    expect(lastDanced({}, AT_HAND)).toBeNull();
  });
  test("is the last that can be gone on with: a routine that is not at hand makes nobody a newcomer", () => {
    const all = together({ "a/0": memory(1, 900_000), "elsewhere/0": memory(2, 100_000) }, undefined, [], en);
    expect(lastDanced(all, AT_HAND)).toMatchObject({ part: "a", section: 0 });
  });
  test("is known on a device that never danced, fix and all, in the dancer's own left and right", () => {
    const all = together({}, told(short(9, 400_000), short(5, 700_000)), list, en);
    expect(lastDanced(all, AT_HAND)).toEqual({
      part: "a",
      section: 0,
      kind: "full",
      soFar: { best: 700_000, last: 400_000, at: 9, fix: "Eight-count 3: right arm off." },
    });
    const mirrored = together({}, told(short(9, 1, { mirror: true, kind: "mirrored" }), null), list, en);
    expect(mirrored["a/0/mirrored"]).toMatchObject({ best: null, fix: "Eight-count 3: left arm off." });
  });
  test("is the device's where that is later, as while a take waits to be sent", () => {
    const fix = { count: 3, text: { en: "here", ko: "여기" } };
    const all = together({ "a/0": memory(10, 800_000, { fix }) }, told(short(9, 1), short(9, 500_000)), list, en);
    expect(all["a/0"]).toEqual({ best: 800_000, last: 800_000, at: 10, fix: "here" });
    const korean = { count: 3, text: { ko: "여기" } };
    const other = together({ "a/0": memory(10, 800_000, { fix: korean }) }, undefined, list, en);
    expect(other["a/0"]?.fix).toBe("");
  });
});

test("a seated take has a best of its own, beside that of one who stood", () => {
  const device = { "a/0": memory(1, 900_000), "a/0/seated": memory(2, 100_000) };
  const sat = { seated: true, kind: "seated" } as const;
  const all = together(device, told(short(9, 1, sat), short(5, 700_000, sat)), list, en);
  expect([all["a/0"]?.best, all["a/0/seated"]?.best]).toEqual([900_000, 700_000]);
  expect(lastDanced(all, AT_HAND)).toMatchObject({ part: "a", section: 0, kind: "seated" });
  expect(bestSoFar(all, "a", [0, 1], "seated")).toEqual({ section: 0, kind: "seated", score: 700_000 });
  expect(bestSoFar(all, "a", [0, 1], "mirrored")).toEqual({ section: 0, kind: "full", score: 900_000 });
  expect(bestSoFar(all, "b", [0], "full")).toBeNull();
});

test("a slow take is a best only where there is none at full speed", () => {
  const slow = { "a/0": memory(1, 990_000, { rate: 0.5 }) };
  expect(together(slow, told(short(9, 1), short(5, 600_000)), list, en)["a/0"]?.best).toBe(600_000);
  expect(together(slow, told(short(9, 1), null), list, en)["a/0"]?.best).toBe(990_000);
});

test("a version that the library no longer shows is not told of its sections", () => {
  expect(together({}, told(short(9, 1), null), [], en)).toEqual({});
});
