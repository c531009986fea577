// The yardstick of the pipeline: estimatePoses and nothing else, in a thread like the detector's.
import type { Backend } from "../../../web/detector/index.ts";
import { openModel } from "../../../web/detector/model.ts";
import type { ModelName } from "../../../web/detector/types.ts";
import { fetchModel } from "../../../web/detector/weights.ts";

export type BareOrder =
  | {
      readonly kind: "open";
      readonly backend: Backend;
      readonly model: ModelName;
      readonly modelUrl: string;
      readonly frames: readonly ImageBitmap[];
    }
  | { readonly kind: "run"; readonly seconds: number };

let see: (i: number) => Promise<unknown>;

async function open({ backend, model, modelUrl, frames }: Extract<BareOrder, { kind: "open" }>): Promise<number> {
  const detector = await openModel(backend, await fetchModel(modelUrl, () => undefined), model);
  if (!detector) throw new Error(`${backend} does not work here`);
  see = (i) => detector.estimatePoses(frames[i % frames.length] as unknown as ImageData);
  for (let i = 0; i < 5; i++) await see(i);
  return 0;
}

/** Poses a second. */
async function run({ seconds }: Extract<BareOrder, { kind: "run" }>): Promise<number> {
  const began = performance.now();
  let poses = 0;
  while (performance.now() - began < seconds * 1000) {
    await see(poses++);
    await new Promise((resolve) => setTimeout(resolve)); // a thread must hear its messages
  }
  return poses / ((performance.now() - began) / 1000);
}

self.onmessage = async ({ data }: MessageEvent<BareOrder>) => {
  self.postMessage(await (data.kind === "open" ? open(data) : run(data)));
};
