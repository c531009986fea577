import { expect, test, vi } from "vitest";
import { draftPart } from "../../../web/state/addresses.ts";
import { becomesOf, clearMade } from "../../../web/state/made-here.ts";
import { progress, type SectionMemory } from "../../../web/state/progress.ts";

// Dances left behind lie in IndexedDB, which is a browser's.
vi.mock("../../../web/state/dance-log.ts", () => ({ dropAllDances: async () => undefined }));

const memory: SectionMemory = { best: 500_000, last: 500_000, takeId: "t", at: 1, eights: {}, fix: null };

test("a device that is cleared forgets how its drafts were danced, and nothing else that was danced", async () => {
  progress.change(() => ({ [`${draftPart("mine")}@3:0`]: memory, "released:0": memory }));
  await clearMade();
  expect(Object.keys(progress.get())).toEqual(["released:0"]);
});

test("what was made here goes with its dancer only where they were asked, and said so", () => {
  const here = { routines: 2, recordings: 0, bytes: 0, used: null };
  expect([becomesOf(here, "clear"), becomesOf(here, "keep")]).toEqual(["clear", "keep"]);
  expect(becomesOf(undefined, "clear")).toBe("keep");
  expect(becomesOf({ ...here, routines: 0 }, "clear")).toBeNull();
});
