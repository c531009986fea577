import fc from "fast-check";
import { expect, test } from "vitest";
import { countAtTime, countName, timeOfCount } from "#dance/music/tempo.ts";

const tempos = fc.record({
  bpm: fc.double({ min: 60, max: 200, noNaN: true }),
  firstBeat: fc.double({ min: 0, max: 10, noNaN: true }),
});

test("the first count falls on the first beat, and the next one a beat later", () => {
  const tempo = { bpm: 120, firstBeat: 2 };
  expect(timeOfCount(tempo, 0)).toBe(2);
  expect(timeOfCount(tempo, 1)).toBe(2.5);
  expect(timeOfCount(tempo, 8.5)).toBe(6.25);
});

test("the count at a count's time is that count, at any tempo", () => {
  fc.assert(
    fc.property(tempos, fc.double({ min: -16, max: 640, noNaN: true }), (tempo, count) => {
      expect(countAtTime(tempo, timeOfCount(tempo, count))).toBeCloseTo(count, 6);
    }),
  );
});

test("counts are written as dancers say them", () => {
  expect([0, 7, 8, 20, 20.5, 639].map(countName)).toEqual(["1:1", "1:8", "2:1", "3:5", "3:5&", "80:8"]);
});
