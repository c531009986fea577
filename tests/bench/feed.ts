// What one frame costs while dancing: Take.feed over a four-minute take, against JSON.parse of the same frames; and what the
// number on the stage costs besides, which is judged anew once an eight-count.
import type { PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { Take } from "#dance/take/take.ts";
import { fourMinutes } from "../fixtures/four-minutes.ts";
import type { Figure } from "./run.ts";

const ROUNDS = 15;

/** Mean microseconds a frame, and bytes of heap that the take keeps per frame once it is made. */
export async function run(): Promise<Figure[]> {
  const { choreography, frames } = fourMinutes();
  const reference = prepare(choreography, WHOLE);
  const text = JSON.stringify(frames.map(({ time, pose }) => [time, ...pose]));
  const takes: number[] = [];
  const parses: number[] = [];
  const forecasts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parses.push(timed(() => JSON.parse(text)));
    const take = new Take(reference, { mirror: false, seated: false });
    takes.push(timed(() => feedAll(take, frames)));
    forecasts.push(scoreCost(new Take(reference, { mirror: false, seated: false }), frames));
  }
  const perFrame = (median(takes) * 1000) / frames.length;
  const yardstick = (median(parses) * 1000) / frames.length;
  return [
    {
      name: "feed",
      value: Math.round(perFrame * 1000) / 1000,
      unit: "microseconds a frame, in the mean",
      yardstick: "JSON.parse of the same frame",
      ratio: Math.round((perFrame / yardstick) * 1000) / 1000,
    },
    {
      name: "feed-score",
      value: Math.round(median(forecasts) * 100) / 100,
      unit: "ms an eight-count, in the mean",
      yardstick: "a frame of the screen, 16.7 ms",
      ratio: Math.round((median(forecasts) / 16.7) * 1000) / 1000,
    },
  ];
}

/** Mean ms that the score costs in an eight-count, read after every word as the stage does. */
function scoreCost(take: Take, frames: readonly PoseFrame[]): number {
  let [spent, words] = [0, 0];
  for (const frame of frames) {
    const told = take.feed(frame).length;
    if (told > 0) spent += timed(() => take.score);
    words += told;
  }
  return (spent / words) * 8;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

function feedAll(take: Take, frames: readonly PoseFrame[]): void {
  for (const frame of frames) take.feed(frame);
}
