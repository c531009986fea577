// Frames a second from a video file to poses, against bare estimatePoses on pictures that are decoded already.
import { median, openBenchPage } from "./page/serve.ts";
import type { Figure } from "./run.ts";

/** Turns of yardstick and import, seconds of each yardstick, and of the video: noise of the machine falls on both alike. */
const [ROUNDS, SECONDS, FILM] = [5, 5, 2];

export async function run(): Promise<Figure[]> {
  const { page, close } = await openBenchPage("/dev/null");
  try {
    const { model, rounds, alive } = await page.evaluate(
      ([many, seconds, film]) => bench.importRounds({ seconds: film, codec: "vp8" }, "wasm", many, seconds),
      [ROUNDS, SECONDS, FILM] as const,
    );
    if (rounds.some(({ frames }) => frames !== FILM * 30))
      throw new Error(`frames were lost: ${JSON.stringify(rounds)}`);
    if (Math.max(...alive) > Math.min(...alive)) throw new Error(`tensors leak: ${[...new Set(alive)]}`);
    return [
      {
        name: "import",
        value: median(rounds.map(({ whole }) => whole)),
        unit: "frames/s",
        yardstick: `bare estimatePoses (${model}) on decoded pictures: ${median(rounds.map(({ bare }) => bare))} frames/s`,
        ratio: median(rounds.map(({ whole, bare }) => whole / bare)),
      },
    ];
  } finally {
    await close();
  }
}
