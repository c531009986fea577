import type { ModelName } from "../../detector/types.ts";

/** Why no poses come out of a file. Each has a sentence in every language. */
export const VIDEO_PROBLEMS = [
  /** No byte in it. */
  "video-empty",
  /** No video that is known here: a text, a picture, something else. */
  "video-unknown",
  /** A video by its beginning, but what tells where its pictures lie is missing or broken. */
  "video-damaged",
  /** Sound alone. */
  "video-no-picture",
  /** Its codec, which is named, is not read here. */
  "video-undecodable",
  /** Nobody is seen in any picture. */
  "video-nobody",
  /** The weights did not come. */
  "video-weights",
  /** Nothing on this device computes poses. */
  "video-no-backend",
  /** The thread broke in the middle. */
  "video-stopped",
] as const;
export type VideoProblem = (typeof VIDEO_PROBLEMS)[number];

/** What is known of a file before any picture is judged. */
export interface VideoFacts {
  /** How long its pictures last, and how much of that is read: a routine has at most 20 minutes. */
  readonly seconds: number;
  readonly read: number;
  /** Pixels as it is shown: turned as the file asks for. */
  readonly width: number;
  readonly height: number;
  /** As people call it: "H.264". */
  readonly codec: string;
  /** Pictures a second on average, and how many will be judged. */
  readonly rate: number;
  readonly frames: number;
  readonly sound: boolean;
  /** Whether WebCodecs decodes it here. */
  readonly decodes: boolean;
}

/** How far the thread is before the first frame. */
export type Preparing =
  | { readonly kind: "loading"; readonly loaded: number; readonly total: number }
  | { readonly kind: "warming" }
  /** Looking at a few pictures to see how many dance. */
  | { readonly kind: "looking" };

/** The model that judges: all frames of one import are judged by the same. */
export type { ModelName };

/** Longest stretch that is read, in seconds. */
export const LONGEST = 20 * 60;
