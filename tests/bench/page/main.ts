// The page of the browser benches: camera, detector and stage as the product has them, with a song that is a clock.
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { openCamera } from "../../../web/camera/index.ts";
import { type Backend, type DetectorState, openPoseSource, type Sighting } from "../../../web/detector/index.ts";
import { openStage, type Stage, type StageEvents, type TeacherPlace } from "../../../web/stage/index.ts";
import { hangMirror } from "../../../web/stage/mirror.ts";
import type { StageOptions } from "../../../web/stage/types.ts";
import { jacks } from "../../fixtures/jacks.ts";
import { openBare } from "./bare.ts";
import { dancedAgainst } from "./danced.ts";
import { openFilm } from "./film.ts";
import { scrub } from "./scrub.tsx";
import { silentSong, until } from "./song.ts";
import { importFile, importRounds, makeVideo } from "./video.ts";

const element = (id: string) => document.getElementById(id) as HTMLCanvasElement;
const words = {
  judgement: { perfect: "Perfect", great: "Great", good: "Good", ok: "OK", miss: "Miss", unseen: "Unseen" },
  fault: (fault: { limb: string; degrees: number }) =>
    `${fault.limb.replace("_", " ")} ${Math.round(fault.degrees)}° off`,
  combo: "combo",
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Camera and detector, ready. */
async function open(backends: Backend[]) {
  const source = openPoseSource({ backends });
  const camera = openCamera();
  const states: DetectorState[] = [];
  source.state.subscribe(() => states.push(source.state.get()));
  await until(() => camera.view.get().state === "live" && source.state.get().kind === "ready");
  return { source, camera, states };
}
type Opened = Awaited<ReturnType<typeof open>>;

/** The stage over them, for so many counts of jumping jacks; over and over where `again` tells how to go on. */
function stageFor(
  { camera, source }: Opened,
  counts: number,
  teacher: TeacherPlace,
  on: StageEvents = {},
  again?: StageOptions["again"],
): Stage {
  const choreography = jacks(counts);
  return openStage({
    canvas: element("picture"),
    teacherCanvas: element("teacher"),
    countsCanvas: element("counts"),
    comboElement: null,
    camera,
    source,
    song: silentSong(),
    choreography,
    reference: prepare(choreography, WHOLE),
    settings: { rate: 1, mirror: false, seated: false, teacher, latency: 0 },
    words,
    on,
    ...(again && { again }),
  });
}

/** Poses a second through camera, detector and stage over some seconds of dancing, and main-thread ms a frame. */
async function dance(opened: Opened, seconds: number, teacher: TeacherPlace = "beside") {
  const { source } = opened;
  const stage = stageFor(opened, 256, teacher);
  const sightings: Sighting[] = [];
  const stopListening = source.onSighting((sighting) => sightings.push(sighting));
  stage.start();
  await until(() => stage.view.get().state === "dancing");
  await wait(500);
  const before = { ...stage.cost };
  const first = sightings.length;
  const began = performance.now();
  await wait(seconds * 1000);
  const span = (performance.now() - began) / 1000;
  const counted = sightings.slice(first);
  const frames = stage.cost.frames - before.frames;
  const stageMs = (stage.cost.ms - before.ms) / frames;
  stopListening();
  stage.close();
  return {
    posesPerSecond: counted.length / span,
    seen: counted.filter(({ pose }) => pose).length / counted.length,
    workMs: counted.reduce((sum, { workMs }) => sum + workMs, 0) / counted.length,
    tensors: counted.map(({ tensors }) => tensors),
    screenFramesPerSecond: frames / span,
    stageMs,
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

/** Pipeline and yardstick by turns; the camera is shown in both. Poses a second of each round. */
async function rounds(opened: Opened, backend: Backend, many: number, seconds: number) {
  const bare = await openBare(backend, await pictures(opened, 24));
  const all: (Awaited<ReturnType<typeof dance>> & { barePosesPerSecond: number })[] = [];
  for (let i = 0; i < many; i++) {
    const takeMirrorDown = hangMirror(opened.camera.video, element("picture"));
    const barePosesPerSecond = await bare(seconds);
    takeMirrorDown();
    all.push({ ...(await dance(opened, seconds)), barePosesPerSecond });
  }
  return all;
}

const tools = {
  open,
  openCamera,
  openPoseSource,
  stageFor,
  dance,
  rounds,
  scrub,
  until,
  openFilm,
  makeVideo,
  importFile,
  importRounds,
  dancedAgainst,
};
export type Bench = typeof tools;
declare global {
  var bench: Bench;
}
globalThis.bench = tools;
