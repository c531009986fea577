import { expect, test } from "vitest";
import { SongClock } from "../../../web/stage/clock.ts";

/** A song whose time is told by hand. */
const song = { now: 0, ended: false, time: () => song.now };
const fresh = () => {
  Object.assign(song, { now: 0, ended: false });
  return new SongClock(song);
};

test("the count-in runs towards the first count at the speed of the song", () => {
  const clock = fresh();
  clock.countIn(4, 3000, 0.5);
  expect(clock.time(3000)).toBeCloseTo(4);
  expect(clock.time(1000)).toBeCloseTo(3);
});

test("the clock follows the song through small steps without ever stepping itself", () => {
  const clock = fresh();
  clock.countIn(0, 0, 1);
  clock.follow();
  let before = -1;
  for (let ms = 0; ms < 4000; ms += 16) {
    song.now = Math.floor(ms / 46) * 0.046; // a media clock that moves in steps of 46 ms
    clock.look(ms);
    const time = clock.time(ms);
    expect(time).toBeGreaterThan(before);
    expect(Math.abs(time - ms / 1000)).toBeLessThan(0.05);
    before = time;
  }
});

test("when the song jumps, the clock jumps with it", () => {
  const clock = fresh();
  clock.countIn(0, 0, 1);
  clock.follow();
  song.now = 10;
  clock.look(100);
  expect(clock.time(100)).toBeCloseTo(10);
});

test("after the song has ended time runs on, so that the last count can be judged", () => {
  const clock = fresh();
  clock.countIn(0, 0, 1);
  clock.follow();
  song.now = 1;
  clock.look(1000);
  Object.assign(song, { ended: true, now: 0 });
  clock.look(1400);
  expect(clock.time(1400)).toBeCloseTo(1.4);
});

test("a paused clock stands still at the moment of the pause", () => {
  const clock = fresh();
  clock.countIn(0, 0, 1);
  clock.stop(2500);
  expect(clock.time(2500)).toBeCloseTo(2.5);
  expect(clock.time(9000)).toBeCloseTo(2.5);
});
