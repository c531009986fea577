import type { Pose } from "#dance/pose/pose.ts";
import type { PackedFrames } from "./frames.ts";
import type { ModelName, Preparing, VideoFacts, VideoProblem } from "./types.ts";

/** What the page tells the thread. One order at a time; a thread is ended to stop it. */
export type ToThread =
  /** Answered by `facts`. */
  | { readonly kind: "open"; readonly file: File }
  /** How many dance? Answered by `model`. `pictures` where the page had to play the file. */
  | { readonly kind: "look"; readonly pictures: readonly ImageBitmap[] | null; readonly facts: VideoFacts }
  /** Judge every frame after `from` seconds (file time). Answered by `frames` again and again, then `end`. */
  | { readonly kind: "judge"; readonly model: ModelName; readonly from: number }
  /** Judge one picture that the page played. Answered by `frames` with one frame. */
  | { readonly kind: "see"; readonly model: ModelName; readonly picture: ImageBitmap; readonly at: number }
  /** One picture to look at. Answered by `still`. */
  | { readonly kind: "still"; readonly at: number };

export type FromThread =
  | { readonly kind: "facts"; readonly facts: VideoFacts }
  | { readonly kind: "preparing"; readonly preparing: Preparing }
  | { readonly kind: "model"; readonly model: ModelName }
  | { readonly kind: "frames"; readonly frames: PackedFrames; readonly tensors: number }
  /** What is being judged, now and then, for the eye; at most 240 lines. */
  | { readonly kind: "glimpse"; readonly picture: ImageBitmap; readonly poses: readonly Pose[] }
  /** `cut`: the file breaks off before its end. */
  | { readonly kind: "end"; readonly cut: boolean }
  | { readonly kind: "still"; readonly picture: ImageBitmap | null }
  | { readonly kind: "problem"; readonly problem: VideoProblem; readonly message: string };
