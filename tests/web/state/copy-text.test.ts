import { afterEach, expect, test, vi } from "vitest";
import { copyText } from "../../../web/state/copy-text.ts";

afterEach(() => vi.unstubAllGlobals());

test("a text is copied; a page without https, or one that is refused, is told that it was not", async () => {
  const copied: string[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  expect([await copyText("ABCDE"), copied]).toEqual([true, ["ABCDE"]]);
  vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("no")) } });
  expect(await copyText("ABCDE")).toBe(false);
  vi.stubGlobal("navigator", {});
  expect(await copyText("ABCDE")).toBe(false);
});
