// The video beside the stage: how far what is seen is from what is heard, told by the numbers in its pictures.
import { BufferTarget, CanvasSource, Output, WebMOutputFormat } from "mediabunny";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { openCamera } from "../../../web/camera/index.ts";
import type { PoseSource } from "../../../web/detector/index.ts";
import { makeWatch } from "../../../web/detector/watch.ts";
import { openStage } from "../../../web/stage/index.ts";
import type { StageOptions } from "../../../web/stage/types.ts";
import { drawFrameIndex, readFrameIndex } from "../../fixtures/frame-code.ts";
import { jacks } from "../../fixtures/jacks.ts";
import { silentSong, until } from "./song.ts";

const [FPS, WIDTH, HEIGHT] = [30, 640, 360];
/** Seconds until what is drawn now is seen on the screen. */
const REFRESH = 1 / 60;

/** A WebM of so many seconds whose every frame has its number written in it. */
async function film(seconds: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { codec: "vp8", bitrate: 1_000_000, keyFrameInterval: 1 });
  output.addVideoTrack(source, { frameRate: FPS });
  await output.start();
  for (let i = 0; i < seconds * FPS; i++) {
    pen.fillStyle = `hsl(${i * 3} 40% 30%)`;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    drawFrameIndex(pen, i);
    await source.add(i / FPS, 1 / FPS);
  }
  await output.finalize();
  return new Blob([output.target.buffer ?? new ArrayBuffer(0)], { type: "video/webm" });
}

/** A detector that is ready and sees nobody: here the video is looked at, not the dancer. */
const blind: PoseSource = {
  state: makeWatch({ kind: "ready", backend: "wasm", frameMs: 1 } as const),
  busy: false,
  detect: (frame) => {
    frame.close();
    return true;
  },
  onSighting: () => () => undefined,
  reset: () => undefined,
  retry: () => undefined,
  close: () => undefined,
};

/** A stage with a video in the teacher's place; the video begins at song time `starts`. */
export async function openFilm(counts: number, starts: number, again?: StageOptions["again"]) {
  const choreography = jacks(counts);
  const reference = prepare(choreography, WHOLE);
  const camera = openCamera();
  await until(() => camera.view.get().state === "live");
  const song = silentSong();
  const canvas = (id: string) => document.getElementById(id) as HTMLCanvasElement;
  const stage = openStage({
    canvas: canvas("picture"),
    teacherCanvas: canvas("teacher"),
    countsCanvas: canvas("counts"),
    comboElement: null,
    camera,
    source: blind,
    song,
    choreography,
    reference,
    settings: { rate: 1, mirror: false, seated: false, teacher: "video", latency: 0 },
    words: { judgement: {} as never, fault: () => "", combo: "" },
    on: {},
    ...(again && { again }),
  });
  const url = URL.createObjectURL(await film(reference.to - starts + 2));
  stage.setVideo({ url, starts, turned: false, framed: false });
  const strip = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!strip) throw new Error("this browser has no 2d canvas");
  strip.canvas.width = WIDTH;
  strip.canvas.height = 1;

  /** Seconds of song by which the middle of the frame that is seen is behind what is heard; null where none is seen. */
  function behind(): number | null {
    const video = [...document.querySelectorAll("video.st-video")].find((it) => getComputedStyle(it).opacity === "1");
    if (!(video instanceof HTMLVideoElement) || video.readyState < 2) return null;
    strip?.drawImage(video, 0, 2, WIDTH, 1, 0, 0, WIDTH, 1);
    const index = strip && readFrameIndex(strip.getImageData(0, 0, WIDTH, 1));
    if (index === null) return null;
    const turn = again ? reference.to - reference.from : Number.POSITIVE_INFINITY;
    const heard = song.time() + REFRESH * song.rate;
    const inPass = again && heard >= reference.to ? reference.from + ((heard - reference.from) % turn) : heard;
    return inPass - (starts + (index + 0.5) / FPS);
  }

  /** Looks once a screen frame for so many milliseconds. */
  async function look(ms: number): Promise<number[]> {
    const all: number[] = [];
    const end = performance.now() + ms;
    while (performance.now() < end) {
      await new Promise(requestAnimationFrame);
      const apart = behind();
      if (apart !== null) all.push(apart);
    }
    return all;
  }
  const videos = () => [...document.querySelectorAll<HTMLVideoElement>("video.st-video")];
  return {
    stage,
    song,
    behind,
    look,
    videos,
    close: () => {
      stage.close();
      camera.close();
      URL.revokeObjectURL(url);
    },
  };
}
