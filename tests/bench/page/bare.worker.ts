// The yardstick of the pipeline: estimatePoses and nothing else, in a thread like the detector's.
import type { Backend } from "../../../web/detector/index.ts";
import { openModel } from "../../../web/detector/model.ts";
import { fetchModel } from "../../../web/detector/weights.ts";

export interface BareOrder {
  readonly backend: Backend;
  readonly modelUrl: string;
  readonly frames: readonly ImageBitmap[];
  readonly seconds: number;
}
export interface BareReport {
  readonly posesPerSecond: number;
}

self.onmessage = async ({ data }: MessageEvent<BareOrder>) => {
  const detector = await openModel(data.backend, await fetchModel(data.modelUrl, () => undefined));
  if (!detector) throw new Error(`${data.backend} does not work here`);
  const see = (i: number) => detector.estimatePoses(data.frames[i % data.frames.length] as unknown as ImageData);
  for (let i = 0; i < 5; i++) await see(i);
  const began = performance.now();
  let poses = 0;
  while (performance.now() - began < data.seconds * 1000) {
    await see(poses++);
    await new Promise((resolve) => setTimeout(resolve)); // a thread must hear its messages
  }
  const report: BareReport = { posesPerSecond: poses / ((performance.now() - began) / 1000) };
  self.postMessage(report);
};
