// The detector's own thread: weights, trial, then one pose for one frame.
import { PoseSmoother } from "#dance/pose/smooth.ts";
import type { FromThread, ToThread } from "./messages.ts";
import { aliveTensors, onContextLost } from "./model.ts";
import { readPicture } from "./picture.ts";
import { poseOf } from "./pose-of.ts";
import { type Chosen, chooseBackend } from "./trial.ts";
import { fetchModel } from "./weights.ts";

const tell = (message: FromThread, move: Transferable[] = []) => self.postMessage(message, { transfer: move });
const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));
const smoother = new PoseSmoother();
let chosen: Chosen | null = null;

async function open(order: Extract<ToThread, { kind: "open" }>): Promise<void> {
  let artifacts: Awaited<ReturnType<typeof fetchModel>>;
  try {
    artifacts = await fetchModel(order.modelUrl, (loaded, total) =>
      tell({ kind: "state", state: { kind: "loading", loaded, total } }),
    );
  } catch (thrown) {
    const state = { kind: "failed", failure: "weights-unreachable", message: words(thrown) } as const;
    return tell({ kind: "state", state });
  }
  chosen = await chooseBackend(order.backends, artifacts, (backend) =>
    tell({ kind: "state", state: { kind: "warming", backend } }),
  );
  if (!chosen) {
    const state = { kind: "failed", failure: "no-backend", message: "no backend computes poses here" } as const;
    return tell({ kind: "state", state });
  }
  onContextLost(() => tell({ kind: "broken", message: "the graphics card was lost" }));
  tell({ kind: "state", state: { kind: "ready", backend: chosen.backend, frameMs: chosen.frameMs } });
}

async function see({ frame, at }: Extract<ToThread, { kind: "frame" }>): Promise<void> {
  if (!chosen) return frame.close();
  const began = performance.now();
  try {
    const { picture, done } = await readPicture(frame, chosen.backend);
    const height = picture.height;
    const [seen] = await chosen.detector.estimatePoses(picture);
    done();
    const pose = seen ? smoother.smooth(poseOf(seen.keypoints, height), at / 1000) : null;
    if (!pose) smoother.reset();
    const sighting = { at, pose, workMs: performance.now() - began, tensors: aliveTensors() };
    tell({ kind: "sighting", sighting }, pose ? [pose.buffer as ArrayBuffer] : []);
  } catch (thrown) {
    tell({ kind: "broken", message: words(thrown) });
  }
}

self.onmessage = ({ data }: MessageEvent<ToThread>) => {
  if (data.kind === "open") void open(data);
  else if (data.kind === "frame") void see(data);
  else {
    smoother.reset();
    chosen?.detector.reset();
  }
};
