import { describe, expect, test } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import { newDraft, openDrafts } from "../../../web/state/drafts.ts";
import { memoryDraftShelf } from "../../fixtures/draft-shelf.ts";

const pose = Float32Array.from({ length: 51 }, (_, i) => i / 51);
const draft = (): Draft =>
  newDraft({
    title: { en: "Paper Moon", ko: "종이 달" },
    tempo: { bpm: 120, firstBeat: 2 },
    counts: 8,
    positions: [
      {
        name: "Mina",
        track: [
          { time: 0, pose },
          { time: 0.1, pose: pose.map((v) => v + 1) },
        ],
        keyframes: [{ count: 1.5, pose, weight: 0.6 }],
        unscored: [{ from: 2, to: 4 }],
      },
    ],
  });

describe("drafts on this device", () => {
  test("come back as they were kept, poses and all", async () => {
    const drafts = openDrafts(memoryDraftShelf());
    const mine = draft();
    expect(await drafts.save(mine, 0)).toEqual({ ok: true, value: 1 });
    expect(await drafts.find(mine.id)).toEqual({ draft: mine, revision: 1 });
    expect(await drafts.find("nothing")).toBeNull();
  });

  test("are listed last changed first", async () => {
    let now = 0;
    const drafts = openDrafts(memoryDraftShelf(), () => ++now);
    const [a, b] = [draft(), draft()];
    await drafts.save(a, 0);
    await drafts.save(b, 0);
    await drafts.save(a, 1);
    expect((await drafts.list()).map(({ id }) => id)).toEqual([a.id, b.id]);
    expect((await drafts.list())[0]).toMatchObject({ title: draft().title, bpm: 120, keyframes: 1, revision: 2 });
  });

  test("of two tabs the second to save is told, and the first one's change stays", async () => {
    const drafts = openDrafts(memoryDraftShelf());
    const mine = draft();
    await drafts.save(mine, 0);
    expect(await drafts.save({ ...mine, counts: 16 }, 1)).toEqual({ ok: true, value: 2 });
    const late = await drafts.save({ ...mine, counts: 24 }, 1);
    expect(late).toMatchObject({ ok: false, problem: { code: "draft-changed-elsewhere" } });
    expect((await drafts.find(mine.id))?.draft.counts).toBe(16);
  });

  test("a full device keeps what lay there and says so", async () => {
    const shelf = memoryDraftShelf();
    const drafts = openDrafts(shelf);
    const mine = draft();
    await drafts.save(mine, 0);
    shelf.full = true;
    const refused = await drafts.save({ ...mine, counts: 16 }, 1);
    expect(refused).toMatchObject({ ok: false, problem: { code: "draft-no-room" } });
    expect((await drafts.find(mine.id))?.draft.counts).toBe(8);
  });
});
