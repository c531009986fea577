import { describe, expect, test } from "vitest";
import type { DancedTake } from "#dance/practice/progress.ts";
import { REST_MS } from "#dance/practice/sittings.ts";
import type { Summary, ToldProgress } from "../../../web/api.ts";
import { isEarlier, pageOf } from "../../../web/state/progress-page.ts";

/** A Wednesday, at noon of whatever zone. */
const NOW = new Date(2026, 10, 25, 12).getTime();
const HOUR_MS = 3_600_000;
const routines = new Map([["v", { version: "v", slug: "a" } as Summary]]);

let made = 0;
const take = (hoursAgo: number, more: Partial<DancedTake> = {}): DancedTake => {
  made++;
  const atMs = NOW - hoursAgo * HOUR_MS;
  return {
    id: `t${made}`,
    version: "v",
    section: 0,
    kind: "full",
    rate: 1,
    score: 500_000,
    atMs,
    seconds: 30,
    ...more,
  };
};
const page = (takes: DancedTake[], more: { cut?: boolean; told?: ToldProgress; waiting?: { id: string }[] } = {}) =>
  pageOf({ takes, earlier: [], cut: more.cut ?? false, told: more.told }, routines, more.waiting ?? [], 3, NOW);

describe("the page of progress", () => {
  test("counts this week's days and minutes from Monday on, loops of a part too", () => {
    const { week, minutesThisWeek } = page([take(1), take(25, { part: true, score: null }), take(24 * 5)]);
    expect([week.danced, week.goal, week.greeting]).toEqual([2, 3, "on-the-way"]);
    expect(minutesThisWeek).toBe(1);
  });
  test("tells a streak by what the Worker remembers beyond the takes that were fetched", () => {
    const moments = [1, 2, 3].map((weeks) => NOW - weeks * 7 * 24 * HOUR_MS);
    const told = { sections: [], moments, weak: [], fix: null, choreographies: [] };
    expect(page([take(1)], { told }).week.streak).toBe(4);
  });
  test("shows no sitting of which a part may not have been fetched", () => {
    const takes = [take(1), take(1 + (2 * REST_MS) / HOUR_MS)];
    expect(page(takes).sittings.length).toBe(2);
    expect(page(takes, { cut: true }).sittings.map(({ id }) => id)).toEqual([takes[0]?.id]);
    expect(page(takes.slice(0, 1), { cut: true }).sittings.length).toBe(1);
  });
  test("a section danced before all that was fetched has its best and its last, and no line", () => {
    const short = {
      id: "old",
      session: "s",
      version: "v",
      section: 2,
      rate: 1,
      mirror: false,
      seated: false,
      kind: "full",
      grade: "A",
      at: 5,
    } as const;
    const best = { ...short, score: 900_000 };
    const told: ToldProgress = {
      sections: [{ version: "v", section: 2, kind: "full", best, latest: { ...short, id: "last", score: 1 } }],
      moments: [],
      weak: [{ version: "v", section: 0, kind: "mirrored", mirror: true, spots: [] }],
      fix: null,
      choreographies: [],
    };
    const { sections } = page([take(1, { kind: "mirrored" })], { told });
    expect(sections.map(({ section, line }) => [section, line.length])).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(sections[0]?.weak).toMatchObject({ mirror: true });
    expect(sections[1]).toMatchObject({ best: { score: 900_000 }, latest: { id: "last" }, weak: null });
  });
  test("knows which takes wait to be sent, and leaves out routines that nobody knows", () => {
    const it = page([take(1, { id: "mine" }), take(2, { version: "gone" })], { waiting: [{ id: "mine" }] });
    expect([...it.waiting]).toEqual(["mine"]);
    expect(it.sections.length).toBe(1);
  });
});

test("a dancer's own routine that is danced today is no earlier version; one that was taken back is gone, not older", () => {
  expect([{}, { current: true }, { current: false }, { current: false, open: false }].map(isEarlier)).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
