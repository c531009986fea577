import type { Backend, DetectorState, Looked, Sighting } from "./types.ts";

/** What the page tells the detector's thread. */
export type ToThread =
  | { readonly kind: "open"; readonly modelUrl: string; readonly backends: readonly Backend[] }
  | { readonly kind: "frame"; readonly frame: ImageBitmap | VideoFrame; readonly at: number }
  | { readonly kind: "reset" };

/** What it answers: one sighting or `broken` for every frame. */
export type FromThread<S extends Looked = Sighting> =
  | { readonly kind: "state"; readonly state: DetectorState }
  | { readonly kind: "sighting"; readonly sighting: S }
  | { readonly kind: "broken"; readonly message: string };
