import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import { shortOf } from "../../../web/state/draft-room.ts";
import { type Drafts, openDrafts, tellDraft } from "../../../web/state/drafts.ts";
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

/** Two tabs of one draft, the other saved and this one heard of it; what that kept is read here when `read` says so. */
async function heardLate() {
  const shelf = memoryDraftShelf();
  const drafts = openDrafts(shelf);
  await drafts.save(duo, 0);
  let read = () => {};
  const late = new Promise<void>((resolve) => {
    read = resolve;
  });
  const find = vi.fn((id: string) => late.then(() => drafts.find(id)));
  const editor = new Editor({ draft: duo, revision: 1 }, { ...drafts, find });
  await drafts.save({ ...duo, counts: 8 }, 1);
  tellDraft({ id: "duo", revision: 2 });
  await vi.waitFor(() => expect(find).toHaveBeenCalled());
  return { drafts, editor, read };
}

test("an edit made while another tab's version is read stays, and that it parts from theirs is told", async () => {
  const { editor, read } = await heardLate();
  editor.edit((draft) => ({ ...draft, level: "hard" }));
  read();
  await new Promise((resolve) => setTimeout(resolve, 10));
  await editor.flush();
  expect(editor.draft).toMatchObject({ level: "hard", counts: duo.counts });
  expect(editor.view.get().keeping).toBe("draft-changed-elsewhere");
  editor.close();
});

test("where nothing waits here, what another tab kept is gone on with", async () => {
  const { editor, read } = await heardLate();
  read();
  await vi.waitFor(() => expect(editor.draft.counts).toBe(8));
  editor.edit((draft) => ({ ...draft, level: "hard" }));
  await editor.flush();
  expect(editor.view.get().keeping).toBe("kept");
  editor.close();
});

test("what another tab kept and cannot be read just now stands nowhere as gone", async () => {
  const { drafts, editor, read } = await heardLate();
  drafts.find = () => Promise.reject(new DOMException("no", "UnknownError"));
  read();
  await editor.takeTheirs();
  expect(editor.view.get().keeping).toBe("kept");
  editor.edit((draft) => ({ ...draft, level: "hard" }));
  await editor.flush();
  expect(editor.view.get().keeping).toBe("draft-changed-elsewhere");
  editor.close();
});

test("an edit made while a copy is kept is in the copy", async () => {
  const drafts = openDrafts(memoryDraftShelf());
  await drafts.save(duo, 0);
  let first = true;
  const save: typeof drafts.save = async (draft, since) => {
    const kept = await drafts.save(draft, since);
    if (first) editor.edit((now) => ({ ...now, level: "hard" }));
    first = false;
    return kept;
  };
  const editor = new Editor({ draft: duo, revision: 1 }, { ...drafts, save });
  const copy = await editor.keepCopy();
  expect((await drafts.find(copy ?? ""))?.draft.level).toBe("hard");
  editor.close();
});

test("what was done unasked quarrels with nobody: where another tab was sooner, theirs stands", async () => {
  const drafts = openDrafts(memoryDraftShelf());
  await drafts.save(duo, 0);
  const tabs = [1, 2].map(() => new Editor({ draft: duo, revision: 1 }, drafts));
  for (const editor of tabs) editor.prepare((draft) => ({ ...draft, level: "hard" }));
  for (const editor of tabs) await editor.flush();
  for (const editor of tabs)
    expect(editor.view.get()).toMatchObject({ keeping: "kept", history: { now: { level: "hard" } } });
  const [one, other] = tabs as [Editor, Editor];
  other.edit((draft) => ({ ...draft, counts: 8 }));
  await other.flush();
  expect(other.view.get().keeping).toBe("kept");
  one.edit((draft) => ({ ...draft, counts: 9 }));
  await one.flush();
  for (const editor of tabs) editor.close();
});
