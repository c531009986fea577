export { openCrowdSource, openPoseSource } from "./open.ts";
export type { Backend, CrowdSource, DetectorState, Looked, PoseSource, Sighting, Source } from "./types.ts";
export type { Watch } from "./watch.ts";
