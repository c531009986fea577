// The thread that sees several people: everybody in a frame, and the colour of what they wear.
import { bodiesOnce } from "#dance/pose/bodies.ts";
import { sureness } from "#dance/pose/uncertain.ts";
import { registerCrowdKernels } from "./crowd-kernels.ts";
import { lookOf } from "./looks.ts";
import { readPicture } from "./picture.ts";
import { poseOf } from "./pose-of.ts";
import { runThread } from "./thread.ts";
import type { CrowdSighting } from "./types.ts";

/** Whoever is less sure is a chair, or a shadow. */
const SURE = 0.3;

registerCrowdKernels();
runThread<CrowdSighting>({
  model: "multipose",
  async see(frame, _at, detector) {
    // Pixels are looked at here too, whatever computes: that is how those who cross are told apart.
    const { picture } = await readPicture(frame, "wasm");
    if (!(picture instanceof ImageData)) throw new Error("no pixels to look at");
    const seen = await detector.estimatePoses(picture);
    const bodies = seen
      .map(({ keypoints }) => poseOf(keypoints, picture.height))
      .filter((pose) => sureness(pose) >= SURE)
      .map((pose) => ({ pose, look: lookOf(pose, picture) }));
    return { seen: { bodies: bodiesOnce(bodies) }, move: [] };
  },
  forget: () => undefined,
});
