// The import's own thread: a file's pictures, one after the other, to poses. It stops when it is ended.
import type { VideoSample } from "mediabunny";
import type { Crowd } from "#dance/pose/follow.ts";
import { choose, countPeople, PROBES, probeTimes } from "./choose.ts";
import { packFrames } from "./frames.ts";
import { type Judge, openJudge, Told } from "./judge.ts";
import type { FromThread, ToThread } from "./messages.ts";
import { copyOf } from "./paper.ts";
import { openSource, type Source } from "./source.ts";
import type { ModelName, Preparing, VideoFacts } from "./types.ts";

/** Frames that are told together, and milliseconds after which fewer are; milliseconds between two glimpses. */
const [TOGETHER, WAIT, GLIMPSE] = [60, 500, 400];

/** Seconds by which the last picture may end before the file says it does; beyond, the file was cut. */
const MISSING = 1;

let source: Source | null = null;
let judge: Judge | null = null;

const tell = (message: FromThread, move: Transferable[] = []) => self.postMessage(message, { transfer: move });
const prepare = (preparing: Preparing) => tell({ kind: "preparing", preparing });
/** Lets decoder and page have their say. */
const breathe = () => new Promise((go) => self.setTimeout(go));

async function ready(model: ModelName): Promise<Judge> {
  if (judge?.model !== model) {
    judge?.close();
    judge = null;
    judge = await openJudge(model, prepare);
  }
  return judge;
}

function tellFrames(frames: readonly Crowd[], tensors: number): void {
  const packed = packFrames(frames);
  const move = [packed.times.buffer, packed.counts.buffer, packed.bodies.buffer] as ArrayBuffer[];
  tell({ kind: "frames", frames: packed, tensors }, move);
}

const tellGlimpse = (picture: ImageBitmap, { bodies }: Crowd) =>
  tell({ kind: "glimpse", picture, poses: bodies.map(({ pose }) => pose) }, [picture]);

async function open(file: File): Promise<void> {
  const opened = await openSource(file);
  if (!opened.ok) throw new Told(opened.problem.code, opened.problem.message);
  source = opened.value;
  tell({ kind: "facts", facts: source.facts });
}

/** How many dance is seen on a few pictures; then the model is chosen that suits them and this device. */
async function look(facts: VideoFacts, given: readonly ImageBitmap[] | null): Promise<void> {
  const crowd = await ready("multipose");
  prepare({ kind: "looking" });
  const seen: Crowd[] = [];
  for (let i = 0; i < (given?.length ?? PROBES); i++) {
    const picture: VideoSample | ImageBitmap | null | undefined = given
      ? given[i]
      : await source?.pictureAt(probeTimes(facts)[i] ?? 0).catch(() => null);
    if (picture) seen.push(await crowd.see(picture, i));
  }
  if (countPeople(seen) > 1) return tell({ kind: "model", model: "multipose" });
  const thunder = await ready("thunder");
  tell({ kind: "model", model: choose(facts, thunder.frameMs) });
}

async function judgeAll(model: ModelName, from: number): Promise<void> {
  if (!source) throw new Error("no file is open");
  const { see, tensors } = await ready(model);
  let frames: Crowd[] = [];
  let [told, glimpsed, shownTo, broken] = [performance.now(), 0, from, false];
  const flush = () => {
    if (frames.length > 0) tellFrames(frames, tensors());
    frames = [];
    told = performance.now();
  };
  const pictures = source.pictures(from);
  while (true) {
    const next = await pictures.next().catch(() => null);
    broken = next === null;
    if (!next || next.done) break;
    const { timestamp, duration } = next.value;
    const glimpse = performance.now() - glimpsed > GLIMPSE ? copyOf(next.value, "glimpse") : null;
    const crowd = await see(next.value, timestamp);
    frames.push(crowd);
    shownTo = timestamp + duration;
    if (glimpse) {
      tellGlimpse(glimpse, crowd);
      glimpsed = performance.now();
    }
    if (frames.length >= TOGETHER || performance.now() - told > WAIT) flush();
    await breathe();
  }
  flush();
  if (shownTo < 0) throw new Told("video-damaged", "no picture of the file can be decoded");
  tell({ kind: "end", cut: broken || shownTo < source.facts.read - MISSING });
}

async function see({ model, picture, at }: Extract<ToThread, { kind: "see" }>): Promise<void> {
  const opened = await ready(model);
  const glimpse = copyOf(picture, "glimpse");
  const crowd = await opened.see(picture, at);
  tellGlimpse(glimpse, crowd);
  tellFrames([crowd], opened.tensors());
}

async function still(at: number): Promise<void> {
  const sample = await source?.pictureAt(at).catch(() => null);
  const picture = sample ? copyOf(sample, "still") : null;
  sample?.close();
  tell({ kind: "still", picture }, picture ? [picture] : []);
}

function obey(order: ToThread): Promise<void> {
  if (order.kind === "open") return open(order.file);
  if (order.kind === "look") return look(order.facts, order.pictures);
  if (order.kind === "judge") return judgeAll(order.model, order.from);
  return order.kind === "see" ? see(order) : still(order.at);
}

self.onmessage = ({ data }: MessageEvent<ToThread>) => {
  obey(data).catch((thrown: unknown) => {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    tell({ kind: "problem", problem: thrown instanceof Told ? thrown.problem : "video-stopped", message });
  });
};
