import type { VideoSample } from "mediabunny";
import type { Crowd } from "#dance/pose/follow.ts";
import { registerCrowdKernels } from "../../detector/crowd-kernels.ts";
import { lookOf } from "../../detector/looks.ts";
import { aliveTensors } from "../../detector/model.ts";
import { poseOf } from "../../detector/pose-of.ts";
import { type Chosen, chooseBackend } from "../../detector/trial.ts";
import { BACKENDS, type ModelName } from "../../detector/types.ts";
import { fetchModel } from "../../detector/weights.ts";
import { pixelsOf } from "./paper.ts";
import type { Preparing, VideoProblem } from "./types.ts";

/** A failure that is told to the dancer by its code. */
export class Told extends Error {
  readonly problem: VideoProblem;
  constructor(problem: VideoProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** A model that is ready: pictures to bodies. */
export interface Judge {
  readonly model: ModelName;
  /** Milliseconds a frame took in the trial. */
  readonly frameMs: number;
  /** Everybody in a picture, which is closed; at its file time in seconds. */
  see(picture: VideoSample | ImageBitmap, time: number): Promise<Crowd>;
  tensors(): number;
  close(): void;
}

/** Fetches a model and tries what computes it best; throws a `Told` where it cannot be had. */
export async function openJudge(model: ModelName, tell: (preparing: Preparing) => void): Promise<Judge> {
  if (model === "multipose") registerCrowdKernels();
  const url = new URL(`/models/movenet-${model}.json`, self.location.href).href;
  const artifacts = await fetchModel(url, (loaded, total) => tell({ kind: "loading", loaded, total })).catch(
    (thrown: unknown) => {
      throw new Told("video-weights", thrown instanceof Error ? thrown.message : String(thrown));
    },
  );
  tell({ kind: "warming" });
  const chosen = await chooseBackend(BACKENDS, artifacts, () => undefined, model);
  if (!chosen) throw new Told("video-no-backend", "no backend computes poses here");
  return { model, frameMs: chosen.frameMs, ...judging(chosen, model === "multipose") };
}

function judging({ detector, backend }: Chosen, several: boolean): Pick<Judge, "see" | "tensors" | "close"> {
  return {
    async see(picture, time) {
      const pixels = pixelsOf(picture, backend, several);
      const seen = await detector.estimatePoses(pixels);
      const bodies = seen.map(({ keypoints }) => {
        const pose = poseOf(keypoints, pixels.height);
        return { pose, look: several && pixels instanceof ImageData ? lookOf(pose, pixels) : null };
      });
      if (!(pixels instanceof ImageData)) pixels.close();
      return { time, bodies };
    },
    tensors: aliveTensors,
    close: () => detector.dispose(),
  };
}
