export { openVideo, type Video } from "./open.ts";
export { type PackedFrames, unpackFrames } from "./thread/frames.ts";
export type { ModelName, Preparing, VideoFacts, VideoProblem } from "./thread/types.ts";
