export { openCamera } from "./open.ts";
export type { Camera, CameraDevice, CameraOptions, CameraState, CameraView } from "./types.ts";
export { CAMERA_STATES } from "./types.ts";
