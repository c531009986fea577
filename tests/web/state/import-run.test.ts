import { describe, expect, test, vi } from "vitest";
import type { Draft } from "#dance/choreo/draft.ts";
import type { Crowd } from "#dance/pose/follow.ts";
import { POSE_SIZE, type Track } from "#dance/pose/pose.ts";
import { heldImports, whereFree } from "../../../web/state/import-hold.ts";
import { ImportRun } from "../../../web/state/import-run.ts";
import type { ImportState } from "../../../web/state/import-types.ts";
import { stick } from "../../dance/practice/stick.ts";
import { importWorld, type Script } from "../../fixtures/import-tools.ts";
import { memoryLocks } from "../../fixtures/locks.ts";

const file = (name = "chorus.mp4", text = "video") => new File([text], name);
/** Somebody, or several, who sway for so many frames. */
const film = (frames: number, places: readonly number[] = [0.67]): Crowd[] =>
  Array.from({ length: frames }, (_, i) => ({
    time: i / 30,
    bodies: places.map((x) => ({ pose: stick({ x: x + 0.02 * Math.sin(i / 6), confidence: 0.8 }), look: null })),
  }));

async function begun(script: Script, prepare: (world: ReturnType<typeof importWorld>) => unknown = () => undefined) {
  const world = importWorld(script);
  prepare(world);
  const run = new ImportRun("d1", world.tools);
  await run.begin();
  return { ...world, run };
}
const until = (run: ImportRun, kind: ImportState["kind"]) =>
  vi.waitFor(() => expect(run.state.get().kind).toBe(kind), { timeout: 20_000 });

describe("a video becomes a draft", () => {
  test("of the same id, in song time, with room for four counts before the first", async () => {
    const { run, drafts } = await begun({ frames: film(150) });
    expect(run.state.get()).toEqual({ kind: "choosing", again: null });
    await run.take(file());
    await until(run, "done");
    const draft = drafts.get("d1");
    expect(draft).toMatchObject({ title: { en: "chorus" }, tempo: { bpm: 120, firstBeat: 2 }, counts: 8 });
    expect(draft?.recording).toEqual({ seconds: 5, starts: 1.5, print: [1, 2] });
    expect(draft?.positions).toHaveLength(1);
    expect(draft?.positions[0]?.track[0]?.time).toBe(1.5);
    expect(draft?.positions[0]?.track[3]?.time).toBeCloseTo(1.6);
    expect(draft?.positions[0]?.track).toHaveLength(150);
  });

  test("after a stop and a reload no frame is judged twice and none is lost", async () => {
    const { run, tools, drafts, judged } = await begun({ frames: film(150) });
    run.state.subscribe(() => {
      const state = run.state.get();
      if (state.kind === "running" && state.job.frames === 90) run.stop();
    });
    void run.take(file());
    await until(run, "stopped");
    expect(run.state.get()).toMatchObject({ job: { frames: 90 } });
    run.close();
    const later = new ImportRun("d1", tools);
    await later.begin();
    await until(later, "done");
    expect(judged).toHaveLength(2);
    expect(judged[1]).toBeCloseTo(89 / 30);
    const times = drafts.get("d1")?.positions[0]?.track.map(({ time }) => time) ?? [];
    expect(times).toEqual(film(150).map(({ time }) => time + 1.5));
  });

  test("a thread that breaks loses nothing: it goes on there", async () => {
    const { run, world, drafts } = await begun({ frames: film(120), breaks: 60 });
    await run.take(file());
    expect(run.state.get()).toMatchObject({ kind: "failed", problem: "video-stopped" });
    world.script = { frames: film(120) };
    await run.goOn();
    await until(run, "done");
    expect(drafts.get("d1")?.positions[0]?.track).toHaveLength(120);
  });

  test("where the video could not be kept it is asked for again, and another file begins anew", async () => {
    const first = await begun({ frames: film(120), breaks: 60 }, ({ world }) => {
      world.keeps = false;
    });
    await first.run.take(file());
    expect(first.run.notes.get().notKept).toBe(true);
    await vi.waitFor(async () => expect(await first.imports.get("d1")).toMatchObject({ frames: 60 }));
    const later = new ImportRun("d1", first.tools);
    await later.begin();
    expect(later.state.get()).toMatchObject({ kind: "choosing", again: { name: "chorus.mp4", frames: 60 } });
    first.world.script = { frames: film(120) };
    await later.take(file("other.mp4"));
    await until(later, "done");
    expect(first.judged).toEqual([-1, -1]);
    expect(first.drafts.get("d1")?.title.en).toBe("other");
  });

  test("a draft of one dancer that was edited since stays as it is", async () => {
    const { run, tools, drafts } = await begun({ frames: film(60) });
    await run.take(file());
    await until(run, "done");
    const edited = { ...drafts.get("d1"), counts: 3 } as Draft;
    drafts.set("d1", edited);
    const later = new ImportRun("d1", tools);
    await later.begin();
    await until(later, "done");
    expect(drafts.get("d1")).toBe(edited);
  });

  test("a full device is told, and the import comes to its end all the same", async () => {
    const { run, drafts } = await begun({ frames: film(120) }, ({ imports }) => {
      imports.full = true;
    });
    await run.take(file());
    await until(run, "done");
    expect(run.notes.get().notSaved).toBe(true);
    expect(drafts.get("d1")?.positions[0]?.track).toHaveLength(120);
  });

  test("a draft that cannot be kept is told, and made again on asking without judging anew", async () => {
    const { run, world, judged, drafts } = await begun({ frames: film(60) });
    world.draftsFull = true;
    await run.take(file());
    expect(run.state.get()).toMatchObject({ kind: "failed", problem: "not-drafted" });
    world.draftsFull = false;
    await run.goOn();
    await until(run, "done");
    expect(judged).toEqual([-1]);
    expect(drafts.size).toBe(1);
  });
});

