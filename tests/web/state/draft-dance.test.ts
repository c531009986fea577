import { describe, expect, test } from "vitest";
import { type Draft, draftOf } from "#dance/choreo/draft.ts";
import { findDance } from "../../../web/state/draft-dance.ts";
import { type DraftTake, openDraftTakes } from "../../../web/state/draft-takes.ts";
import { routine } from "../../fixtures/performance.ts";

const draft = draftOf(routine(0), "d1");
const shelf = (kept: Draft | null) => ({ find: async () => kept && { draft: kept, revision: 1 } });
const dance = async (kept: Draft | null, at = 0) => {
  const found = await findDance({ id: "d1", at }, shelf(kept));
  return found.ok ? found.value : found.problem.code;
};

describe("a draft", () => {
  test("is danced under the name that it would be published as, which every edit changes", async () => {
    const before = await dance(draft);
    const after = await dance({ ...draft, level: draft.level === "easy" ? "hard" : "easy" });
    if (typeof before === "string" || typeof after === "string") throw new Error("it is whole");
    expect(before.summary.version).toMatch(/^[0-9a-f]{64}$/);
    expect(after.summary.version).not.toBe(before.summary.version);
    expect(before.summary).toMatchObject({ draft: { id: "d1", at: 0 }, visibility: "me", mine: true });
    expect(before.choreography.keyframes).toHaveLength(routine(0).keyframes.length);
  });

  test("without a title is called something all the same", async () => {
    const found = await dance({ ...draft, title: { en: "", ko: "달" } });
    if (typeof found === "string") throw new Error("it is whole");
    expect(found.summary.title).toEqual({ en: "달", ko: "달" });
  });

  test("that cannot be danced says what it lacks", async () => {
    expect(await dance({ ...draft, tempo: null })).toBe("draft-tempo");
    expect(await dance(draft, 3)).toBe("draft-track");
    expect(await dance({ ...draft, positions: draft.positions.map((it) => ({ ...it, keyframes: [] })) })).toBe(
      "draft-keyframes",
    );
    expect(await dance(null)).toBe("draft-gone");
    const broken = await findDance({ id: "d1", at: 0 }, { find: () => Promise.reject(new Error("broken")) });
    expect(broken.ok || broken.problem.code).toBe("draft-unreadable");
  });
});

describe("takes of a draft", () => {
  const take = (id: string, endedAt: number, of = "d1"): DraftTake => ({
    ...{ id, version: `v${id}`, section: 0, rate: 1, mirror: false, endedAt },
    replay: new Uint8Array(),
    result: {} as never,
    draft: { id: of, at: 0 },
  });

  test("come back with what was danced, the latest first, and go with the draft", async () => {
    const takes = openDraftTakes();
    for (const it of [take("a", 1), take("b", 2), take("c", 3, "d2")])
      await takes.put(it, new Uint8Array([it.endedAt]));
    expect((await takes.of("d1")).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(await takes.file("va")).toEqual(new Uint8Array([1]));
    await takes.drop("d1");
    expect([await takes.get("a"), await takes.file("va"), (await takes.get("c"))?.id]).toEqual([null, null, "c"]);
  });
});
