import { beforeEach, expect, test, vi } from "vitest";
import { listDrafts, newDraft, saveDraft } from "../../../web/state/drafts.ts";
import { dropAllOf } from "../../../web/state/my-drafts.ts";
import { memoryDatabase } from "../../fixtures/memory-database.ts";

const disk = vi.hoisted(() => ({ now: null as ReturnType<typeof memoryDatabase> | null }));
vi.mock("../../../web/offline/database.ts", () => ({ database: () => async () => disk.now?.db }));
const dropRecording = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("../../../web/state/recordings.ts", async (whole) => ({ ...(await whole<object>()), dropRecording }));

beforeEach(() => {
  disk.now = memoryDatabase({ drafts: "id", cards: "id", takes: "id", files: null }, { draft: "draft.id" });
  dropRecording.mockClear();
});

test("a draft that cannot be deleted says so, and its video stays with it", async () => {
  const draft = newDraft({ counts: 8 });
  await saveDraft(draft);
  disk.now?.refused.add("delete drafts");
  await expect(dropAllOf(draft.id)).rejects.toThrow();
  expect(dropRecording).not.toHaveBeenCalled();
  disk.now?.refused.clear();
  await dropAllOf(draft.id);
  expect(await listDrafts()).toEqual([]);
  expect(dropRecording).toHaveBeenCalledWith(draft.id);
});
