// Scrubs the replay of a four-minute take as a dancer does: by its slider, the way every key and pointer goes.
import { createRoot } from "react-dom/client";
import { decodeReplay, encodeReplay } from "#dance/replay/codec.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { Replay } from "../../../web/parts/replay.tsx";
import { sceneOf, withOther } from "../../../web/parts/replay-scene.ts";
import { drawBones } from "../../../web/stage/bones.ts";
import { fitPoses } from "../../../web/stage/geometry.ts";
import { loadLanguage } from "../../../web/state/language.ts";
import { fourMinutes } from "../../fixtures/four-minutes.ts";
import "../../../web/styles/tokens.css";
import "../../../web/styles/charts.css";
import "../../../web/styles/replay.css";

/** Milliseconds that each of many scrubbed frames took, and those of the yardstick on the same canvas. */
export interface Scrubbed {
  readonly frames: readonly number[];
  readonly plain: readonly number[];
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Paints what was recorded, so that the time is of pixels and not of promises. */
const paint = (pen: CanvasRenderingContext2D) => pen.getImageData(0, 0, 1, 1).data[3];

function timed(many: number, work: (i: number) => void): number[] {
  return Array.from({ length: many }, (_, i) => {
    const began = performance.now();
    work(i);
    return performance.now() - began;
  });
}

/** Mounts the replay; `others` says whether a third skeleton dances along. Frames lie all over the song. */
export async function scrub(many: number, others: boolean): Promise<Scrubbed> {
  await loadLanguage();
  const { choreography, frames } = fourMinutes();
  const reference = prepare(choreography, WHOLE);
  const terms = { version: "0".repeat(64), section: WHOLE, rate: 1, mirror: false, seated: false, takeId: "bench" };
  const read = decodeReplay(encodeReplay({ ...terms, frames }));
  if (!read.ok) throw new Error(read.problem.message);
  const result = rejudge(reference, read.value.columns, { mirror: false, seated: false });
  const take = { frames: read.value.frames, mirror: false, result };
  const alone = sceneOf(choreography, WHOLE, take);
  const scene = others ? withOther(alone, take, false) : alone;
  const room = document.body.appendChild(document.createElement("div"));
  room.style.cssText = "position:fixed;inset:0;background:#17191c";
  const root = createRoot(room);
  root.render(<Replay scene={scene} own="You" other="Then" />);
  await wait(300);
  const slider = room.querySelector("input.scrub") as HTMLInputElement;
  const canvas = room.querySelector("canvas") as HTMLCanvasElement;
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  const places = Array.from({ length: many }, (_, i) => scene.from + ((i * 0.61803) % 1) * (scene.to - scene.from));
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const moved = (i: number) => {
    write?.call(slider, String(places[i % many]));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    paint(pen);
  };
  timed(40, moved);
  const times = timed(many, moved);
  const shown = canvas.width * canvas.height;
  if (shown < 400_000) throw new Error(`the replay is only ${canvas.width} x ${canvas.height} pixels`);
  const pose = frames[0]?.pose ?? new Float32Array(51);
  const place = fitPoses([pose], canvas.width, canvas.height, -1);
  const plain = timed(many, () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    drawBones(pen, pose, place, { line: "#f6f5f1", edge: "#23262b", width: 5 });
    paint(pen);
  });
  root.unmount();
  room.remove();
  return { frames: times, plain };
}
