// A video brought in as a routine, and others danced before the camera: through the product's own import and detector.
import { ALL_FORMATS, BlobSource, CanvasSink, Input } from "mediabunny";
import { capture } from "#dance/choreo/capture.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { openPoseSource, type PoseSource, type Sighting } from "../../../web/detector/index.ts";
import { dancersOf } from "../../../web/state/import-dancers.ts";
import { until } from "./song.ts";
import { importFile } from "./video.ts";

/** What is danced: a file over and over, or its first picture held. */
export interface Danced {
  readonly name: string;
  readonly bytes: string;
  readonly hold?: boolean;
}

const fileOf = (base64: string): File =>
  new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "dance.mp4");

async function picturesOf(file: File): Promise<{ readonly time: number; readonly picture: OffscreenCanvas }[]> {
  const track = await new Input({ formats: ALL_FORMATS, source: new BlobSource(file) }).getPrimaryVideoTrack();
  if (!track) throw new Error("the file has no picture");
  const pictures = [];
  for await (const { canvas, timestamp } of new CanvasSink(track, { height: 480 }).canvases())
    pictures.push({ time: timestamp, picture: canvas as OffscreenCanvas });
  return pictures;
}

/** The poses that the live detector sees when a camera shows a file for so many seconds, none dropped. */
async function seen(source: PoseSource, { bytes, hold = false }: Danced, seconds: number): Promise<PoseFrame[]> {
  const pictures = await picturesOf(fileOf(bytes));
  const round = (pictures.at(-1)?.time ?? 0) - (pictures[0]?.time ?? 0);
  const frames: PoseFrame[] = [];
  source.reset();
  for (let time = 0; time < seconds; time += 1 / 30) {
    const shown = pictures.findLast(({ time: at }) => at <= (hold ? 0 : time % round) + 1e-3) ?? pictures[0];
    const told = new Promise<Sighting>((resolve) => {
      const stop = source.onSighting((sighting) => {
        stop();
        resolve(sighting);
      });
    });
    source.detect(await createImageBitmap((shown as { picture: OffscreenCanvas }).picture), time * 1000);
    const { pose } = await told;
    if (pose) frames.push({ time, pose });
  }
  return frames;
}

/** Points of 100 for each dance, judged against the routine that was imported. */
export async function dancedAgainst(routine: string, tempo: Tempo, dances: readonly Danced[]) {
  const imported = await importFile(fileOf(routine));
  const [track] = dancersOf(imported.frames, imported.model === "multipose" ? "multipose" : "thunder");
  if (!track) throw new Error(`nobody was seen: ${imported.problem}`);
  const captured = capture(track, tempo);
  if (!captured.ok) throw new Error(captured.problem.message);
  const reference = prepare(captured.value, WHOLE);
  const source = openPoseSource({ backends: ["wasm"] });
  await until(() => source.state.get().kind === "ready");
  const points: Record<string, number> = {};
  for (const dance of dances) {
    const frames = await seen(source, dance, imported.facts?.seconds ?? 0);
    const { score, mirrored } = rejudge(reference, frames, { mirror: false, seated: false });
    points[dance.name] = Math.round(score / 1000) / 10;
    if (mirrored) points[`${dance.name} mirrored`] = 1;
  }
  source.close();
  return { model: imported.model, frames: imported.frames.length, points };
}
