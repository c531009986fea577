import fc from "fast-check";
import { expect, test } from "vitest";
import { SmoothClock } from "../../../web/song/clock.ts";

test("runs smoothly between the steps of a media clock, at any rate", () => {
  for (const rate of [0.5, 0.75, 1, 1.25]) {
    const clock = new SmoothClock();
    clock.set(10, 0);
    let last = 10;
    for (let now = 1 / 60; now < 6; now += 1 / 60) {
      const media = 10 + Math.floor(now / 0.2) * 0.2 * rate; // moves five times a second
      const time = clock.read(media, now, rate);
      expect(time - last).toBeGreaterThan(0);
      expect(time - last).toBeLessThan((rate / 60) * 1.7 + 0.001);
      expect(Math.abs(time - (10 + now * rate))).toBeLessThan(0.12);
      last = time;
    }
  }
});

test("never runs backwards, whatever the media clock says", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }))),
      (steps) => {
        const clock = new SmoothClock();
        clock.set(0, 0);
        let [now, last] = [0, 0];
        for (const [media, wait] of steps) {
          now += wait;
          const time = clock.read(media, now, 1);
          expect(time).toBeGreaterThanOrEqual(last);
          last = time;
        }
      },
    ),
  );
});

test("waits when the sound stalls, and follows at once when the sound is far ahead", () => {
  const clock = new SmoothClock();
  clock.set(5, 0);
  expect(clock.read(5, 10, 1)).toBeLessThan(5.6);
  expect(clock.read(8, 10.01, 1)).toBe(8);
});

test("goes back by a seek only", () => {
  const clock = new SmoothClock();
  clock.set(20, 0);
  clock.read(20.5, 0.5, 1);
  clock.set(3, 0.6);
  expect(clock.read(3, 0.6, 1)).toBe(3);
});
