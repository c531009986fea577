// Poses a second through camera, detector and stage, against bare estimatePoses on the same pictures and backend.
import { cameraFile } from "../fixtures/dancer.ts";
import { median, openBenchPage } from "./page/serve.ts";
import type { Figure } from "./run.ts";

/** Turns of yardstick and pipeline, and seconds of each: noise of the machine falls on both alike. */
const [ROUNDS, SECONDS] = [5, 4];
/** Pictures a second of the camera; no pipeline gives more poses than that. */
const CAMERA_FPS = 30;

export async function run(): Promise<Figure[]> {
  const { page, close } = await openBenchPage(await cameraFile({ slug: "lantern-season", section: 0 }));
  try {
    const { rounds, backend } = await page.evaluate(
      async ({ many, seconds }) => {
        const opened = await bench.open(["webgl", "wasm"]);
        const state = opened.source.state.get();
        const chosen = state.kind === "ready" ? state.backend : "wasm";
        return { rounds: await bench.rounds(opened, chosen, many, seconds), backend: chosen };
      },
      { many: ROUNDS, seconds: SECONDS },
    );
    const tensors = rounds.flatMap((round) => round.tensors);
    if (Math.max(...tensors) > Math.min(...tensors)) throw new Error(`tensors leak: ${[...new Set(tensors)]}`);
    if (median(rounds.map(({ seen }) => seen)) < 0.9) throw new Error("the detector does not see the dancer");
    const yardstick = (round: (typeof rounds)[number]) => Math.min(CAMERA_FPS, round.barePosesPerSecond);
    return [
      {
        name: "pipeline",
        value: median(rounds.map(({ posesPerSecond }) => posesPerSecond)),
        unit: "poses/s",
        yardstick: `bare estimatePoses on ${backend}, at most ${CAMERA_FPS}: ${median(rounds.map(yardstick))} poses/s`,
        ratio: median(rounds.map((round) => round.posesPerSecond / yardstick(round))),
      },
    ];
  } finally {
    await close();
  }
}
