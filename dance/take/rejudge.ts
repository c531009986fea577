import type { Track } from "../pose/pose.ts";
import type { Reference } from "../scoring/reference.ts";
import type { TakeResult } from "../scoring/result.ts";
import { Take, type TakeSettings } from "./take.ts";

/** Judges a recorded take again: the very code that judged it live. */
export function rejudge(reference: Reference, track: Track, settings: TakeSettings): TakeResult {
  const take = new Take(reference, settings);
  for (const frame of track) take.feed(frame);
  return take.result();
}
