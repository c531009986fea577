import { expect, test, vi } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import { watchBegun } from "../../../web/state/begun.ts";
import { holdImport } from "../../../web/state/import-hold.ts";
import type { ImportJob } from "../../../web/state/imports.ts";
import { factsOf, memoryImports } from "../../fixtures/import-tools.ts";
import { memoryLocks } from "../../fixtures/locks.ts";

const job = (id: string): ImportJob => {
  const file = { id, name: `${id}.mp4`, size: 5, modified: 0, facts: factsOf(5) };
  return { ...file, model: "thunder", judged: 1, frames: 30, ended: false, cut: false };
};

/** The studio, opened while another page has the import "left". */
async function studio() {
  const [locks, imports, over] = [memoryLocks(), memoryImports(), new AbortController()];
  for (const id of ["left", "other", "drafted"]) await imports.put(job(id));
  const page = holdImport("left", () => undefined, locks);
  await page.mine;
  const shown: string[][] = [];
  const loadDraft = async (id: string) => (id === "drafted" ? ({} as Draft) : null);
  const tell = (jobs: readonly ImportJob[]) => shown.push(jobs.map(({ id }) => id));
  watchBegun(tell, over.signal, { imports, loadDraft, locks });
  await vi.waitFor(() => expect(shown).toEqual([["other"]]));
  return { shown, page, over, locks };
}

test("a video that was left is shown as soon as its page has let go of it", async () => {
  const { shown, page } = await studio();
  page.letGo();
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(["left", "other"]));
});

test("nothing is told, and nothing waited for, once the studio is left", async () => {
  const { shown, page, over, locks } = await studio();
  over.abort();
  page.letGo();
  await vi.waitFor(async () => expect((await locks.query()).held).toEqual([]));
  expect(shown).toEqual([["other"]]);
});
