import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/base.js";
import wasmPlain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import wasmSimd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import "@tensorflow/tfjs-backend-webgl/dist/base.js";
import * as tf from "@tensorflow/tfjs-core";
import { createDetector, movenet, type PoseDetector, SupportedModels } from "@tensorflow-models/pose-detection";
import { registerKernels } from "./kernels.ts";
import type { Backend, ModelName } from "./types.ts";

/** Names of graphics drivers that compute on the processor: some hundred times slower than they look. */
const SOFTWARE_GRAPHICS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let prepared = false;
function prepare(): void {
  if (prepared) return;
  prepared = true;
  registerKernels();
  // The threaded build evaluates its own source text again; minifying breaks that, so it is never asked for.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths({
    "tfjs-backend-wasm.wasm": wasmPlain,
    "tfjs-backend-wasm-simd.wasm": wasmSimd,
    "tfjs-backend-wasm-threaded-simd.wasm": wasmSimd,
  });
}

/** Whether a graphics card stands behind WebGL here. */
export function hasGraphicsCard(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !SOFTWARE_GRAPHICS.test(name);
}

const TYPES: Readonly<Record<ModelName, string>> = {
  lightning: movenet.modelType.SINGLEPOSE_LIGHTNING,
  thunder: movenet.modelType.SINGLEPOSE_THUNDER,
  multipose: movenet.modelType.MULTIPOSE_LIGHTNING,
};

/** MoveNet on one backend; null where the backend does not work here. */
export async function openModel(
  backend: Backend,
  artifacts: tf.io.ModelArtifacts,
  model: ModelName = "lightning",
): Promise<PoseDetector | null> {
  prepare();
  if (!(await tf.setBackend(backend).catch(() => false))) return null;
  await tf.ready();
  return createDetector(SupportedModels.MoveNet, {
    modelType: TYPES[model],
    modelUrl: tf.io.fromMemory(artifacts),
    enableSmoothing: false, // ours runs on capture times
    enableTracking: false,
  });
}

/** Makes a backend the one that computes. */
export const computeOn = (backend: Backend): Promise<boolean> => tf.setBackend(backend);

/** Tensors alive: flat over time, or memory leaks. */
export const aliveTensors = (): number => tf.engine().state.numTensors;

/** Calls back when the graphics card is lost to the page; only for webgl. */
export function onContextLost(lost: () => void): void {
  const backend = tf.backend() as { gpgpu?: { gl: { canvas: EventTarget } } };
  backend.gpgpu?.gl.canvas.addEventListener("webglcontextlost", lost);
}
