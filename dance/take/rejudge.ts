import type { Columns } from "../pose/columns.ts";
import type { Track } from "../pose/pose.ts";
import { Room } from "../pose/room.ts";
import type { Reference } from "../scoring/reference.ts";
import type { TakeResult } from "../scoring/result.ts";
import { Take, type TakeSettings } from "./take.ts";

/** Takes are judged again one after another, from beginning to end: one room is enough for all of them. */
const ROOM = new Room();

/** Judges a recorded take again, frames or columns: the very code that judged it live. */
export function rejudge(reference: Reference, recorded: Track | Columns, settings: TakeSettings): TakeResult {
  ROOM.clear();
  const take = new Take(reference, settings, ROOM);
  if ("times" in recorded) take.feedColumns(recorded);
  else for (const frame of recorded) take.feed(frame);
  return take.result();
}
