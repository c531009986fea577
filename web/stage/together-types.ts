import type { Track } from "#dance/pose/pose.ts";
import type { LiveNow } from "#dance/practice/live-sync.ts";
import type { Camera } from "../camera/types.ts";
import type { CrowdSource } from "../detector/types.ts";
import type { Standing } from "./standers.ts";
import type { TogetherDance } from "./together-run.ts";
import type { TogetherCanvases } from "./together-scene.ts";
import type { PauseCause, StageState } from "./types.ts";

/** What the page may watch. */
export interface TogetherView {
  readonly state: StageState;
  readonly pause: PauseCause | null;
  readonly people: readonly Standing[];
  /** Whole seconds until they are counted in; null where nobody has asked. */
  readonly startsIn: number | null;
  /** They were to be counted in, and fewer than two were seen. */
  readonly tooFew: boolean;
}

/** Everybody's dance in song time, in the order of their numbers. */
export interface DancedTogether {
  readonly numbers: readonly number[];
  readonly tracks: readonly Track[];
}

/** All are called outside React; none may throw. */
export interface TogetherEvents {
  count(count: number): void;
  /** Counts were told; what the last ones tell together, in the order of `numbers`. */
  told(numbers: readonly number[], now: LiveNow): void;
  /** They are counted in from the section's first count: what was told before is forgotten. */
  begun(): void;
  ended(danced: DancedTogether): void;
}

export interface TogetherOptions extends TogetherDance, TogetherCanvases {
  readonly camera: Camera;
  readonly source: CrowdSource;
  readonly on: TogetherEvents;
  /** How late somebody is, where it is worth telling; null else. */
  readonly sayOffset: (seconds: number) => string | null;
}
