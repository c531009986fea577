// Videos of the project's own making, and their way to poses, for benches and tests.
import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  CanvasSink,
  CanvasSource,
  Input,
  Mp4OutputFormat,
  Output,
  type Rotation,
  type VideoCodec,
  WebMOutputFormat,
} from "mediabunny";
import type { Crowd } from "#dance/pose/follow.ts";
import type { Pose } from "#dance/pose/pose.ts";
import type { Backend } from "../../../web/detector/index.ts";
import { dancersOf } from "../../../web/state/import-dancers.ts";
import { openVideo, unpackFrames, type VideoFacts } from "../../../web/video/index.ts";
import { drawDancer } from "../../fixtures/dancer-draw.ts";
import { jacks } from "../../fixtures/jacks.ts";
import { openBare } from "./bare.ts";

/** How a video is made. */
export interface Film {
  readonly seconds: number;
  readonly codec?: VideoCodec;
  readonly fps?: number;
  readonly size?: readonly [number, number];
  /** Degrees by which the file asks to be turned. */
  readonly rotation?: Rotation;
  /** Dancers side by side. */
  readonly people?: number;
  /** Every other picture lasts this many times as long. */
  readonly uneven?: number;
}

/** A video of jumping jacks by the drawn dancer; empty rooms where there are no people. */
export async function makeVideo({ seconds, codec = "vp8", fps = 30, size = [640, 480], ...more }: Film): Promise<File> {
  const { rotation = 0, people = 1, uneven = 1 } = more;
  const canvas = new OffscreenCanvas(...size);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  const mp4 = codec === "avc" || codec === "hevc";
  const output = new Output({
    format: mp4 ? new Mp4OutputFormat({ fastStart: "in-memory" }) : new WebMOutputFormat(),
    target: new BufferTarget(),
  });
  const source = new CanvasSource(canvas, { codec, bitrate: 2e6, keyFrameInterval: 2 });
  output.addVideoTrack(source, { rotation });
  await output.start();
  const { track } = jacks(256);
  for (let i = 0, time = 0; time < seconds - 1e-6; i++) {
    const long = (i % 2 ? uneven : 1) / fps;
    drawScene(context, track[Math.round(time * 30)]?.pose as Pose, people, rotation);
    await source.add(time, Math.min(long, seconds - time));
    time += long;
  }
  await output.finalize();
  const { buffer } = output.target as BufferTarget;
  return new File([buffer as ArrayBuffer], mp4 ? "dance.mp4" : "dance.webm", {
    type: mp4 ? "video/mp4" : "video/webm",
  });
}

/** Draws dancers side by side, each in a strip of the picture; lying where the file will be turned. */
function drawScene(context: OffscreenCanvasRenderingContext2D, pose: Pose, people: number, rotation: number): void {
  const { width: w, height: h } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.translate(w / 2, h / 2);
  context.rotate((-rotation * Math.PI) / 180);
  const [width, height] = rotation % 180 === 0 ? [w, h] : [h, w];
  context.translate(-width / 2, -height / 2);
  const strip = width / Math.max(1, people);
  for (let i = 0; i < Math.max(1, people); i++) {
    context.save();
    context.beginPath();
    context.rect(strip * i, 0, strip, height);
    context.clip();
    const place = people > 0 ? (strip * (i + 0.5)) / height : -9;
    const moved = pose.map((value, k) => (k % 3 === 0 ? value - 2 / 3 + place : value));
    drawDancer({ context: context as unknown as CanvasRenderingContext2D, width, height }, moved);
    context.restore();
  }
}

/** What came of an import, and how long it took from the first frame judged to the last. */
export interface Imported {
  readonly facts: VideoFacts | null;
  readonly model: string | null;
  readonly problem: string | null;
  readonly cut: boolean;
  readonly times: readonly number[];
  readonly frames: readonly Crowd[];
  /** How many dance in it. */
  readonly dancers: number;
  readonly framesPerSecond: number;
  readonly tensors: readonly number[];
}

/** Judges a whole file as the page does. */
export async function importFile(file: File, more: { play?: boolean; after?: number } = {}): Promise<Imported> {
  const frames: Crowd[] = [];
  const tensors: number[] = [];
  const told: { at: number; frames: number }[] = [];
  const video = openVideo(
    file,
    {
      onPreparing: () => undefined,
      onGlimpse: (picture) => picture.close(),
      onFrames: (packed, alive) => {
        frames.push(...unpackFrames(packed));
        tensors.push(alive);
        told.push({ at: performance.now(), frames: frames.length });
      },
    },
    more.play,
  );
  const opened = await video.open();
  const model = opened.ok ? await video.look() : null;
  const ended = model?.ok ? await video.judge(model.value, more.after ?? -1) : null;
  video.close();
  const [first, last] = [told[0], told.at(-1)];
  const failed = [opened, model, ended].find((outcome) => outcome && !outcome.ok);
  return {
    facts: opened.ok ? opened.value : null,
    model: model?.ok ? model.value : null,
    problem: failed && !failed.ok ? `${failed.problem.code}: ${failed.problem.message}` : null,
    cut: ended?.ok ? ended.value.cut : false,
    times: frames.map(({ time }) => time),
    frames,
    dancers: model?.ok ? dancersOf(frames, model.value).length : 0,
    framesPerSecond: first && last ? ((last.frames - first.frames) / (last.at - first.at)) * 1000 : 0,
    tensors,
  };
}

/** Pictures of a file, decoded beforehand. */
async function decoded(file: File, many: number): Promise<ImageBitmap[]> {
  const track = await new Input({ formats: ALL_FORMATS, source: new BlobSource(file) }).getPrimaryVideoTrack();
  if (!track) throw new Error("the file has no picture");
  const pictures: ImageBitmap[] = [];
  for await (const { canvas } of new CanvasSink(track).canvases()) {
    pictures.push(await createImageBitmap(canvas));
    if (pictures.length === many) break;
  }
  return pictures;
}

/** Frames a second of the whole way from a file to poses, and of bare inference on decoded pictures, by turns. */
export async function importRounds(how: Film, backend: Backend, many: number, seconds: number) {
  const file = await makeVideo(how);
  let frames = 0;
  const alive: number[] = [];
  const video = openVideo(file, {
    onPreparing: () => undefined,
    onGlimpse: (picture) => picture.close(),
    onFrames: ({ times }, tensors) => {
      frames += times.length;
      alive.push(tensors);
    },
  });
  await video.open();
  const model = await video.look();
  if (!model.ok) throw new Error(model.problem.message);
  const bare = await openBare(backend, await decoded(file, 24), model.value);
  const rounds: { bare: number; whole: number; frames: number }[] = [];
  for (let i = 0; i < many; i++) {
    const yardstick = await bare(seconds);
    frames = 0;
    const began = performance.now();
    await video.judge(model.value, -1);
    rounds.push({ bare: yardstick, whole: (frames * 1000) / (performance.now() - began), frames });
  }
  video.close();
  return { model: model.value, rounds, alive };
}
