import { beforeEach, expect, test, vi } from "vitest";
import { type DraftTake, openDraftTakes } from "../../../web/state/draft-takes.ts";
import { memoryDatabase } from "../../fixtures/memory-database.ts";

const disk = vi.hoisted(() => ({ now: null as ReturnType<typeof memoryDatabase> | null }));
vi.mock("../../../web/offline/database.ts", () => ({ database: () => async () => disk.now?.db }));

beforeEach(() => {
  disk.now = memoryDatabase({ takes: "id", files: null }, { draft: "draft.id" });
});
const refuse = (...what: string[]) => {
  for (const it of what) disk.now?.refused.add(it);
};

const take = (id: string, endedAt = 1): DraftTake => ({
  ...{ id, version: `v${id}`, section: 0, rate: 1, mirror: false, endedAt },
  replay: new Uint8Array(),
  result: {} as never,
  draft: { id: "d1", at: 0 },
});
const file = new Uint8Array([1]);

test("a take that is written outlives the tab", async () => {
  const takes = openDraftTakes();
  await takes.put(take("a"), file);
  expect(takes.alone()).toEqual([]);
  expect(disk.now?.stores.get("takes")?.has("a")).toBe(true);
});

test("one that the browser refuses is here for this visit, and known to be", async () => {
  const takes = openDraftTakes();
  refuse("put takes");
  await takes.put(take("a"), file);
  expect((await takes.get("a"))?.id).toBe("a");
  expect(takes.alone()).toEqual(["a"]);
  await takes.drop("d1");
  expect(takes.alone()).toEqual([]);
});

test("one that is written is listed once, also where older ones cannot be forgotten", async () => {
  const takes = openDraftTakes();
  refuse("delete takes");
  for (let i = 0; i < 32; i++) await takes.put(take(`t${i}`, i), file);
  const ids = (await takes.of("d1")).map(({ id }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(takes.alone()).toEqual([]);
});

test("looking never rejects: what cannot be read is not there", async () => {
  const takes = openDraftTakes();
  await takes.put(take("a"), file);
  refuse("get takes", "get files");
  expect([await takes.get("a"), await takes.file("va"), await takes.of("d1")]).toEqual([null, null, []]);
});