describe("two tabs on one video", () => {
  const tabs = async (script: Script) => {
    const locks = memoryLocks();
    const first = await begun(script, ({ world }) => {
      world.locks = locks;
    });
    return { ...first, locks };
  };

  test("the second waits for the first, then goes on where that was: no frame twice, none lost", async () => {
    const { run, tools, world, judged, drafts, locks } = await tabs({ frames: film(150), breaks: 90 });
    await run.take(file());
    expect(run.state.get()).toMatchObject({ kind: "failed", problem: "video-stopped" });
    world.script = { frames: film(150) };
    const second = new ImportRun("d1", tools);
    void second.begin();
    await until(second, "elsewhere");
    expect([...(await heldImports(locks))]).toEqual(["d1"]);
    const drop = vi.fn(async () => undefined);
    await whereFree("d1", drop, locks);
    expect(drop).not.toHaveBeenCalled();
    expect(judged).toHaveLength(1);
    run.close();
    await until(second, "done");
    expect(judged).toHaveLength(2);
    const times = drafts.get("d1")?.positions[0]?.track.map(({ time }) => time);
    expect(times).toEqual(film(150).map(({ time }) => time + 1.5));
    second.close();
    await vi.waitFor(async () => expect((await heldImports(locks)).size).toBe(0));
    await whereFree("d1", drop, locks);
    expect(drop).toHaveBeenCalledOnce();
  });

  test("one that is closed while it waits never takes it", async () => {
    const { run, tools, locks } = await tabs({ frames: film(60) });
    const second = new ImportRun("d1", tools);
    const waited = second.begin();
    await until(second, "elsewhere");
    second.close();
    await waited;
    run.close();
    await vi.waitFor(async () => expect((await heldImports(locks)).size).toBe(0));
    expect(second.state.get()).toEqual({ kind: "elsewhere" });
  });
});

describe("what no draft can be made of", () => {
  test("a codec that is not read is named", async () => {
    const { run } = await begun({ frames: [], problem: "video-undecodable" });
    await run.take(file());
    expect(run.state.get()).toEqual({ kind: "failed", problem: "video-undecodable", detail: "HEVC (H.265)" });
  });
  test("an empty room is told, and another video may be chosen", async () => {
    const empty = film(90).map(({ time }) => ({ time, bodies: [{ pose: new Float32Array(POSE_SIZE), look: null }] }));
    const { run, imports } = await begun({ frames: empty });
    await run.take(file());
    await until(run, "failed");
    expect(run.state.get()).toMatchObject({ problem: "video-nobody" });
    await run.discard();
    expect(run.state.get()).toEqual({ kind: "choosing", again: null });
    expect(await imports.all()).toEqual([]);
  });
  test("a cut video gives what came before the cut, and says so", async () => {
    const { run, imports } = await begun({ frames: film(60), cut: true });
    await run.take(file());
    await until(run, "done");
    expect(await imports.get("d1")).toMatchObject({ cut: true, ended: true });
  });
});

