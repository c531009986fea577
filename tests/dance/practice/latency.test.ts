import { describe, expect, test } from "vitest";
import { adviseLag, deviceKey, LAG, readLag, recallLatency, rememberLatency } from "#dance/practice/latency.ts";
import { judgement, takeResult } from "./results.ts";

const reading = { lag: 0.12, spread: 0.03, keyframes: 64, applied: 0 };

describe("the lag that a take measures of itself", () => {
  test("only keyframes that moved and were seen tell it", () => {
    const judgements = [
      judgement({ offset: 0.01 }),
      judgement({ offset: 0.2, word: "miss" }),
      judgement({ offset: -0.03 }),
      judgement({ offset: null, energy: null }),
      judgement({ offset: null, energy: 0.8 }),
      judgement({ word: "unseen", offset: 0 }),
    ];
    expect(readLag(takeResult({ lag: 0.11, lagSpread: 0.02, judgements }), 0.05, 1)).toEqual({
      lag: 0.11,
      spread: 0.02,
      keyframes: 4,
      applied: 0.05,
    });
    expect(readLag(takeResult({ lag: null }), 0, 1)).toBeNull();
  });
  test("at half speed the same machine is late by half as much of the song", () => {
    const judgements = [judgement({ offset: 0.06 })];
    expect(readLag(takeResult({ lag: 0.06, lagSpread: 0.01, judgements }), 0.05, 0.5)).toMatchObject({
      lag: 0.12,
      spread: 0.02,
    });
  });
  test("a steady dancer's whole lag is offered", () => {
    expect(adviseLag([reading], 0)).toMatchObject({ advice: "apply", latency: 0.12, step: 0.12, lag: 0.12 });
  });
  test("a wavering dancer is offered less of it, the more they waver, and never the other way", () => {
    const steps = [0.02, 0.05, 0.08, 0.1, 0.15, 0.4].map((spread) => {
      const advice = adviseLag([{ ...reading, spread }], 0);
      return advice.advice === "apply" ? advice.step : 0;
    });
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect([steps[1], steps[3], steps[5]]).toEqual([0.12, 0.075, 0.03]);
  });
  test("fewer than 50 keyframes are too short to tell", () => {
    expect(adviseLag([{ ...reading, keyframes: 49 }], 0)).toEqual({ advice: "too-short", keyframes: 49, needs: 50 });
    expect(adviseLag([], 0)).toMatchObject({ advice: "too-short", keyframes: 0 });
  });
  test("short takes of one sitting tell it together, though the latency changed between them", () => {
    const first = { lag: 0.12, spread: 0.03, keyframes: 30, applied: 0 };
    const second = { lag: 0.02, spread: 0.03, keyframes: 30, applied: 0.1 };
    expect(adviseLag([first, second], 0.1)).toMatchObject({ advice: "apply", latency: 0.12, step: 0.02 });
  });
  test("one take danced to another clock does not move the rest", () => {
    const advice = adviseLag([reading, reading, { ...reading, lag: -0.4, keyframes: 40 }], 0);
    expect(advice).toMatchObject({ latency: 0.12 });
  });
  test("a lag nobody could feel is left as it is", () => {
    expect(adviseLag([{ ...reading, lag: 0.006 }], 0)).toMatchObject({ advice: "fits" });
  });
  test("no offer goes beyond what a machine can be late", () => {
    expect(adviseLag([{ ...reading, lag: 3 }], 0)).toMatchObject({ latency: LAG.latest });
  });
  test("once it is applied, the next take fits", () => {
    expect(adviseLag([reading, { ...reading, lag: 0.001, applied: 0.12 }], 0.12)).toMatchObject({ advice: "fits" });
  });
});

describe("what is remembered", () => {
  test("each camera with each audio output has its own", () => {
    const desk = deviceKey("laptop camera", "");
    const buds = deviceKey("laptop camera", "ear buds");
    const latencies = rememberLatency(rememberLatency({}, desk, 0.08), buds, 0.27);
    expect([recallLatency(latencies, desk), recallLatency(latencies, buds)]).toEqual([0.08, 0.27]);
    expect(recallLatency(latencies, deviceKey("phone", ""))).toBeNull();
  });
  test("a torn memory is as none", () => {
    const torn = JSON.parse('{"a":"late"}');
    expect([recallLatency(torn, "a"), recallLatency({}, "toString")]).toEqual([null, null]);
  });
  test("an absurd latency is cut to what a machine can be late, when it is remembered and when it is read", () => {
    expect(recallLatency(rememberLatency({}, "a", 5), "a")).toBe(LAG.latest);
    expect(recallLatency({ a: -3 }, "a")).toBe(LAG.earliest);
  });
});
