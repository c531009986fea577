import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import { shortOf } from "../../../web/state/draft-room.ts";
import { type Drafts, openDrafts } from "../../../web/state/drafts.ts";
import { Editor } from "../../../web/state/editor.ts";
import { leaveEditor, returnToEditor } from "../../../web/state/left-editors.ts";
import { lantern, draft as whole } from "../../dance/choreo/edit/drafts.ts";
import { memoryDraftShelf } from "../../fixtures/draft-shelf.ts";

beforeEach(() => {
  const nothing = () => undefined;
  vi.stubGlobal("addEventListener", nothing);
  vi.stubGlobal("removeEventListener", nothing);
  vi.stubGlobal("document", { addEventListener: nothing, removeEventListener: nothing });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const [solo] = whole.positions;
if (!solo) throw new Error("no position");
const duo: Draft = { ...whole, id: "duo", positions: [solo, { ...solo, name: "Mina" }] };

/** One draft open in this tab, and the drafts of the device that another tab may change. */
async function opened() {
  const shelf = memoryDraftShelf();
  const drafts = openDrafts(shelf);
  await drafts.save(duo, 0);
  const editor = new Editor({ draft: duo, revision: 1 }, drafts);
  return { shelf, drafts, editor };
}

const level = async (drafts: Drafts) => (await drafts.find("duo"))?.draft.level;
const harder = (draft: Draft): Draft => ({ ...draft, level: "hard" });
const easier = (draft: Draft): Draft => ({ ...draft, level: "easy" });

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

test("on a full device editing goes on, undo too; what is not kept is said all the while, and kept once there is room", async () => {
  const { shelf, drafts, editor } = await opened();
  vi.useFakeTimers();
  shelf.full = true;
  editor.edit(harder);
  await vi.advanceTimersByTimeAsync(1000);
  const said: string[] = [];
  editor.view.subscribe(() => said.push(editor.view.get().keeping));
  editor.edit(easier);
  editor.undo();
  editor.redo();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(new Set(said)).toEqual(new Set(["draft-no-room"]));
  expect([editor.draft.level, editor.unkept, await level(drafts)]).toEqual(["easy", true, duo.level]);
  shelf.full = false;
  await vi.advanceTimersByTimeAsync(6000);
  expect([editor.view.get().keeping, editor.unkept, await level(drafts)]).toEqual(["kept", false, "easy"]);
  editor.close();
});

test("what was undone to what lies there is kept already", async () => {
  const { editor } = await opened();
  editor.edit(harder);
  editor.undo();
  await editor.flush();
  expect(editor.view.get().keeping).toBe("kept");
  editor.close();
});

test("an editor that is left with something unkept is found again with all of it, and keeps it by itself", async () => {
  const { shelf, drafts, editor } = await opened();
  vi.useFakeTimers();
  shelf.full = true;
  editor.edit(harder);
  await leaveEditor(editor);
  expect(returnToEditor("duo")).toBe(editor);
  editor.undo();
  editor.redo();
  await leaveEditor(editor);
  shelf.full = false;
  await vi.advanceTimersByTimeAsync(6000);
  expect(await level(drafts)).toBe("hard");
  expect(returnToEditor("duo")).toBeUndefined();
});

test("an editor that was left with something unkept brings nothing back of a draft that is deleted", async () => {
  const { shelf, drafts, editor } = await opened();
  vi.useFakeTimers();
  shelf.full = true;
  editor.edit(harder);
  await leaveEditor(editor);
  shelf.full = false;
  await drafts.drop("duo");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await drafts.find("duo")).toBeNull();
  expect(returnToEditor("duo")).toBeUndefined();
});

test("the browser asks before it closes a tab that alone holds something, and does not once it is kept", async () => {
  const window = new EventTarget();
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  const { shelf, editor } = await opened();
  const asks = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(asks()).toBe(false);
  shelf.full = true;
  editor.edit(harder);
  await editor.flush();
  expect(asks()).toBe(true);
  shelf.full = false;
  await editor.flush();
  expect(asks()).toBe(false);
  editor.close();
});

test("that a device is nearly full is said before it is, the sooner the longer the routine", async () => {
  const left = (bytes: number) => async () => ({ bytes, takes: 0 });
  expect(await shortOf(duo, left(2_000_000))).toBe(2_000_000);
  expect(await shortOf(duo, left(1e9))).toBeNull();
  expect(await shortOf(duo, async () => null)).toBeNull();
  const frame = { time: 0, pose: new Float32Array(51) };
  const long = { ...duo, positions: [{ ...solo, track: Array(36_000).fill(frame) }] };
  expect(await shortOf(duo, left(15_000_000))).toBeNull();
  expect(await shortOf(long, left(15_000_000))).toBe(15_000_000);
});
