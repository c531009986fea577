import type { Break } from "./ladder.ts";

/** Seconds; what breaks a pass through the loop. */
export const WATCH = {
  /** Song and wall may part by so much between two looks before a pass is broken: a laptop that slept, a long stall. */
  jump: 0.5,
  /** No picture for so long, and the camera is lost. */
  camera: 1,
} as const;

/** The clocks at one moment of a pass, in seconds. */
export interface Clocks {
  /** Of the wall: never stops, never slowed. */
  readonly wallTime: number;
  /** Of the song. */
  readonly songTime: number;
  /** Rate of the song; 0 while it stands. */
  readonly rate: number;
  /** Wall time of the last picture that came; null before the first one. */
  readonly lastPicture: number | null;
}

/**
 * What broke the pass between two looks at the clocks, if anything did; give `looped` where the song was sent back to the
 * start of its span on purpose. A machine that slept says so, not that its camera is gone.
 */
export function whatBroke(before: Clocks, now: Clocks, looped: boolean): Break | null {
  const wall = now.wallTime - before.wallTime;
  if (wall < 0 || wall > WATCH.jump + WATCH.camera) return "clock-jumped";
  if (now.lastPicture !== null && now.wallTime - now.lastPicture > WATCH.camera) return "camera-lost";
  if (looped) return null;
  const song = now.songTime - before.songTime;
  return Math.abs(song - wall * before.rate) > WATCH.jump ? "clock-jumped" : null;
}
