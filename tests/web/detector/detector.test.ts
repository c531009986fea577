import { afterEach, expect, test, vi } from "vitest";
import { mirrorPose } from "#dance/pose/pose.ts";
import { poseOf } from "../../../web/detector/pose-of.ts";
import { Watchdog } from "../../../web/detector/watchdog.ts";
import { readCounted, weightBytes } from "../../../web/detector/weights.ts";

const body = (parts: readonly number[]) =>
  new ReadableStream<Uint8Array>({
    start(control) {
      for (const size of parts) control.enqueue(new Uint8Array(size).fill(size));
      control.close();
    },
  });

afterEach(() => vi.useRealTimers());

test("a pose is the picture's own, in picture heights: nothing is mirrored", () => {
  const seen = Array.from({ length: 17 }, (_, k) => ({ x: 320 + k, y: 240, score: 0.5 }));
  const pose = poseOf(seen, 480);
  expect(pose.length).toBe(51);
  expect([...pose.slice(15, 18)]).toEqual([Math.fround(325 / 480), 0.5, 0.5]);
  expect(mirrorPose(mirrorPose(pose, 1), 1)[15]).toBeCloseTo(325 / 480);
});

test("a detector that is surer than sure, or not at all, stays between 0 and 1", () => {
  expect(
    poseOf(
      [
        { x: 0, y: 0, score: 1.2 },
        { x: 0, y: 0 },
      ],
      480,
    )
      .filter((_, i) => i % 3 === 2)
      .slice(0, 2),
  ).toEqual(new Float32Array([1, 0]));
});

test("the dancer is told of every megabyte, against a whole that is known before it comes", async () => {
  const told: number[] = [];
  const whole = await readCounted(body([3, 5, 2]), 10, (loaded) => told.push(loaded));
  expect(told).toEqual([3, 8, 10]);
  expect([...new Uint8Array(whole)]).toEqual([3, 3, 3, 5, 5, 5, 5, 5, 2, 2]);
});

test("weights cut short, or longer than announced, are refused", async () => {
  await expect(readCounted(body([3]), 10, () => undefined)).rejects.toThrow("only 3 of 10");
  await expect(readCounted(body([8, 8]), 10, () => undefined)).rejects.toThrow("more weights");
});

test("weights that are stored smaller are counted as stored", () => {
  const weights = [
    { name: "a", shape: [2, 3], dtype: "float32" as const, quantization: { dtype: "float16" as const } },
    { name: "b", shape: [], dtype: "int32" as const },
  ];
  expect(weightBytes([{ paths: ["x.bin"], weights }])).toBe(2 * 3 * 2 + 4);
});

test("the watchdog barks after silence, and not when something was heard", () => {
  vi.useFakeTimers();
  const bark = vi.fn();
  const dog = new Watchdog(bark);
  dog.watch(4000);
  vi.advanceTimersByTime(3900);
  dog.rest();
  vi.advanceTimersByTime(10_000);
  expect(bark).not.toHaveBeenCalled();
  dog.watch(4000);
  vi.advanceTimersByTime(4001);
  expect(bark).toHaveBeenCalledTimes(1);
});
