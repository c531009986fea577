// The kernels that MoveNet needs, and no more: all of them would be 100 KB gzipped more for the dancer to fetch.

import { addConfig as addWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Add.js";
import { argMaxConfig as argMaxWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/ArgMax.js";
import { castConfig as castWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Cast.js";
import { concatConfig as concatWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Concat.js";
import { cropAndResizeConfig as cropAndResizeWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/CropAndResize.js";
import { depthwiseConv2dNativeConfig as depthwiseConv2dNativeWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/DepthwiseConv2dNative.js";
import { expandDimsConfig as expandDimsWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/ExpandDims.js";
import { floorDivConfig as floorDivWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/FloorDiv.js";
import { fusedConv2DConfig as fusedConv2DWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D.js";
import { fusedDepthwiseConv2DConfig as fusedDepthwiseConv2DWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/FusedDepthwiseConv2D.js";
import { gatherNdConfig as gatherNdWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/GatherNd.js";
import { identityConfig as identityWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Identity.js";
import { multiplyConfig as multiplyWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply.js";
import { packConfig as packWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Pack.js";
import { realDivConfig as realDivWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv.js";
import { reshapeConfig as reshapeWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape.js";
import { resizeBilinearConfig as resizeBilinearWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeBilinear.js";
import { sigmoidConfig as sigmoidWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sigmoid.js";
import { sliceConfig as sliceWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Slice.js";
import { sqrtConfig as sqrtWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt.js";
import { squaredDifferenceConfig as squaredDifferenceWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/SquaredDifference.js";
import { subConfig as subWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sub.js";
import { transposeConfig as transposeWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose.js";
import { unpackConfig as unpackWasm } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Unpack.js";
import { addConfig as addWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Add.js";
import { argMaxConfig as argMaxWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/ArgMax.js";
import { castConfig as castWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Cast.js";
import { concatConfig as concatWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Concat.js";
import { cropAndResizeConfig as cropAndResizeWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/CropAndResize.js";
import { depthwiseConv2dNativeConfig as depthwiseConv2dNativeWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/DepthwiseConv2dNative.js";
import { expandDimsConfig as expandDimsWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/ExpandDims.js";
import { floorDivConfig as floorDivWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/FloorDiv.js";
import { fromPixelsConfig as fromPixelsWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/FromPixels.js";
import { fusedConv2DConfig as fusedConv2DWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/FusedConv2D.js";
import { fusedDepthwiseConv2DConfig as fusedDepthwiseConv2DWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/FusedDepthwiseConv2D.js";
import { gatherNdConfig as gatherNdWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/GatherNd.js";
import { identityConfig as identityWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Identity.js";
import { multiplyConfig as multiplyWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply.js";
import { packConfig as packWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Pack.js";
import { realDivConfig as realDivWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/RealDiv.js";
import { reshapeConfig as reshapeWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape.js";
import { resizeBilinearConfig as resizeBilinearWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/ResizeBilinear.js";
import { sigmoidConfig as sigmoidWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sigmoid.js";
import { sliceConfig as sliceWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Slice.js";
import { sqrtConfig as sqrtWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sqrt.js";
import { squaredDifferenceConfig as squaredDifferenceWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/SquaredDifference.js";
import { subConfig as subWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sub.js";
import { transposeConfig as transposeWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose.js";
import { unpackConfig as unpackWebgl } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Unpack.js";
import { type KernelConfig, registerKernel } from "@tensorflow/tfjs-core";

const KERNELS: readonly KernelConfig[] = [
  argMaxWasm,
  addWasm,
  castWasm,
  concatWasm,
  cropAndResizeWasm,
  depthwiseConv2dNativeWasm,
  expandDimsWasm,
  floorDivWasm,
  fusedConv2DWasm,
  fusedDepthwiseConv2DWasm,
  gatherNdWasm,
  identityWasm,
  multiplyWasm,
  packWasm,
  realDivWasm,
  reshapeWasm,
  resizeBilinearWasm,
  sigmoidWasm,
  sliceWasm,
  sqrtWasm,
  squaredDifferenceWasm,
  subWasm,
  transposeWasm,
  unpackWasm,
  argMaxWebgl,
  addWebgl,
  castWebgl,
  concatWebgl,
  cropAndResizeWebgl,
  depthwiseConv2dNativeWebgl,
  expandDimsWebgl,
  floorDivWebgl,
  fusedConv2DWebgl,
  fusedDepthwiseConv2DWebgl,
  gatherNdWebgl,
  identityWebgl,
  multiplyWebgl,
  packWebgl,
  realDivWebgl,
  reshapeWebgl,
  resizeBilinearWebgl,
  sigmoidWebgl,
  sliceWebgl,
  sqrtWebgl,
  squaredDifferenceWebgl,
  subWebgl,
  transposeWebgl,
  unpackWebgl,
  fromPixelsWebgl,
];

/** Teaches both backends what the model asks of them. */
export function registerKernels(): void {
  for (const kernel of KERNELS) registerKernel(kernel);
}
