export { openVideo, type Video, type VideoEvents, type VideoOutcome } from "./open.ts";
export { type PackedFrames, unpackFrames } from "./thread/frames.ts";
export { type ModelName, type Preparing, VIDEO_PROBLEMS, type VideoFacts, type VideoProblem } from "./thread/types.ts";
