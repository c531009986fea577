import type { PoseDetector } from "@tensorflow-models/pose-detection";
import { computeOn, hasGraphicsCard, openModel } from "./model.ts";
import type { Backend, ModelName } from "./types.ts";

/** Frames that are timed on each backend, after one that is not. */
const TIMED = 4;

export interface Chosen {
  readonly detector: PoseDetector;
  readonly backend: Backend;
  /** Milliseconds a frame took, the median of the trial. */
  readonly frameMs: number;
}

/** A grey picture with noise: a blank one would be cheaper than a dancer for no backend, but let none guess. */
function blank(): ImageData {
  const picture = new ImageData(640, 480);
  for (let i = 0; i < picture.data.length; i++) picture.data[i] = i % 4 === 3 ? 255 : 96 + ((i * 31) % 64);
  return picture;
}

async function time(detector: PoseDetector, follows: boolean): Promise<number> {
  const picture = blank();
  await detector.estimatePoses(picture); // compiles and allocates: seconds on some devices
  const times: number[] = [];
  for (let i = 0; i < TIMED; i++) {
    const began = performance.now();
    await detector.estimatePoses(picture);
    times.push(performance.now() - began);
  }
  if (follows) detector.reset(); // one that follows nobody has nothing to forget, and throws
  return times.sort((a, b) => a - b)[TIMED >> 1] ?? Number.POSITIVE_INFINITY;
}

async function tryBackend(
  backend: Backend,
  artifacts: Parameters<typeof openModel>[1],
  model: ModelName,
): Promise<Chosen | null> {
  try {
    const detector = await openModel(backend, artifacts, model);
    return detector && { detector, backend, frameMs: await time(detector, model !== "multipose") };
  } catch {
    return null; // a backend that throws does not work here
  }
}

/** Runs frames on every backend allowed and keeps the quicker; null where none works. wasm goes first: it seldom fails. */
export async function chooseBackend(
  allowed: readonly Backend[],
  artifacts: Parameters<typeof openModel>[1],
  tell: (backend: Backend) => void,
  model: ModelName = "lightning",
): Promise<Chosen | null> {
  let best: Chosen | null = null;
  for (const backend of ["wasm", "webgl"] as const) {
    if (!allowed.includes(backend) || (backend === "webgl" && best && !hasGraphicsCard())) continue;
    tell(backend);
    const tried: Chosen | null = await tryBackend(backend, artifacts, model);
    if (!tried) continue;
    const slower: Chosen | null = best && best.frameMs <= tried.frameMs ? tried : best;
    slower?.detector.dispose();
    if (slower !== tried) best = tried;
  }
  if (best) await computeOn(best.backend);
  return best;
}
