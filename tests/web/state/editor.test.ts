import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import { openDrafts } from "../../../web/state/drafts.ts";
import { Editor } from "../../../web/state/editor.ts";
import { lantern, draft as whole } from "../../dance/choreo/edit/drafts.ts";
import { memoryDraftShelf } from "../../fixtures/draft-shelf.ts";

beforeEach(() => {
  const nothing = () => undefined;
  vi.stubGlobal("addEventListener", nothing);
  vi.stubGlobal("removeEventListener", nothing);
  vi.stubGlobal("document", { addEventListener: nothing, removeEventListener: nothing });
});
afterEach(() => vi.unstubAllGlobals());

const [solo] = whole.positions;
if (!solo) throw new Error("no position");
const duo: Draft = { ...whole, id: "duo", positions: [solo, { ...solo, name: "Mina" }] };

/** One draft open in this tab, and the drafts of the device that another tab may change. */
async function opened() {
  const drafts = openDrafts(memoryDraftShelf());
  await drafts.save(duo, 0);
  const editor = new Editor({ draft: duo, revision: 1 }, drafts);
  return { drafts, editor };
}

test("what another tab made of it may have fewer positions and counts: what is chosen is in it", async () => {
  const { drafts, editor } = await opened();
  editor.choosePosition(1);
  editor.choose(lantern.counts - 1);
  await drafts.save({ ...duo, positions: [solo], counts: 8 }, 1);
  editor.edit((draft) => ({ ...draft, level: "hard" }));
  await editor.flush();
  expect(editor.view.get().keeping).toBe("draft-changed-elsewhere");
  await editor.takeTheirs();
  expect(editor.view.get()).toMatchObject({ at: 0, count: 7.5, keeping: "kept" });
  expect(editor.position).toBeDefined();
  editor.close();
});

test("a draft that another tab deleted is told to be gone, and can be kept as a copy", async () => {
  const { drafts, editor } = await opened();
  await drafts.drop("duo");
  await editor.takeTheirs();
  expect(editor.view.get().keeping).toBe("draft-gone");
  editor.edit((draft) => ({ ...draft, level: "hard" }));
  await editor.flush();
  expect(editor.view.get().keeping).toBe("draft-gone");
  expect(await drafts.find("duo")).toBeNull();
  const copy = await editor.keepCopy();
  expect((await drafts.find(copy ?? ""))?.draft.level).toBe("hard");
  editor.close();
});

test("the first edit after it was deleted says so, and brings nothing back unasked", async () => {
  const { drafts, editor } = await opened();
  await drafts.drop("duo");
  editor.edit((draft) => ({ ...draft, level: "hard" }));
  await editor.flush();
  expect(editor.view.get().keeping).toBe("draft-gone");
  expect(await drafts.find("duo")).toBeNull();
  editor.close();
});
