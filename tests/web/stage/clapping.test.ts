import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sighting } from "../../../web/detector/types.ts";
import { tickTimes } from "../../../web/song/ticks.ts";
import { Clapping } from "../../../web/stage/clapping.ts";
import { claps } from "../../fixtures/clapper.ts";

/** Milliseconds of the wall clock, told by hand, and what asked for the next painting. */
const wall = { ms: 0, next: null as (() => void) | null };
beforeEach(() => {
  wall.ms = 5_000;
  vi.spyOn(performance, "now").mockImplementation(() => wall.ms);
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => {
    wall.next = callback;
    return 1;
  });
  vi.stubGlobal("cancelAnimationFrame", () => {
    wall.next = null;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A song of clicks that begins `startMs` after it is asked to; `held`: never. */
function clicks(startMs: number, held = false) {
  let began: number | null = null;
  return {
    rate: 1,
    ended: false,
    time: () => (began === null || held ? 0 : Math.max(0, wall.ms - began - startMs) / 1000),
    play: () => {
      began = wall.ms;
    },
    pause: () => undefined,
  };
}

/** One who claps for `seconds` as late as `late` seconds after the clicks, before a camera of so many frames a second. */
function studio({ late = 0.15, fps = 30, startMs = 120, wander = 0, held = false, none = false } = {}) {
  let hear: ((sighting: Sighting) => void) | null = null;
  const source = {
    onSighting: (listener: (sighting: Sighting) => void) => {
      hear = listener;
      return () => {
        hear = null;
      };
    },
  };
  const song = clicks(startMs, held);
  const clapping = new Clapping(source, song, tickTimes());
  const poses = claps(1);
  const first = tickTimes()[0] as number;
  /** Pictures come to the page 90 ms after they were taken. */
  const dance = (seconds: number) => {
    const begun = wall.ms;
    for (let frame = 0; wall.ms < begun + seconds * 1000; wall.ms += 1000 / fps, frame++) {
      wall.next?.();
      const at = wall.ms - 90;
      const since = (at - begun - startMs) / 1000 - first - late + wander * Math.sin(frame / 3.1);
      const place = (((since * 30) % poses.length) + poses.length) % poses.length;
      const pose = poses[none ? 8 : Math.floor(place)] ?? null;
      hear?.({ at, pose, workMs: 1, tensors: 0 });
    }
  };
  return { clapping, dance };
}

test.each([-0.04, 0, 0.15, 0.38])(
  "a picture %f s after the sound is told within a frame of the camera, and it ends by itself",
  (late) => {
    const { clapping, dance } = studio({ late });
    clapping.start("laptop speakers");
    dance(4);
    expect(clapping.view.get()).toMatchObject({ state: "sounding", found: null });
    expect(clapping.view.get().claps).toBeGreaterThan(2);
    dance(5);
    const { state, found } = clapping.view.get();
    expect(state).toBe("over");
    expect(found?.told && Math.abs(found.latency - late)).toBeLessThan(1 / 30);
    clapping.close();
  },
);

test("a slow detector and a song that starts late change nothing", () => {
  const { clapping, dance } = studio({ late: 0.2, fps: 14, startMs: 400 });
  clapping.start("laptop speakers");
  dance(10);
  const { found } = clapping.view.get();
  expect(found?.told && Math.abs(found.latency - 0.2)).toBeLessThan(0.035);
});

test("hands that never meet are too few claps, said when the clicks are over; then it can begin again", () => {
  const { clapping, dance } = studio({ none: true });
  clapping.start("laptop speakers");
  dance(27);
  expect(clapping.view.get()).toEqual({ state: "over", claps: 0, found: { told: false, why: "too-short", claps: 0 } });
  clapping.start("laptop speakers");
  expect(clapping.view.get()).toEqual({ state: "sounding", claps: 0, found: null });
});

test("claps that do not keep to the clicks tell nothing", () => {
  const { clapping, dance } = studio({ wander: 0.25 });
  clapping.start("laptop speakers");
  dance(27);
  expect(clapping.view.get().found?.told).toBe(false);
});

test("a browser that holds the sound back is told, and nothing is measured", () => {
  const { clapping, dance } = studio({ held: true });
  clapping.start("laptop speakers");
  dance(5);
  expect(clapping.view.get()).toMatchObject({ state: "silent", found: null });
});

test("headphones plugged in under way are listened to anew; plugged in after it was told, they get nothing of it", () => {
  const { clapping, dance } = studio();
  clapping.listen("speakers");
  dance(5);
  clapping.listen("speakers");
  expect(clapping.view.get().claps).toBeGreaterThan(2);
  clapping.listen("headphones");
  expect(clapping.view.get()).toEqual({ state: "sounding", claps: 0, found: null });
  dance(10);
  expect(clapping.view.get().found?.told).toBe(true);
  clapping.listen("speakers");
  expect([clapping.view.get().state, clapping.heardBy]).toEqual(["over", "headphones"]);
});
