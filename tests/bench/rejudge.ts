// Decode and judge a four-minute, 30 fps replay inside workerd, against JSON.parse of the same frames there.
// A Worker's clock stands still while it computes, so a request does the work many times and is timed from outside.
import { join } from "node:path";
import { unstable_startWorker } from "wrangler";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { fourMinutes } from "../fixtures/four-minutes.ts";
import type { Figure } from "./run.ts";

// The Worker needs no word about where it runs.
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";

/** Times that one request does its work, and requests of each kind, of which the median counts. */
const TIMES = 10;
const REQUESTS = 7;

type Ask = (path: string, body?: Uint8Array | string) => Promise<string>;

/** Milliseconds of one piece of work, the way to the Worker and back taken off. */
async function measure(ask: Ask, name: string): Promise<number> {
  const timed = async (times: number) => {
    const start = performance.now();
    if ((await ask(`${name}?times=${times}`)) === "0") throw new Error(`${name} did nothing`);
    return performance.now() - start;
  };
  await timed(TIMES);
  const spent: number[] = [];
  for (let i = 0; i < REQUESTS; i++) spent.push((await timed(TIMES + 1)) - (await timed(1)));
  return (spent.sort((a, b) => a - b)[REQUESTS >> 1] ?? 0) / TIMES;
}

async function figures(ask: Ask): Promise<Figure[]> {
  const { choreography, frames } = fourMinutes();
  await ask("reference", encodeChoreography(choreography));
  const terms = { version: "5f".repeat(32), section: -1, rate: 1, mirror: false, seated: false, takeId: "bench" };
  await ask("replay", encodeReplay({ ...terms, frames }));
  await ask("json", JSON.stringify(frames.map(({ time, pose }) => [time, ...pose])));
  const yardstick = await measure(ask, "json");
  const figure = async (name: string, work: string): Promise<Figure> => {
    const ms = await measure(ask, work);
    return {
      name,
      value: Math.round(ms * 100) / 100,
      unit: "ms in workerd",
      yardstick: "JSON.parse of the same 7,200 frames in workerd",
      ratio: Math.round((ms / yardstick) * 1000) / 1000,
    };
  };
  return [await figure("rejudge", "rejudge"), await figure("rejudge-decode", "decode")];
}

export async function run(): Promise<Figure[]> {
  const worker = await unstable_startWorker({
    config: join(import.meta.dirname, "judge-worker.toml"),
    dev: { logLevel: "none", server: { port: 0 }, inspector: false, watch: false },
  });
  try {
    return await figures(async (path, body) => {
      const answer = await worker.fetch(`http://bench/${path}`, body === undefined ? {} : { method: "PUT", body });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
      return text;
    });
  } finally {
    await worker.dispose();
  }
}
