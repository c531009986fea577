// What finding several people asks of the backends beyond kernels.ts.

import { absConfig as absWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Abs.js";
import { addNConfig as addNWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/AddN.js";
import { equalConfig as equalWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Equal.js";
import { expConfig as expWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Exp.js";
import { fillConfig as fillWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Fill.js";
import { greaterConfig as greaterWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Greater.js";
import { greaterEqualConfig as greaterEqualWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/GreaterEqual.js";
import { lessConfig as lessWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Less.js";
import { logicalAndConfig as logicalAndWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalAnd.js";
import { maxConfig as maxWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Max.js";
import { maximumConfig as maximumWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Maximum.js";
import { maxPoolConfig as maxPoolWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool.js";
import { minimumConfig as minimumWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Minimum.js";
import { padV2Config as padV2Wasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2.js";
import { rangeConfig as rangeWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Range.js";
import { reciprocalConfig as reciprocalWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Reciprocal.js";
import { selectConfig as selectWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Select.js";
import { splitVConfig as splitVWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/SplitV.js";
import { stridedSliceConfig as stridedSliceWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/StridedSlice.js";
import { sumConfig as sumWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sum.js";
import { tileConfig as tileWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Tile.js";
import { topKConfig as topKWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/TopK.js";
import { absConfig as absWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Abs.js";
import { addNConfig as addNWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/AddN.js";
import { equalConfig as equalWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Equal.js";
import { expConfig as expWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Exp.js";
import { fillConfig as fillWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Fill.js";
import { greaterConfig as greaterWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Greater.js";
import { greaterEqualConfig as greaterEqualWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/GreaterEqual.js";
import { lessConfig as lessWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Less.js";
import { logicalAndConfig as logicalAndWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/LogicalAnd.js";
import { maxConfig as maxWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Max.js";
import { maximumConfig as maximumWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Maximum.js";
import { maxPoolConfig as maxPoolWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/MaxPool.js";
import { minimumConfig as minimumWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Minimum.js";
import { padV2Config as padV2Webgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/PadV2.js";
import { rangeConfig as rangeWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Range.js";
import { reciprocalConfig as reciprocalWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Reciprocal.js";
import { selectConfig as selectWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Select.js";
import { splitVConfig as splitVWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/SplitV.js";
import { stridedSliceConfig as stridedSliceWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/StridedSlice.js";
import { sumConfig as sumWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sum.js";
import { tileConfig as tileWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Tile.js";
import { topKConfig as topKWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/TopK.js";
import { type KernelConfig, registerKernel } from "@tensorflow/tfjs-core";

const KERNELS: readonly KernelConfig[] = [
  absWasm,
  addNWasm,
  equalWasm,
  expWasm,
  fillWasm,
  greaterWasm,
  greaterEqualWasm,
  lessWasm,
  logicalAndWasm,
  maxWasm,
  maxPoolWasm,
  maximumWasm,
  minimumWasm,
  padV2Wasm,
  rangeWasm,
  reciprocalWasm,
  selectWasm,
  splitVWasm,
  stridedSliceWasm,
  sumWasm,
  tileWasm,
  topKWasm,
  absWebgl,
  addNWebgl,
  equalWebgl,
  expWebgl,
  fillWebgl,
  greaterWebgl,
  greaterEqualWebgl,
  lessWebgl,
  logicalAndWebgl,
  maxWebgl,
  maxPoolWebgl,
  maximumWebgl,
  minimumWebgl,
  padV2Webgl,
  rangeWebgl,
  reciprocalWebgl,
  selectWebgl,
  splitVWebgl,
  stridedSliceWebgl,
  sumWebgl,
  tileWebgl,
  topKWebgl,
];

/** Teaches both backends what finding several people asks of them. */
export function registerCrowdKernels(): void {
  for (const kernel of KERNELS) registerKernel(kernel);
}
