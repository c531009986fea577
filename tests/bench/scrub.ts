// Main-thread milliseconds that one scrubbed frame of a four-minute take costs, from the slider's event to painted pixels.
import { median, openBenchPage } from "./page/serve.ts";
import type { Figure } from "./run.ts";

const GOAL_MS = 4;
const FRAMES = 400;
const rounded = (value: number) => Math.round(value * 1000) / 1000;
const late = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

export async function run(): Promise<Figure[]> {
  const { page, close } = await openBenchPage("", "camera");
  try {
    const alone = await page.evaluate((many) => bench.scrub(many, false), FRAMES);
    const both = await page.evaluate((many) => bench.scrub(many, true), FRAMES);
    const figure = (name: string, value: number, plain: number): Figure => ({
      name,
      value: rounded(value),
      unit: "ms/frame",
      yardstick: `clear the same canvas and draw one plain skeleton: ${rounded(plain)} ms; goal: under ${GOAL_MS} ms`,
      ratio: rounded(value / plain),
    });
    return [
      figure("scrub", median(alone.frames), median(alone.plain)),
      figure("scrub-p95", late(alone.frames), late(alone.plain)),
      figure("scrub-compared", median(both.frames), median(both.plain)),
    ];
  } finally {
    await close();
  }
}
