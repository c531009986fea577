import type { Body } from "#dance/pose/bodies.ts";
import type { Pose } from "#dance/pose/pose.ts";
import type { Watch } from "./watch.ts";

/** What may compute poses, best first where there is a graphics card. */
export const BACKENDS = ["webgl", "wasm"] as const;
export type Backend = (typeof BACKENDS)[number];

/** MoveNet's sizes: the quick one, the careful one, and the one that sees up to six people. */
export const MODELS = ["lightning", "thunder", "multipose"] as const;
export type ModelName = (typeof MODELS)[number];

/** Why no pose will come: the weights did not arrive, no backend works on this device, or one that worked broke down. */
export const DETECTOR_FAILURES = ["weights-unreachable", "no-backend", "stopped"] as const;
export type DetectorFailure = (typeof DETECTOR_FAILURES)[number];

/** What the dancer is told while the detector gets ready. */
export type DetectorState =
  /** Bytes of weights; `total` 0 while unknown. */
  | { readonly kind: "loading"; readonly loaded: number; readonly total: number }
  /** The first poses take seconds: a blank frame is danced by nobody. `backend` is the one on trial. */
  | { readonly kind: "warming"; readonly backend: Backend }
  /** `frameMs`: milliseconds a frame took in the trial. */
  | { readonly kind: "ready"; readonly backend: Backend; readonly frameMs: number }
  | { readonly kind: "failed"; readonly failure: DetectorFailure; readonly message: string };

/** What is told of every camera frame that was looked at. */
export interface Looked {
  /** Capture time of the frame, milliseconds on the clock of performance.now(). */
  readonly at: number;
  /** Milliseconds the detector worked on it. */
  readonly workMs: number;
  /** Tensors alive after it: flat over time, or memory leaks. */
  readonly tensors: number;
}

/** What was seen on one camera frame. */
export interface Sighting extends Looked {
  /** Smoothed pose as the camera sees it (unmirrored, unit = picture height); null where nobody is in the picture. */
  readonly pose: Pose | null;
}

/** The same, of several people. */
export interface CrowdSighting extends Looked {
  /** Everybody in the picture, each once, in no order; poses as they were seen, not smoothed. */
  readonly bodies: readonly Body[];
}

/** Turns camera frames into sightings on a thread of its own. One frame at a time: there is no queue. */
export interface Source<S extends Looked> {
  readonly state: Watch<DetectorState>;
  /** Not ready, or a frame is under way. */
  readonly busy: boolean;
  /** Takes ownership of the frame and closes it. False (and nothing done but closing) while busy. */
  detect(frame: ImageBitmap | VideoFrame, at: number): boolean;
  /** Called once for every accepted frame; returns how to stop. */
  onSighting(listener: (sighting: S) => void): () => void;
  /** Forgets the body it follows: call on a change of camera. */
  reset(): void;
  /** After `failed`: starts anew from the weights on, with every backend. */
  retry(): void;
  /** Ends the thread; no sighting comes after. */
  close(): void;
}

export type PoseSource = Source<Sighting>;
export type CrowdSource = Source<CrowdSighting>;

export interface PoseSourceOptions {
  /** Where the weights are served; default /models/movenet-lightning.json. */
  readonly modelUrl?: string;
  /** Backends that may be tried; default all. */
  readonly backends?: readonly Backend[];
}
