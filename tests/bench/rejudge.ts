// Decode and judge a four-minute, 30 fps replay inside workerd, against JSON.parse of the same frames there.
// A Worker's clock stands still while it computes, so a request does the work many times and is timed from outside.
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { fourMinutes } from "../fixtures/four-minutes.ts";
import type { Figure } from "./run.ts";

/** Times that one request does its work, and requests of each kind, of which the median counts. */
const TIMES = 10;
const REQUESTS = 7;

const WORKER = `
import { decodeChoreography } from "#dance/choreo/file.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { prepare } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
const held = {};
const work = {
  rejudge: () => rejudge(held.reference, decodeReplay(held.replay).value.frames, { mirror: false }).score,
  decode: () => decodeReplay(held.replay).value.frames.length,
  json: () => JSON.parse(held.json).length,
};
export default {
  async fetch(request) {
    const url = new URL(request.url);
    const name = url.pathname.slice(1);
    if (request.method === "PUT") {
      const bytes = new Uint8Array(await request.arrayBuffer());
      if (name === "reference") held.reference = prepare(decodeChoreography(bytes).value, -1);
      else held[name] = name === "replay" ? bytes : new TextDecoder().decode(bytes);
      return new Response("");
    }
    let last = 0;
    for (let i = 0; i < Number(url.searchParams.get("times")); i++) last = work[name]();
    return new Response(String(last));
  },
};`;

/** Milliseconds of one piece of work, the way to the Worker and back taken off. */
async function measure(worker: Miniflare, name: string): Promise<number> {
  const ask = async (times: number) => {
    const start = performance.now();
    const answer = await worker.dispatchFetch(`http://bench/${name}?times=${times}`);
    if (!answer.ok || (await answer.text()) === "0") throw new Error(`${name} failed in the Worker`);
    return performance.now() - start;
  };
  await ask(TIMES);
  const spent: number[] = [];
  for (let i = 0; i < REQUESTS; i++) spent.push((await ask(TIMES + 1)) - (await ask(1)));
  return (spent.sort((a, b) => a - b)[REQUESTS >> 1] ?? 0) / TIMES;
}

export async function run(): Promise<Figure[]> {
  const { choreography, frames } = fourMinutes();
  const bundled = await build({
    stdin: { contents: WORKER, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    target: "es2023",
  });
  const worker = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: bundled.outputFiles[0]?.text ?? "",
      compatibilityDate: "2026-01-01",
    }),
  );
  try {
    const terms = { version: "5f".repeat(32), section: -1, rate: 1, mirror: false, takeId: "bench" };
    const put = async (name: string, body: Uint8Array | string) => {
      const answer = await worker.dispatchFetch(`http://bench/${name}`, { method: "PUT", body });
      if (!answer.ok) throw new Error(`${name} was not taken: ${await answer.text()}`);
    };
    await put("reference", encodeChoreography(choreography));
    await put("replay", encodeReplay({ ...terms, frames }));
    await put("json", JSON.stringify(frames.map(({ time, pose }) => [time, ...pose])));
    const [json, decode, rejudge] = [
      await measure(worker, "json"),
      await measure(worker, "decode"),
      await measure(worker, "rejudge"),
    ];
    const figure = (name: string, value: number): Figure => ({
      name,
      value: Math.round(value * 100) / 100,
      unit: "ms in workerd",
      yardstick: "JSON.parse of the same 7,200 frames in workerd",
      ratio: Math.round((value / json) * 1000) / 1000,
    });
    return [figure("rejudge", rejudge), figure("rejudge-decode", decode)];
  } finally {
    await worker.dispose();
  }
}
