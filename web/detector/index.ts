export { openPoseSource } from "./open.ts";
export type { Backend, DetectorState, PoseSource, Sighting } from "./types.ts";
export type { Watch } from "./watch.ts";
