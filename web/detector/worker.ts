// The detector's own thread: one pose for one frame.
import { PoseSmoother } from "#dance/pose/smooth.ts";
import { readPicture } from "./picture.ts";
import { poseOf } from "./pose-of.ts";
import { runThread } from "./thread.ts";
import type { Sighting } from "./types.ts";

const smoother = new PoseSmoother();

runThread<Sighting>({
  model: "lightning",
  async see(frame, at, detector, backend) {
    const { picture, done } = await readPicture(frame, backend);
    const height = picture.height;
    const [seen] = await detector.estimatePoses(picture);
    done();
    const pose = seen ? smoother.smooth(poseOf(seen.keypoints, height), at / 1000) : null;
    if (!pose) smoother.reset();
    return { seen: { pose }, move: pose ? [pose.buffer as ArrayBuffer] : [] };
  },
  forget: () => smoother.reset(),
});
