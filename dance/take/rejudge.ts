import type { Columns } from "../pose/columns.ts";
import { POSE_SIZE, type Track } from "../pose/pose.ts";
import type { Reference } from "../scoring/reference.ts";
import type { TakeResult } from "../scoring/result.ts";
import { Take, type TakeSettings } from "./take.ts";

/** Judges a recorded take again, frames or columns: the very code that judged it live. */
export function rejudge(reference: Reference, recorded: Track | Columns, settings: TakeSettings): TakeResult {
  const take = new Take(reference, settings);
  if ("times" in recorded) {
    const { times, numbers } = recorded;
    for (let i = 0; i < times.length; i++) take.feedFrom(times[i] as number, numbers, i * POSE_SIZE);
  } else for (const frame of recorded) take.feed(frame);
  return take.result();
}
