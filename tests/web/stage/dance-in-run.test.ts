import { beforeEach, expect, test, vi } from "vitest";
import { DanceInRun } from "../../../web/stage/dance-in-run.ts";
import { jack } from "../../fixtures/jacks.ts";

const TEMPO = { bpm: 120, firstBeat: 2 };
let now = 0;
let began = 0;
let from: number | null = null;
/** A song that runs with the clock of the test. */
const song = {
  rate: 1,
  ended: false,
  time: () => (from === null ? 0 : from + (now - began) / 1000),
  play: (at: number) => {
    [from, began] = [at, now];
  },
  pause: () => undefined,
};

let run: DanceInRun;
beforeEach(() => {
  vi.stubGlobal("performance", { now: () => now });
  [now, from] = [0, null];
  run = new DanceInRun({ song, tempo: TEMPO, until: 60, clicks: false });
});

/** Lets so many seconds go by at 50 pictures a second, and dances them. */
function dance(seconds: number, latency = 0): void {
  for (let i = 0; i < seconds * 50; i++) {
    now += 20;
    run.song.keepTime(now);
    run.see({ at: now, pose: jack(0.4), workMs: 5, tensors: 1 }, latency);
  }
}
const times = () => run.frames.map(({ time }) => time);

test("the dance begins half a second before the first count, and every frame has its song time", () => {
  run.begin(now);
  dance(4);
  expect(times()[0]).toBeCloseTo(1.5, 1);
  expect(times().at(-1)).toBeCloseTo(4, 1);
  expect(times().every((time, i) => i === 0 || time > (times()[i - 1] ?? 0))).toBe(true);
});

test("the measured delay is taken off", () => {
  run.begin(now);
  dance(4, 0.25);
  expect(times().at(-1)).toBeCloseTo(3.75, 1);
});

test("after a pause the eight-count under way is danced again, and what came before it stays", () => {
  run.begin(now);
  dance(8); // song time 8: the second eight-count began at 6
  run.song.halt(now);
  now += 5000;
  expect(run.goOn(now)).toBe(6);
  expect(times().at(-1)).toBeLessThan(6);
  dance(4);
  const all = times();
  expect(all.at(-1)).toBeCloseTo(8, 1);
  expect(all.every((time, i) => i === 0 || time > (all[i - 1] ?? 0))).toBe(true);
});

test("a pause in the first eight-count, or a new start, forgets all", () => {
  run.begin(now);
  dance(4);
  run.song.halt(now);
  expect(run.goOn(now)).toBe(Number.NEGATIVE_INFINITY);
  expect(run.frames).toEqual([]);
  dance(4);
  run.song.halt(now);
  run.begin(now);
  expect(run.frames).toEqual([]);
});

test("who is not seen is nobody on that frame, not a gap", () => {
  run.begin(now);
  dance(3);
  now += 20;
  run.see({ at: now, pose: null, workMs: 5, tensors: 1 }, 0);
  expect(run.frames.at(-1)?.pose.every((value) => value === 0)).toBe(true);
});
