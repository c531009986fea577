export { openPoseSource } from "./open.ts";
export type { Backend, DetectorFailure, DetectorState, PoseSource, PoseSourceOptions, Sighting } from "./types.ts";
export type { Watch } from "./watch.ts";
