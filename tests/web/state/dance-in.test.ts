import { beforeEach, expect, test, vi } from "vitest";
import { draftOf } from "../../../web/state/dance-in.ts";
import { beginDance, DanceLog, danceTrack, dropAllDances } from "../../../web/state/dance-log.ts";
import type { DancePlan } from "../../../web/state/dance-plan.ts";
import { listDrafts } from "../../../web/state/drafts.ts";
import { jack } from "../../fixtures/jacks.ts";
import { memoryDatabase } from "../../fixtures/memory-database.ts";

const disk = vi.hoisted(() => ({
  now: null as ReturnType<typeof memoryDatabase> | null,
  songs: new Map<string, File>(),
}));
vi.mock("../../../web/offline/database.ts", () => ({ database: () => async () => disk.now?.db }));
const full = { ok: false, problem: { code: "recording-no-room", message: "full" } } as const;
vi.mock("../../../web/state/recordings.ts", () => ({
  linkRecording: async () => false,
  keepRecording: async () => full,
  dropRecording: async (id: string) => void disk.songs.delete(id),
}));

beforeEach(() => {
  disk.now = memoryDatabase({ dances: "id", pieces: null, drafts: "id", cards: "id" }, { dance: "dance" });
  disk.songs = new Map([["p1", file]]);
});

const file = new File(["song"], "song.mp3");
const tempo = { bpm: 120, firstBeat: 2 };
const song = { file, seconds: 60, starts: 0, print: [1, 2] };
const plan: DancePlan = { id: "p1", beganAt: 1, tempo, song, heedArms: true };
const track = Array.from({ length: 300 }, (_, i) => ({ time: 2 + i / 30, pose: jack(0.3) }));
const kept = { from: 0, to: 2, title: "Mine" };

test("a dance whose song cannot be kept stays as it is, and its only copy with it", async () => {
  const made = await draftOf(plan, { track, tempo }, kept, false);
  expect(made.ok || made.problem.code).toBe("recording-no-room");
  expect(disk.songs.get("p1")).toBe(file);
  expect(await listDrafts()).toEqual([]);
});

test("whoever wants the routine all the same has it, and what is known of its song", async () => {
  const made = await draftOf(plan, { track, tempo }, kept, true);
  expect(made.ok).toBe(true);
  expect((await listDrafts()).map(({ title }) => title.en)).toEqual(["Mine"]);
});

test("a dance that another tab cleared from this device does not come back, piece by piece", async () => {
  await beginDance({ id: "p1", beganAt: 1, tempo, song: null });
  const log = new DanceLog("p1");
  const some = (from: number) => {
    for (let i = from; i < from + 30; i++) log.frame({ time: i / 30, pose: jack(0.3) });
    return log.flush();
  };
  await some(0);
  expect([log.safe, (await danceTrack("p1")).length]).toEqual([true, 30]);
  await dropAllDances();
  await some(30);
  expect([log.safe, await danceTrack("p1")]).toEqual([false, []]);
});
