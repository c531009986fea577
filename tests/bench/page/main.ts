// The page of the browser benches: camera, detector and stage as the product has them, with a song that is a clock.
import { prepare } from "#dance/scoring/reference.ts";
import { openCamera } from "../../../web/camera/index.ts";
import { type Backend, openPoseSource, type Sighting } from "../../../web/detector/index.ts";
import { openStage, type StageSong, type TeacherPlace } from "../../../web/stage/index.ts";
import { jacks } from "../../fixtures/jacks.ts";
import type { BareOrder, BareReport } from "./bare.worker.ts";

const element = (id: string) => document.getElementById(id) as HTMLCanvasElement;
const words = {
  judgement: { perfect: "Perfect", great: "Great", good: "Good", ok: "OK", miss: "Miss", unseen: "Unseen" },
  fault: (fault: { limb: string; degrees: number }) =>
    `${fault.limb.replace("_", " ")} ${Math.round(fault.degrees)}° off`,
  combo: "combo",
};

/** A silent song of endless length. */
function silentSong(): StageSong {
  let began: number | null = null;
  let at = 0;
  const song: StageSong = {
    rate: 1,
    ended: false,
    time: () => (began === null ? at : at + ((performance.now() - began) / 1000) * song.rate),
    play: (from) => {
      at = from;
      began = performance.now();
    },
    pause: () => {
      at = song.time();
      began = null;
    },
  };
  return song;
}

const until = (done: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => (done() ? resolve() : setTimeout(look, 20));
    look();
  });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens everything and starts the dance; answers handles for the benches and for looking. */
async function open(backends: Backend[], teacher: TeacherPlace = "both") {
  const source = openPoseSource({ backends });
  const camera = openCamera();
  const choreography = jacks(256);
  const states: string[] = [];
  source.state.subscribe(() => states.push(JSON.stringify(source.state.get())));
  await until(() => camera.view.get().state === "live" && source.state.get().kind === "ready");
  const stage = openStage({
    canvas: element("picture"),
    teacherCanvas: element("teacher"),
    countsCanvas: element("counts"),
    comboElement: null,
    camera,
    source,
    song: silentSong(),
    choreography,
    reference: prepare(choreography, -1),
    settings: { rate: 1, mirror: false, teacher, latency: 0 },
    words,
    on: {},
  });
  const sightings: Sighting[] = [];
  const see = source.onSighting;
  source.onSighting = (sighting) => {
    sightings.push(sighting);
    see?.(sighting);
  };
  return { source, camera, stage, sightings, states };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Poses a second through camera, detector and stage over some seconds, and main-thread milliseconds a frame. */
async function dance({ stage, sightings }: Opened, seconds: number) {
  stage.start();
  await wait(3000); // the count-in
  const before = { ...stage.cost };
  const first = sightings.length;
  const began = performance.now();
  await wait(seconds * 1000);
  const span = (performance.now() - began) / 1000;
  const counted = sightings.slice(first);
  return {
    posesPerSecond: counted.length / span,
    seen: counted.filter(({ pose }) => pose).length / counted.length,
    workMs: counted.reduce((sum, { workMs }) => sum + workMs, 0) / counted.length,
    tensors: counted.map(({ tensors }) => tensors),
    frames: stage.cost.frames - before.frames,
    stageMs: (stage.cost.ms - before.ms) / (stage.cost.frames - before.frames),
  };
}

/** Pictures of the camera, for the yardstick to look at. */
async function pictures({ camera }: Opened, many: number): Promise<ImageBitmap[]> {
  const all: ImageBitmap[] = [];
  let last: number | null = null;
  while (all.length < many) {
    await until(() => camera.pictureAt !== last);
    last = camera.pictureAt;
    all.push(await createImageBitmap(camera.video));
  }
  return all;
}

/** Bare estimatePoses in a loop in a thread of its own on given pictures: the yardstick. */
async function bare(backend: Backend, frames: ImageBitmap[], seconds: number): Promise<BareReport> {
  const thread = new Worker(new URL("./bare.worker.ts", import.meta.url), { type: "module" });
  const modelUrl = new URL("/models/movenet-lightning.json", location.href).href;
  const order: BareOrder = { backend, modelUrl, frames, seconds };
  const report = new Promise<BareReport>((resolve) => {
    thread.onmessage = ({ data }) => resolve(data);
  });
  thread.postMessage(order, frames);
  const result = await report;
  thread.terminate();
  return result;
}

export const bench = { open, dance, pictures, bare, wait };
Object.assign(window, { bench });
