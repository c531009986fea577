export { openCamera } from "./open.ts";
export type { Camera } from "./types.ts";
