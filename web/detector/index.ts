// openPoseSource(options?: PoseSourceOptions): PoseSource starts loading at once; keep one for the whole sitting.
export type { Backend, DetectorFailure, DetectorState, PoseSource, PoseSourceOptions, Sighting } from "./types.ts";
export type { Watch } from "./watch.ts";
