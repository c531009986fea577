// Main-thread milliseconds that the stage takes of a screen frame while a dancer is judged; the detector has its own thread.
import { cameraFile } from "../fixtures/dancer.ts";
import { median, openBenchPage } from "./page/serve.ts";
import type { Figure } from "./run.ts";

const GOAL_MS = 2;

export async function run(): Promise<Figure[]> {
  const { page, close } = await openBenchPage(await cameraFile({ slug: "lantern-season", section: 0 }));
  try {
    const times = await page.evaluate(async () => {
      const opened = await bench.open(["webgl", "wasm"]);
      const all: number[] = [];
      for (const place of ["both", "ghost", "beside"] as const) all.push((await bench.dance(opened, 5, place)).stageMs);
      return all;
    });
    const value = median(times);
    return [
      {
        name: "stage",
        value,
        unit: "ms/frame",
        yardstick: `goal: under ${GOAL_MS} ms of a frame`,
        ratio: value / GOAL_MS,
      },
    ];
  } finally {
    await close();
  }
}
