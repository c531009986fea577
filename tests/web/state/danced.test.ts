import { expect, test } from "vitest";
import type { ShortTake, Summary } from "../../../web/api.ts";
import { allDanced, hasPage } from "../../../web/state/danced.ts";
import type { KeptTake } from "../../../web/state/outbox.ts";
import type { PractisedPass } from "../../../web/state/practised.ts";

const routine = {
  version: "v",
  bpm: 120,
  firstBeat: 0,
  counts: 32,
  sections: [
    { kind: "verse", from: 0, to: 16 },
    { kind: "chorus", from: 16, to: 32 },
  ],
} as unknown as Summary;
const routines = new Map([["v", routine]]);

const short = {
  id: "t",
  version: "v",
  section: 1,
  kind: "full",
  rate: 0.5,
  score: 7,
  at: 1000,
} as unknown as ShortTake;
const kept = { id: "k", version: "v", section: 1, rate: 1, endedAt: 50_000, result: { score: 8 } } as KeptTake;
const pass = (more: Partial<PractisedPass>): PractisedPass => ({
  id: "p",
  version: "v",
  section: 1,
  kind: "full",
  rate: 1,
  score: 9,
  atMs: 5,
  seconds: 8,
  span: { from: 16, to: 32 },
  ...more,
});

test("a take lasts as long as its section at its speed; one that waits is told by when it ended", () => {
  const [waiting, judged] = allDanced({ judged: [short], waiting: [kept], passes: [] }, routines);
  expect(judged).toMatchObject({ id: "t", atMs: 1000, seconds: 16, score: 7 });
  expect(waiting).toMatchObject({ id: "k", atMs: 42_000, seconds: 8, score: 8 });
});

test("a pass through the whole section is a take, one through a part of it is not, nor one of a routine not known", () => {
  const spans = [
    { from: 16, to: 32 },
    { from: 16, to: 24 },
  ] as const;
  const passes = [...spans.map((span, i) => pass({ id: `p${i}`, span })), pass({ id: "p2", version: "gone" })];
  expect(allDanced({ judged: [], waiting: [], passes }, routines).map(({ part }) => part)).toEqual([false, true, true]);
});

test("a take has a page of its own, judged or waiting; a pass that was not sent has none", () => {
  const all = allDanced({ judged: [short], waiting: [kept], passes: [pass({})] }, routines);
  expect(all.filter(hasPage).map(({ id }) => id)).toEqual(["k", "t"]);
});

test("what is known twice is counted once, as the Worker judged it", () => {
  const twice = { ...kept, id: "t" };
  const all = allDanced({ judged: [short], waiting: [twice], passes: [pass({ id: "t" })] }, routines);
  expect(all.map(({ id, score }) => [id, score])).toEqual([["t", 7]]);
});
