import { beforeEach, expect, test, vi } from "vitest";
import { deviceKey, LAG } from "#dance/practice/latency.ts";
import { outputId } from "../../../web/state/audio-output.ts";
import {
  adviceAfter,
  answerAdvice,
  delays,
  latencyOf,
  type NotedLag,
  noteLag,
  readDelays,
  setLatency,
  skipClapping,
} from "../../../web/state/latency.ts";
import { forgets } from "../../../web/state/stored.ts";

const DESK = deviceKey("laptop", "wire");
const BUDS = deviceKey("laptop", "radio");
const HOUR = 3_600_000;

const noted = (how: Partial<NotedLag> = {}): NotedLag => ({
  id: "take",
  key: DESK,
  atMs: 50 * HOUR,
  lag: 0.12,
  spread: 0.02,
  keyframes: 64,
  applied: 0,
  ...how,
});

beforeEach(() => {
  delays.forget();
  forgets.set(false);
});

test("each camera with each sound has a delay of its own, and none to begin with", () => {
  setLatency(DESK, 0.08);
  setLatency(BUDS, 0.26);
  expect([latencyOf(DESK), latencyOf(BUDS), latencyOf(deviceKey("phone", "wire"))]).toEqual([0.08, 0.26, 0]);
});

test("no delay beyond what a machine can be late is ever taken off, measured, by hand or forged in storage", () => {
  setLatency(DESK, 30);
  expect(latencyOf(DESK)).toBe(LAG.latest);
  delays.change(() => readDelays(JSON.stringify({ latencies: { [DESK]: -8 } })));
  expect(latencyOf(DESK)).toBe(LAG.earliest);
});

test("who measured or set a delay after skipping has not skipped", () => {
  skipClapping(DESK);
  expect(delays.get().skipped).toEqual([DESK]);
  setLatency(DESK, 0.1);
  expect(delays.get().skipped).toEqual([]);
});

test("where the browser refuses storage a delay holds for this visit, and the page knows that it must say so", () => {
  setLatency(DESK, 0.1);
  expect(latencyOf(DESK)).toBe(0.1);
  expect(forgets.get()).toBe(true);
});

test("where it does not, all of it is there at the next visit", () => {
  const disk = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (k: string) => disk.get(k) ?? null,
    setItem: (k: string, v: string) => disk.set(k, v),
  });
  setLatency(DESK, 0.1);
  noteLag(noted());
  skipClapping(BUDS);
  vi.unstubAllGlobals();
  expect(forgets.get()).toBe(false);
  expect(readDelays(disk.get("eightcount.delays") ?? null)).toEqual(delays.get());
});

test("a torn memory is as none", () => {
  const none = { latencies: {}, skipped: [], noted: [] };
  for (const text of ["[", "null", "3", '{"latencies":4,"skipped":{},"noted":[{"id":1}]}'])
    expect(readDelays(text)).toEqual(none);
});

test("a take that was evenly late offers to take it off; said yes, the next take is danced so and nobody is asked again", () => {
  noteLag(noted());
  expect(adviceAfter(delays.get(), "take")).toMatchObject({ advice: "apply", latency: 0.12, key: DESK });
  answerAdvice("take", DESK, 0.12);
  expect(latencyOf(DESK)).toBe(0.12);
  expect(adviceAfter(delays.get(), "take")).toBeNull();
  noteLag(noted({ id: "next", lag: 0.002, applied: 0.12, atMs: 50 * HOUR + 1 }));
  expect(adviceAfter(delays.get(), "next")).toMatchObject({ advice: "fits" });
});

test("said no, it is left as it is and nobody is asked again", () => {
  noteLag(noted());
  answerAdvice("take", DESK, null);
  expect(latencyOf(DESK)).toBe(0);
  expect(adviceAfter(delays.get(), "take")).toBeNull();
});

test("short takes of one sitting tell it together; those of yesterday, of other sound or after it do not count", () => {
  noteLag(noted({ id: "yesterday", atMs: 20 * HOUR }));
  noteLag(noted({ id: "buds", key: BUDS, atMs: 49 * HOUR }));
  noteLag(noted({ id: "first", keyframes: 30, atMs: 49 * HOUR }));
  noteLag(noted({ keyframes: 30 }));
  expect(adviceAfter(delays.get(), "first")).toMatchObject({ advice: "too-short", keyframes: 30 });
  expect(adviceAfter(delays.get(), "take")).toMatchObject({ advice: "apply", keyframes: 60 });
});

test("of a take that this device has not danced there is nothing to say", () => {
  expect(adviceAfter(delays.get(), "another's")).toBeNull();
});

test("the default output is the device of its group; where the browser does not tell, it has no name", () => {
  const out = (deviceId: string, groupId = "") => ({ kind: "audiooutput" as const, deviceId, groupId });
  expect(outputId([out("default", "b"), out("speakers", "a"), out("buds", "b")])).toBe("buds");
  expect(outputId([{ ...out("camera"), kind: "videoinput" as const }, out("speakers")])).toBe("speakers");
  expect([outputId([]), outputId([out("")])]).toEqual(["", ""]);
});
