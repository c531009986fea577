import { expect, test } from "vitest";
import { type Draft, draftOf } from "#dance/choreo/draft.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import type { Summary } from "../../../web/api.ts";
import { partOf, positionOf, routineAddress, stageAddress, versionOf, wayOf } from "../../../web/state/addresses.ts";
import { boardAddress, EVERYBODYS, whichOf } from "../../../web/state/boards.ts";
import { openDrafts } from "../../../web/state/drafts.ts";
import { titled } from "../../../web/state/gone.ts";
import { keyOf } from "../../../web/state/progress.ts";
import { draftsOf, obstacle, publishedBefore, readied } from "../../../web/state/publishing.ts";
import { forCrew, onceEach } from "../../../web/state/routines.ts";
import { memoryDraftShelf } from "../../fixtures/draft-shelf.ts";
import { routine } from "../../fixtures/performance.ts";

const VERSION = "5f".repeat(32);
const summary = (change: Partial<Summary>): Summary =>
  ({
    slug: "paper-moon-a1b2c3",
    version: VERSION,
    current: true,
    title: { en: "Moon", ko: "달" },
    ...change,
  }) as Summary;

test("an address names a version only where the slug does not say which", () => {
  expect(routineAddress(summary({}))).toBe("/dance/paper-moon-a1b2c3");
  const left = summary({ position: "Left" });
  const older = summary({ current: false });
  const way = { rate: 0.75, view: "mirror" } as const;
  for (const it of [left, older]) {
    expect(routineAddress(it)).toBe(`/dance/paper-moon-a1b2c3?version=${VERSION}`);
    const stage = stageAddress(it, 1, way).split("?")[1] ?? "";
    expect([versionOf(stage), wayOf(stage).rate]).toEqual([VERSION, 0.75]);
    const board = boardAddress(it, 1, { kind: "seated" }).split("?")[1] ?? "";
    expect([versionOf(board), whichOf(board)]).toEqual([VERSION, { ...EVERYBODYS, kind: "seated" }]);
  }
  for (const none of ["", "?version=x", `?version=${VERSION}0`]) expect(versionOf(none)).toBeNull();
});

test("a draft is danced in the studio, each of its positions at an address of its own, and never on a board's", () => {
  const at = (position: number) => summary({ draft: { id: "d1", at: position }, position: "Left" });
  expect([0, 1].map((it) => routineAddress(at(it)))).toEqual(["/studio/d1/dance", "/studio/d1/dance?position=2"]);
  const stage = stageAddress(at(1), 0, { rate: 0.75, view: "mirror" });
  expect(stage).toBe("/studio/d1/dance/0/stage?position=2&rate=0.75");
  expect(["?position=2", "", "?position=0", "?position=x"].map(positionOf)).toEqual([1, 0, 0, 0]);
  expect([at(0), at(1)].map(partOf)).toEqual(["draft:d1@0", "draft:d1@1"]);
});

test("what was danced of one position is not told of another", () => {
  const keys = [summary({}), summary({ position: "Left" }), summary({ position: "L/R" })].map((it) =>
    keyOf(partOf(it), 0),
  );
  expect(new Set(keys).size).toBe(3);
  expect(keys.every((key) => key.split("/").length === 2)).toBe(true);
});

test("a draft whose title changed is published under the slug that its routine has", () => {
  const mine = [summary({}), summary({ slug: "other-ffffff" })];
  expect(publishedBefore(mine, "paper-sun-a1b2c3")).toEqual([mine[0]]);
  expect(publishedBefore(mine, "paper-moon-a1b2c3")).toEqual([mine[0]]);
  expect(publishedBefore(mine, "paper-moon-d4e5f6")).toEqual([]);
  expect(publishedBefore([summary({ slug: "my-moon" })], "your-moon")).toEqual([]);
});

test("a title in one language is the title in both, and then nothing is in the way", () => {
  const untitled = { ...routine(0), title: { en: "", ko: "종이 달" } };
  expect(obstacle([untitled])).toBe("title-empty");
  const ready = readied([untitled], "paper-moon");
  expect(ready[0]).toMatchObject({ slug: "paper-moon", title: { en: "종이 달", ko: "종이 달" } });
  expect(obstacle(ready)).toBeNull();
});

test("two positions of one name are told before either is sent", () => {
  const parts = ["A", "A\u200d"].map((position) => ({ ...routine(0), position }));
  expect(obstacle(parts)).toBe("position-names");
  expect(obstacle(parts.map((it, i) => ({ ...it, position: `${it.position} ${i}` })))).toBeNull();
  expect(obstacle([routine(0), routine(0)])).toBe("position-names");
});

test("a crew is offered what all of it may dance; a routine of several positions stands once in a list", () => {
  const list = [
    summary({ version: "a", visibility: "me" }),
    summary({ version: "b", visibility: "crew", crew: "c" }),
    summary({ version: "c", visibility: "crew", crew: "d" }),
    summary({ version: "d", visibility: "everyone" }),
    summary({ version: "e" }),
  ];
  expect(forCrew(list, "c").map(({ version }) => version)).toEqual(["b", "d", "e"]);
  const parts = ["Right", "Left"].map((position) => summary({ version: position, position }));
  expect(onceEach([...parts, summary({ slug: "x" })]).map(({ slug, position }) => [slug, position])).toEqual([
    ["paper-moon-a1b2c3", "Left"],
    ["x", undefined],
  ]);
});

test("what was taken back has words for a title in every language", () => {
  const gone = titled(summary({ open: false, title: { en: "", ko: "" } }));
  expect([gone.title.en, gone.title.ko].every((text) => text.length > 3)).toBe(true);
  expect(titled(summary({ open: false })).title.en).toBe("Moon");
});

test("a draft and what was published of it name each other, whatever its title is by now", async () => {
  const slugOf = (draft: Draft) => {
    const made = choreographyOf(draft, 0);
    return made.ok ? made.value.slug : "";
  };
  const drafts = openDrafts(memoryDraftShelf());
  const first = draftOf(routine(0), "7c9e6679-7425-40de-944b-e07fc1f90ae7");
  const other = draftOf(routine(0), "1b4e28ba-2fa1-41d2-883f-0016d3cca427");
  const further = { ...draftOf(routine(0), "9f8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d"), slug: slugOf(first) };
  for (const draft of [first, other, further]) await drafts.save(draft, 0);
  const renamed = { ...first, title: { en: "Paper Sun", ko: "종이 해" } };
  await drafts.save(renamed, 1);
  const ids = draftsOf(await drafts.list(), slugOf(first)).map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set([first.id, further.id]));
  const mine = [summary({ slug: slugOf(first) })];
  expect([renamed, further, other].map((it) => publishedBefore(mine, slugOf(it)).length)).toEqual([1, 1, 0]);
});
