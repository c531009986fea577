import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Track } from "#dance/pose/pose.ts";
import { calibrate, clapsIn } from "#dance/practice/clap.ts";
import { looks, stick } from "./stick.ts";

const clicks = Array.from({ length: 8 }, (_, i) => 1 + i);

/** Half the way between the hands, in torso lengths, at `since` seconds after the nearest clap touched. */
function apart(since: number): number {
  const [touch, open] = [0.08, 0.6];
  if (since < -0.3 || since > 0.45) return open;
  if (since < 0) return touch + ((open - touch) * -since) / 0.3;
  return since < 0.1 ? touch : touch + ((open - touch) * (since - 0.1)) / 0.35;
}

/** A dancer who claps at these seconds. */
function clapping(moments: readonly number[], fps: number, wobble = 0): Track {
  return looks(fps, 10).map((time, i) => {
    const since = Math.min(...moments.map((m) => (time - m < -0.5 ? 9 : time - m > 0.5 ? 9 : time - m)), 9);
    const out = apart(since) + wobble * Math.sin(i * 12.9898);
    return { time, pose: stick({ left: { out, up: -0.4 }, right: { out, up: -0.4 } }) };
  });
}

describe("clapping with the clicks", () => {
  test("every clap is found, at its moment", () => {
    const moments = clicks.map((c) => c + 0.12);
    const found = clapsIn(clapping(moments, 30));
    expect(found).toHaveLength(8);
    for (const [i, clap] of found.entries()) expect(Math.abs(clap - (moments[i] ?? 0))).toBeLessThan(0.03);
  });
  test("at any latency between -100 and 350 ms and 15 to 30 looks a second it is told within 20 ms", () => {
    const latency = fc.double({ min: -0.1, max: 0.35, noNaN: true });
    fc.assert(
      fc.property(latency, fc.integer({ min: 15, max: 30 }), (late, fps) => {
        const told = calibrate(
          clapping(
            clicks.map((c) => c + late),
            fps,
          ),
          clicks,
        );
        expect(told.told).toBe(true);
        if (told.told) expect(Math.abs(told.latency - late)).toBeLessThan(0.02);
      }),
    );
  });
  test("a trembling picture moves it little", () => {
    const told = calibrate(
      clapping(
        clicks.map((c) => c + 0.2),
        30,
        0.01,
      ),
      clicks,
    );
    expect(told.told && Math.abs(told.latency - 0.2)).toBeLessThan(0.025);
  });
  test("a loudspeaker of the air, 600 ms late, is told as well", () => {
    const told = calibrate(
      clapping(
        clicks.map((c) => c + 0.6),
        30,
      ),
      clicks,
    );
    expect(told.told && Math.abs(told.latency - 0.6)).toBeLessThan(0.02);
  });
  test("one clap that went wrong does not move it", () => {
    const told = calibrate(
      clapping(
        clicks.map((c, i) => c + (i === 3 ? 0.4 : 0.1)),
        30,
      ),
      clicks,
    );
    expect(told.told && Math.abs(told.latency - 0.1)).toBeLessThan(0.02);
  });
  test("four claps are too short to tell", () => {
    const told = calibrate(clapping(clicks.slice(0, 4), 30), clicks);
    expect(told).toEqual({ told: false, why: "too-short", claps: 4 });
  });
  test("claps that have nothing to do with the clicks are too scattered to tell", () => {
    const late = [0, 0.4, -0.15, 0.3, 0.1, 0.5, -0.2, 0.2];
    expect(
      calibrate(
        clapping(
          clicks.map((c, i) => c + (late[i] ?? 0)),
          30,
        ),
        clicks,
      ),
    ).toMatchObject({
      told: false,
      why: "too-scattered",
    });
  });
});

describe("what is no clap", () => {
  test("hands that hang, and hands that are slowly folded", () => {
    expect(clapsIn(looks(30, 8).map((time) => ({ time, pose: stick() })))).toEqual([]);
    const folding = looks(30, 8).map((time) => {
      const out = 0.35 + 0.25 * Math.cos((2 * Math.PI * time) / 4);
      return { time, pose: stick({ left: { out, up: -0.4 }, right: { out, up: -0.4 } }) };
    });
    expect(clapsIn(folding)).toEqual([]);
  });
  test("wrists that were not seen, no looks at all, no clicks at all", () => {
    const hidden = clapping(clicks, 30).map(({ time }) => ({ time, pose: stick({ unseen: ["left_wrist"] }) }));
    expect(clapsIn(hidden)).toEqual([]);
    expect(calibrate([], clicks)).toEqual({ told: false, why: "too-short", claps: 0 });
    expect(calibrate(clapping(clicks, 30), [])).toEqual({ told: false, why: "too-short", claps: 0 });
  });
});
