import { expect, test } from "vitest";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { TakeRun } from "../../../web/stage/take-run.ts";
import { jacks, jackTime, jackTrack } from "../../fixtures/jacks.ts";

const COUNTS = 32;
const reference = prepare(jacks(COUNTS), WHOLE);
const track = jackTrack(COUNTS);
const PLAIN = { mirror: false, seated: false };

/** Dances the fixture from one song time to another; answers how many keyframes were judged. */
function dance(run: TakeRun, from: number, to: number): number {
  let judged = 0;
  for (const { time, pose } of track) if (time >= from && time < to) judged += run.feed(time, pose).length;
  return judged;
}

test("a dance that was paused and danced on from its eight-count is worth what one without a pause is", () => {
  const whole = new TakeRun(reference, PLAIN);
  dance(whole, 0, 99);
  const paused = new TakeRun(reference, PLAIN);
  dance(paused, 0, jackTime(11.3));
  const from = paused.startOfEightCount(jackTime(11.3));
  expect(from).toBeCloseTo(jackTime(8));
  paused.rewind(from);
  expect(paused.frames.every(({ time }) => time < from)).toBe(true);
  dance(paused, from, 99);
  expect(paused.frames).toEqual(whole.frames);
  expect(paused.result()).toEqual(whole.result());
});

test("the frames of a take judge again to the letter", () => {
  const run = new TakeRun(reference, PLAIN);
  dance(run, 0, 99);
  expect(rejudge(reference, run.frames, PLAIN)).toEqual(run.result());
  expect(run.result().score).toBeGreaterThan(800_000);
});

test("dancing the jacks keeps a combo, and going back takes back what was judged since", () => {
  const run = new TakeRun(reference, PLAIN);
  dance(run, 0, jackTime(14.5));
  const before = run.combo;
  expect(before).toBeGreaterThan(8);
  run.rewind(run.startOfEightCount(jackTime(14.5)));
  expect(run.combo).toBeLessThan(before);
});

test("a pause in the first eight-count forgets all of it and goes on", () => {
  const run = new TakeRun(reference, PLAIN);
  dance(run, 0, jackTime(4.5));
  run.rewind(Number.NEGATIVE_INFINITY);
  expect(run.frames).toEqual([]);
  expect(run.combo).toBe(0);
});

test("nobody in the picture is fed as nobody, and comes out unseen", () => {
  const run = new TakeRun(reference, PLAIN);
  for (const { time } of track) run.feed(time, null);
  expect(run.result().coverage).toBe(0);
  expect(run.result().words.unseen).toBe(COUNTS);
});

test("a frame that does not come later than the last is dropped", () => {
  const run = new TakeRun(reference, PLAIN);
  run.feed(1, null);
  run.feed(1, null);
  run.feed(0.9, null);
  expect(run.frames.map(({ time }) => time)).toEqual([1]);
});

test("a pause before the first eight-count is over goes back to the start of the section", () => {
  const chorus = prepare(jacks(COUNTS), 1);
  expect(new TakeRun(chorus, PLAIN).startOfEightCount(chorus.from - 1)).toBe(chorus.from);
});

test("who sits is judged without legs, live as by whoever judges again", () => {
  const legs = [13, 14, 15, 16];
  const noLegs = track.map(({ time, pose }) => ({
    time,
    pose: pose.map((n, i) => (legs.includes(Math.floor(i / 3)) ? 0 : n)),
  }));
  const run = new TakeRun(reference, { mirror: false, seated: true });
  for (const { time, pose } of noLegs) run.feed(time, pose);
  const result = run.result();
  expect(result).toEqual(rejudge(reference, run.frames, { mirror: false, seated: true }));
  expect(result.coverage).toBeGreaterThan(0.95);
  expect(result.score).toBeGreaterThan(800_000);
});
