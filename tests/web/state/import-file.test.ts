import { expect, test, vi } from "vitest";
import { ImportFile } from "../../../web/state/import-file.ts";
import { ImportRun } from "../../../web/state/import-run.ts";
import { factsOf, importWorld } from "../../fixtures/import-tools.ts";

const file = (name: string) => new File([name], name);

/** Files that are put away only when it is let, one after the other. */
function slowShelf() {
  const { tools, files } = importWorld({ frames: [] });
  const away: ((ok: boolean) => void)[] = [];
  const keepFile = (id: string, it: File) =>
    new Promise<{ ok: boolean }>((resolve) => {
      away.push((ok) => {
        if (ok) files.set(id, it);
        resolve({ ok });
      });
    });
  return { files, away, tools: { ...tools, keepFile } };
}

test("another video chosen while the first is still being put away is kept all the same", async () => {
  const { files, away, tools } = slowShelf();
  const onNotKept = vi.fn();
  const it = new ImportFile(tools, onNotKept);
  it.becomes(file("first.mp4"));
  it.keep("d1");
  it.becomes(file("second.mp4"));
  away[0]?.(true);
  await Promise.resolve();
  it.keep("d1");
  expect(away).toHaveLength(2);
  away[1]?.(true);
  expect(files.get("d1")?.name).toBe("second.mp4");
});

test("where the first did not fit, nothing is said of the second", async () => {
  const { away, tools } = slowShelf();
  const onNotKept = vi.fn();
  const it = new ImportFile(tools, onNotKept);
  it.becomes(file("first.mp4"));
  it.keep("d1");
  it.becomes(file("second.mp4"));
  it.keep("d1");
  away[0]?.(false);
  away[1]?.(true);
  await vi.waitFor(() => expect(onNotKept).toHaveBeenCalled());
  expect(onNotKept.mock.calls).toEqual([[false]]);
});

test("an import does not go on with a file that is not its own", async () => {
  const { tools, files, imports, judged } = importWorld({ frames: [] });
  const { name, size, lastModified: modified } = file("second.mp4");
  const how = { facts: factsOf(5), model: "thunder", judged: 1, frames: 30, ended: false, cut: false } as const;
  await imports.put({ id: "d1", name, size, modified, ...how });
  files.set("d1", file("first.mp4"));
  const run = new ImportRun("d1", tools);
  await run.begin();
  expect(run.state.get()).toMatchObject({ kind: "choosing", again: { name: "second.mp4" } });
  expect(judged).toEqual([]);
});
