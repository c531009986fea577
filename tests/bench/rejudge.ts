// Decode and judge a four-minute, 30 fps replay inside workerd, against JSON.parse of the same frames there.
// A Worker's clock stands still while it computes, so a request does the work many times and is timed from outside.
import { join } from "node:path";
import { unstable_startWorker } from "wrangler";
import { encodeChoreography } from "#dance/choreo/file.ts";
import type { Track } from "#dance/pose/pose.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { fourMinutes } from "../fixtures/four-minutes.ts";
import type { Figure } from "./run.ts";

// The Worker needs no word about where it runs.
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";

/** Times that one request does its work, and rounds, in each of which all works have their turn; the median counts. */
const TIMES = 10;
const ROUNDS = 9;
const WORKS = ["rejudge", "decode", "json-held", "json-grid"] as const;
type Work = (typeof WORKS)[number];

/** The frames as JSON, both ways: what an app without this file would send, and numbers that flatter JSON. */
const YARDSTICKS = [
  ["json-held", "", "as the page holds them"],
  ["json-grid", "-on-grid", "with numbers already rounded to the replay's grid"],
] as const;

type Ask = (path: string, body?: Uint8Array | string) => Promise<string>;

/** Milliseconds of every work done once, the way to the Worker and back taken off. */
async function measure(ask: Ask): Promise<Record<Work, number>> {
  const timed = async (work: Work, times: number) => {
    const start = performance.now();
    if ((await ask(`${work}?times=${times}`)) === "0") throw new Error(`${work} did nothing`);
    return performance.now() - start;
  };
  const spent: Record<Work, number[]> = { rejudge: [], decode: [], "json-held": [], "json-grid": [] };
  for (const work of WORKS) await timed(work, 3 * TIMES);
  for (let round = 0; round < ROUNDS; round++)
    for (const work of WORKS) spent[work].push(((await timed(work, TIMES + 1)) - (await timed(work, 1))) / TIMES);
  const median = (work: Work) => spent[work].sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  return {
    rejudge: median("rejudge"),
    decode: median("decode"),
    "json-held": median("json-held"),
    "json-grid": median("json-grid"),
  };
}

async function figures(ask: Ask): Promise<Figure[]> {
  const { choreography, held, frames } = fourMinutes();
  const json = (track: Track) => JSON.stringify(track.map(({ time, pose }) => [time, ...pose]));
  await ask("reference", encodeChoreography(choreography));
  const terms = { version: "5f".repeat(32), section: -1, rate: 1, mirror: false, seated: false, takeId: "bench" };
  await ask("replay", encodeReplay({ ...terms, frames }));
  await ask("json-held", json(held));
  await ask("json-grid", json(frames));
  const ms = await measure(ask);
  const figure = (name: string, work: Work, yardstick: (typeof YARDSTICKS)[number]): Figure => ({
    name: `${name}${yardstick[1]}`,
    value: Math.round(ms[work] * 100) / 100,
    unit: "ms in workerd",
    yardstick: `JSON.parse in workerd of the same 7,200 frames, ${yardstick[2]}`,
    ratio: Math.round((ms[work] / ms[yardstick[0]]) * 1000) / 1000,
  });
  return YARDSTICKS.flatMap((each) => [figure("rejudge", "rejudge", each), figure("rejudge-decode", "decode", each)]);
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
