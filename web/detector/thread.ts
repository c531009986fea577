// What every thread of the detector does: weights, trial, then one sighting for one frame.
import type { PoseDetector } from "@tensorflow-models/pose-detection";
import type { FromThread, ToThread } from "./messages.ts";
import { aliveTensors, onContextLost } from "./model.ts";
import { type Chosen, chooseBackend } from "./trial.ts";
import type { Backend, Looked, ModelName } from "./types.ts";
import { fetchModel } from "./weights.ts";

/** What a model makes of a frame, which it closes. */
export interface Eyes<S extends Looked> {
  readonly model: ModelName;
  see(
    frame: ImageBitmap | VideoFrame,
    at: number,
    detector: PoseDetector,
    backend: Backend,
  ): Promise<{ readonly seen: Omit<S, keyof Looked>; readonly move: Transferable[] }>;
  /** Another camera: nothing of what was seen holds. */
  forget(): void;
}

const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** Runs the thread with its model's eyes. */
export function runThread<S extends Looked>(eyes: Eyes<S>): void {
  let chosen: Chosen | null = null;
  const tell = (message: FromThread<Looked>, move: Transferable[] = []) =>
    self.postMessage(message, { transfer: move });

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
    const trying = (backend: Backend) => tell({ kind: "state", state: { kind: "warming", backend } });
    chosen = await chooseBackend(order.backends, artifacts, trying, eyes.model);
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
      const { seen, move } = await eyes.see(frame, at, chosen.detector, chosen.backend);
      tell(
        { kind: "sighting", sighting: { ...seen, at, workMs: performance.now() - began, tensors: aliveTensors() } },
        move,
      );
    } catch (thrown) {
      tell({ kind: "broken", message: words(thrown) });
    }
  }

  self.onmessage = ({ data }: MessageEvent<ToThread>) => {
    if (data.kind === "open") void open(data);
    else if (data.kind === "frame") void see(data);
    else {
      eyes.forget();
      if (eyes.model !== "multipose") chosen?.detector.reset(); // one that follows nobody has nothing to forget, and throws
    }
  };
}