describe("several dancers", () => {
  const middle = (track: Track) => (track[0]?.pose[33] ?? 0) + (track[0]?.pose[36] ?? 0);
  test("one is chosen, and can be chosen again: keyframes stay on their counts with the other's poses", async () => {
    const { run, tools, drafts } = await begun({ frames: film(150, [0.4, 1]), model: "multipose" });
    await run.take(file());
    await until(run, "who");
    const state = run.state.get() as Extract<ImportState, { kind: "who" }>;
    expect(state.dancers).toHaveLength(2);
    const [a, b] = [...state.dancers].sort((one, two) => middle(one) - middle(two)) as [Track, Track];
    await run.choose([{ name: "A", track: a }]);
    const draft = drafts.get("d1");
    if (!draft) throw new Error("no draft");
    expect(draft.positions).toHaveLength(1);
    expect(draft.positions[0]?.name).toBe("");
    const keyframe = { count: 2, pose: a[20]?.pose as Float32Array, weight: 1.5 };
    const position = { ...draft.positions[0], keyframes: [keyframe] } as (typeof draft.positions)[number];
    drafts.set("d1", { ...draft, title: { en: "Mine", ko: "" }, positions: [position] });

    const again = new ImportRun("d1", tools);
    await again.begin();
    await until(again, "who");
    await again.choose([
      { name: "A", track: a },
      { name: "B", track: b },
    ]);
    const both = drafts.get("d1");
    expect(both?.title.en).toBe("Mine");
    expect(both?.positions.map(({ name }) => name)).toEqual(["A", "B"]);
    for (const [i, track] of [a, b].entries()) {
      const [kept] = both?.positions[i]?.keyframes ?? [];
      expect(kept).toMatchObject({ count: 2, weight: 1.5 });
      expect(Math.abs((kept?.pose[33] ?? 0) - (track[45]?.pose[33] ?? 9))).toBeLessThan(0.02);
    }
  });
});

describe("a draft that is made keeps its video", () => {
  /** A draft made of a video in which two dance, and its import opened again. */
  async function drafted() {
    const world = await begun({ frames: film(150, [0.4, 1]), model: "multipose" });
    await world.run.take(file());
    await until(world.run, "who");
    const { dancers } = world.run.state.get() as Extract<ImportState, { kind: "who" }>;
    await world.run.choose([{ name: "", track: dancers[0] as Track }]);
    const again = new ImportRun("d1", world.tools);
    return { ...world, again, draft: world.drafts.get("d1") };
  }

  test("where its import is thrown away and another video brought: that becomes a draft of its own", async () => {
    const { again, world, draft, drafts, files, imports } = await drafted();
    await again.begin();
    await until(again, "who");
    await again.discard();
    expect(again.state.get()).toEqual({ kind: "choosing", again: null });
    expect(files.get("d1")?.name).toBe("chorus.mp4");
    world.script = { frames: film(60) };
    await again.take(file("other.mp4"));
    await until(again, "done");
    const { draft: made } = again.state.get() as Extract<ImportState, { kind: "done" }>;
    expect(made).not.toBe("d1");
    expect(drafts.get(made)).toMatchObject({ id: made, title: { en: "other" } });
    expect([files.get("d1")?.name, files.get(made)?.name]).toEqual(["chorus.mp4", "other.mp4"]);
    expect(drafts.get("d1")).toBe(draft);
    expect(await imports.get("d1")).toMatchObject({ name: "chorus.mp4", ended: true });
  });

  test("where nobody is found in its frames any more", async () => {
    const { again, imports, files } = await drafted();
    imports.frames = async () => [];
    await again.begin();
    await until(again, "failed");
    expect(files.has("d1")).toBe(true);
  });

  test("where the same video is brought again: its dancers may be chosen again", async () => {
    const { again, files } = await drafted();
    await again.begin();
    await again.discard();
    await again.take(file());
    await until(again, "who");
    expect(files.get("d1")?.name).toBe("chorus.mp4");
  });
});
