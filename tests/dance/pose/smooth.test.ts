import fc from "fast-check";
import { expect, test } from "vitest";
import { POSE_SIZE } from "#dance/pose/pose.ts";
import { PoseSmoother, SMOOTHING } from "#dance/pose/smooth.ts";

const FRAME = 1 / 30;

/** A body whose every coordinate is `value`, seen with `confidence`. */
const at = (value: number, confidence = 0.9) =>
  new Float32Array(POSE_SIZE).map((_, i) => (i % 3 === 2 ? confidence : value));
const x = (pose: Float32Array) => pose[0] as number;

test("a pose held still stays exactly where it is", () => {
  fc.assert(
    fc.property(fc.float({ min: -1, max: 2, noNaN: true }), fc.integer({ min: 1, max: 60 }), (place, frames) => {
      const smoother = new PoseSmoother();
      for (let f = 0; f < frames; f++) expect(x(smoother.smooth(at(place), f * FRAME))).toBeCloseTo(place, 5);
    }),
  );
});

test("a smoothed pose never leaves the span of what was seen", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (places) => {
      const smoother = new PoseSmoother();
      places.forEach((place, f) => {
        const out = x(smoother.smooth(at(place), f * FRAME));
        expect(out).toBeGreaterThanOrEqual(Math.min(...places) - 1e-6);
        expect(out).toBeLessThanOrEqual(Math.max(...places) + 1e-6);
      });
    }),
  );
});

test.each([0.5, 1, 2, 4])("an arm sweeping %d picture heights a second lags less than 40 ms", (speed) => {
  for (const fps of [15, 30]) {
    const smoother = new PoseSmoother();
    let out = 0;
    for (let f = 0; f < fps; f++) out = x(smoother.smooth(at((speed * f) / fps), f / fps));
    const lag = (fps - 1) / fps - out / speed;
    expect(lag).toBeGreaterThanOrEqual(0);
    expect(lag).toBeLessThan(0.04);
  }
});

test("a trembling hand is held at least twice as still", () => {
  const smoother = new PoseSmoother();
  let raw = 0;
  let smooth = 0;
  for (let f = 0; f < 300; f++) {
    const tremble = 0.004 * Math.sin(f * 12.9898) * Math.cos(f * 78.233);
    const out = x(smoother.smooth(at(0.5 + tremble), f * FRAME)) - 0.5;
    if (f < 30) continue;
    raw += tremble ** 2;
    smooth += out ** 2;
  }
  expect(Math.sqrt(smooth / raw)).toBeLessThan(0.5);
});

test("after a reset, a long silence or a step back in time the next pose is taken as it is", () => {
  const smoother = new PoseSmoother();
  smoother.smooth(at(0), 0);
  smoother.reset();
  expect(x(smoother.smooth(at(1), FRAME))).toBe(1);
  expect(x(smoother.smooth(at(0), FRAME + SMOOTHING.longestGap + 0.1))).toBe(0);
  expect(x(smoother.smooth(at(1), 0.1))).toBe(1);
});

test("a wrist that was hidden is taken as it is when it comes back", () => {
  const smoother = new PoseSmoother();
  smoother.smooth(at(0), 0);
  expect(x(smoother.smooth(at(0.4, 0.05), FRAME))).toBe(Math.fround(0.4));
  expect(x(smoother.smooth(at(1), 2 * FRAME))).toBe(1);
});
