import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import { newDraft } from "../../../web/state/drafts.ts";
import { editorOf, findToEdit } from "../../../web/state/use-editor.ts";
import { routine } from "../../fixtures/performance.ts";

beforeEach(() => {
  const nothing = () => undefined;
  vi.stubGlobal("addEventListener", nothing);
  vi.stubGlobal("removeEventListener", nothing);
  vi.stubGlobal("document", { addEventListener: nothing, removeEventListener: nothing });
  vi.useFakeTimers(); // nothing is kept meanwhile
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const { tempo, counts, track } = routine(0);
const bare = (): Draft => newDraft({ tempo, counts, positions: [{ name: "", track, keyframes: [], unscored: [] }] });
/** Keyframes of a draft without any, once it is opened. */
const keyframes = (revision: number): number =>
  editorOf({ draft: bare(), revision }).draft.positions[0]?.keyframes.length ?? 0;

test("keyframes are suggested to a draft that nobody has worked on", () => {
  expect(keyframes(1)).toBeGreaterThan(0);
});

test("an author who removed all keyframes does not find them again", () => {
  expect(keyframes(2)).toBe(0);
});

test("a draft that is not there, or cannot be read, is told", async () => {
  expect(await findToEdit("d1", { find: async () => null })).toBe("gone");
  expect(await findToEdit("d1", { find: () => Promise.reject(new TypeError("no positions")) })).toBe("unreadable");
});
