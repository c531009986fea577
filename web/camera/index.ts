// openCamera(options?: CameraOptions): Camera asks at once; watch `camera.view` and say what each state means.
export type { Camera, CameraDevice, CameraOptions, CameraState, CameraView } from "./types.ts";
export { CAMERA_STATES } from "./types.ts";
