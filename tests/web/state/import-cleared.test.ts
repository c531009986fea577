import { expect, test, vi } from "vitest";
import type { Crowd } from "#dance/pose/follow.ts";
import { ImportRun } from "../../../web/state/import-run.ts";
import { stick } from "../../dance/practice/stick.ts";
import { importWorld } from "../../fixtures/import-tools.ts";

const film = (frames: number): Crowd[] =>
  Array.from({ length: frames }, (_, i) => ({
    time: i / 30,
    bodies: [{ pose: stick({ x: 0.67 + 0.02 * Math.sin(i / 6), confidence: 0.8 }), look: null }],
  }));
const file = () => new File(["video"], "chorus.mp4");

/** An import whose device is cleared, in another tab, as soon as so many frames are read. */
async function cleared(after: number) {
  const { tools, imports, drafts } = importWorld({ frames: film(150) });
  const run = new ImportRun("d1", tools);
  await run.begin();
  const { add } = imports;
  imports.add = async (job, at, frames) => {
    await add(job, at, frames);
    if (job.frames === after) await imports.clear();
  };
  void run.take(file());
  await vi.waitFor(() => expect(run.state.get()).toEqual({ kind: "choosing", again: null }), { timeout: 10_000 });
  return { run, tools, imports, drafts };
}

test.each([60, 150])("a device cleared at frame %i of 150 stays clear, and the import begins anew", async (after) => {
  const { run, imports, drafts } = await cleared(after);
  expect(await imports.all()).toEqual([]);
  expect(await imports.frames("d1")).toEqual([]);
  expect(drafts.size).toBe(0);
  expect(run.notes.get().notSaved).toBe(false);
});

const two = (frames: number): Crowd[] =>
  Array.from({ length: frames }, (_, i) => ({
    time: i / 30,
    bodies: [0.3, 0.7].map((x) => ({
      pose: stick({ x: x + 0.02 * Math.sin(i / 6), confidence: 0.8 }),
      look: null,
    })),
  }));

test("a dancer who is chosen in a tab left open while the device was cleared brings nothing back", async () => {
  const { tools, imports, drafts, files } = importWorld({ frames: two(90), model: "multipose" });
  const run = new ImportRun("d1", tools);
  await run.begin();
  void run.take(file());
  await vi.waitFor(() => expect(run.state.get().kind).toBe("who"), { timeout: 10_000 });
  const who = run.state.get();
  await imports.clear();
  files.clear();
  await run.choose(who.kind === "who" ? who.dancers.map((track) => ({ name: "", track })) : []);
  expect(run.state.get()).toEqual({ kind: "choosing", again: null });
  expect([drafts.size, (await imports.all()).length, files.size]).toEqual([0, 0, 0]);
});

test("an import that was stopped does not go on once the device was cleared, and its video is not put back", async () => {
  const { tools, imports, drafts, files } = importWorld({ frames: film(150) });
  const run = new ImportRun("d1", tools);
  await run.begin();
  const { add } = imports;
  imports.add = async (job, at, frames) => {
    await add(job, at, frames);
    if (job.frames === 60) run.stop();
  };
  void run.take(file());
  await vi.waitFor(() => expect(run.state.get().kind).toBe("stopped"), { timeout: 10_000 });
  await imports.clear();
  files.clear();
  await run.goOn();
  expect(run.state.get()).toEqual({ kind: "choosing", again: null });
  expect([drafts.size, (await imports.all()).length, files.size]).toEqual([0, 0, 0]);
});

test("what is brought after that is read from its beginning", async () => {
  const { run, drafts, imports } = await cleared(60);
  void run.take(file());
  imports.clear = async () => undefined;
  await vi.waitFor(() => expect(run.state.get().kind).toBe("done"), { timeout: 10_000 });
  expect(drafts.get("d1")?.positions[0]?.track).toHaveLength(150);
});
