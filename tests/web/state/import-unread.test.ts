import { describe, expect, test, vi } from "vitest";
import type { Crowd } from "#dance/pose/follow.ts";
import { ImportRun } from "../../../web/state/import-run.ts";
import type { Heard, ImportState } from "../../../web/state/import-types.ts";
import { stick } from "../../dance/practice/stick.ts";
import { importWorld } from "../../fixtures/import-tools.ts";

const film = (frames: number): Crowd[] =>
  Array.from({ length: frames }, (_, i) => ({
    time: i / 30,
    bodies: [{ pose: stick({ x: 0.67 + 0.02 * Math.sin(i / 6), confidence: 0.8 }), look: null }],
  }));
const file = (name = "chorus.mp4") => new File(["video"], name);
const refuse = () => Promise.reject(new DOMException("no", "UnknownError"));
const until = (run: ImportRun, kind: ImportState["kind"]) =>
  vi.waitFor(() => expect(run.state.get().kind).toBe(kind), { timeout: 10_000 });
const world = (frames = 90) => importWorld({ frames: film(frames) });

describe("what is kept of an import cannot be read just now: it is told, and nothing is lost", () => {
  test("its frames, when all is judged", async () => {
    const { tools, imports, files, drafts, judged } = world();
    const run = new ImportRun("d1", tools);
    await run.begin();
    const { frames } = imports;
    imports.frames = refuse;
    await run.take(file());
    expect(run.state.get()).toMatchObject({ kind: "failed", problem: "import-unread" });
    imports.frames = frames;
    expect(await imports.get("d1")).toMatchObject({ frames: 90, ended: true });
    expect([...files.keys()]).toEqual(["d1"]);
    await run.goOn();
    await until(run, "done");
    expect(judged).toEqual([-1]);
    expect(drafts.get("d1")?.positions[0]?.track).toHaveLength(90);
  });

  test("some of its frames, so that nobody seems to dance in it", async () => {
    const { tools, imports, files } = world();
    const run = new ImportRun("d1", tools);
    await run.begin();
    imports.frames = async () => [];
    await run.take(file());
    expect(run.state.get()).toMatchObject({ kind: "failed", problem: "import-unread" });
    expect(await imports.get("d1")).not.toBeNull();
    expect([...files.keys()]).toEqual(["d1"]);
  });

  test("how far it was: it goes on from there once that is read, and another video lies beside it", async () => {
    const { tools, imports, world: its, drafts, judged } = world();
    its.script = { ...its.script, breaks: 60 };
    const first = new ImportRun("d1", tools);
    await first.begin();
    await first.take(file());
    await vi.waitFor(async () => expect(await imports.get("d1")).toMatchObject({ frames: 60 }));
    first.close();
    its.script = { frames: film(90) };
    const { get } = imports;
    imports.get = refuse;
    const later = new ImportRun("d1", tools);
    await later.begin();
    expect(later.state.get()).toMatchObject({ kind: "failed", problem: "import-unread" });
    await later.discard();
    await later.take(file("other.mp4"));
    await until(later, "done");
    const { draft } = later.state.get() as Extract<ImportState, { kind: "done" }>;
    expect(draft).not.toBe("d1");
    imports.get = get;
    expect(await imports.get("d1")).toMatchObject({ name: "chorus.mp4", frames: 60 });
    const again = new ImportRun("d1", tools);
    await again.begin();
    await until(again, "done");
    expect(judged).toEqual([-1, -1, 59 / 30]);
    expect(drafts.get("d1")?.positions[0]?.track).toHaveLength(90);
  });

  test("tried again, it is read first", async () => {
    const { tools, imports } = world();
    const { get } = imports;
    imports.get = refuse;
    const run = new ImportRun("d1", tools);
    await run.begin();
    imports.get = get;
    await run.goOn();
    expect(run.state.get()).toEqual({ kind: "choosing", again: null });
  });

  test("its draft: no import stands at finishing for ever, and an edited one is not overwritten", async () => {
    const { tools, drafts } = world();
    const saved = vi.spyOn(tools, "saveDraft");
    const run = new ImportRun("d1", { ...tools, loadDraft: refuse });
    await run.begin();
    await run.take(file());
    expect(run.state.get()).toMatchObject({ kind: "failed", problem: "import-unread" });
    expect(saved).not.toHaveBeenCalled();
    expect(drafts.size).toBe(0);
  });
});

describe("stopped while its draft is made", () => {
  /** An import whose sound is listened to until `heard`. */
  async function making() {
    const { tools, ...rest } = world();
    let heard = (_: Heard) => {};
    const hearing = new Promise<Heard>((resolve) => {
      heard = resolve;
    });
    const run = new ImportRun("d1", { ...tools, hear: () => hearing });
    await run.begin();
    const taken = run.take(file());
    await until(run, "making");
    await vi.waitFor(async () => expect(await rest.imports.get("d1")).toMatchObject({ ended: true }));
    return { ...rest, run, taken, heard: () => heard({ tempo: { bpm: 120, firstBeat: 0.5 }, print: [] }) };
  }
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 20));

  test("it stays stopped, and goes on when asked", async () => {
    const { run, heard, drafts, taken } = await making();
    run.stop();
    heard();
    await taken;
    await quiet();
    expect(run.state.get().kind).toBe("stopped");
    expect(drafts.size).toBe(0);
    await run.goOn();
    await until(run, "done");
    expect(drafts.size).toBe(1);
  });

  test("thrown away, no draft comes of it", async () => {
    const { run, heard, drafts, imports, taken } = await making();
    run.stop();
    await run.discard();
    heard();
    await taken;
    await quiet();
    expect(run.state.get()).toEqual({ kind: "choosing", again: null });
    expect(drafts.size).toBe(0);
    expect(await imports.all()).toEqual([]);
  });

  test("nor where the page was left", async () => {
    const { run, heard, drafts, taken } = await making();
    run.close();
    heard();
    await taken;
    await quiet();
    expect(drafts.size).toBe(0);
  });
});
