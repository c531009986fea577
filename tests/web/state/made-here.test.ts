import { expect, test, vi } from "vitest";
import { draftPart } from "../../../web/state/addresses.ts";
import { clearMade } from "../../../web/state/made-here.ts";
import { progress, type SectionMemory } from "../../../web/state/progress.ts";

// Dances left behind lie in IndexedDB, which is a browser's.
vi.mock("../../../web/state/dance-log.ts", () => ({ dropAllDances: async () => undefined }));

const memory: SectionMemory = { best: 500_000, last: 500_000, takeId: "t", at: 1, eights: {}, fix: null };

test("a device that is cleared forgets how its drafts were danced, and nothing else that was danced", async () => {
  progress.change(() => ({ [`${draftPart("mine")}@3:0`]: memory, "released:0": memory }));
  await clearMade();
  expect(Object.keys(progress.get())).toEqual(["released:0"]);
});
