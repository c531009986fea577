import type { Backend } from "../../../web/detector/index.ts";
import type { ModelName } from "../../../web/detector/types.ts";
import type { BareOrder } from "./bare.worker.ts";

/** The yardstick: a thread that does estimatePoses on given pictures and nothing else. */
export async function openBare(backend: Backend, frames: ImageBitmap[], model: ModelName = "lightning") {
  const thread = new Worker(new URL("./bare.worker.ts", import.meta.url), { type: "module" });
  const ask = (order: BareOrder) =>
    new Promise<number>((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      thread.onerror = ({ message }) => reject(new Error(message));
      thread.postMessage(order);
    });
  const modelUrl = new URL(`/models/movenet-${model}.json`, location.href).href;
  await ask({ kind: "open", backend, model, modelUrl, frames });
  return (seconds: number) => ask({ kind: "run", seconds });
}
