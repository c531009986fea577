// pose-detection names this backend for BlazePose alone; we bundle webgl and wasm.
export class WebGPUBackend {}
export const webgpu_util = {};
