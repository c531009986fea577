import { fail, type Outcome, ok } from "../outcome.ts";
import type { Track } from "../pose/pose.ts";
import type { Replay } from "./codec.ts";

/** What a take was opened for. */
export type TakeTerms = Omit<Replay, "frames">;

export const CHECK_PROBLEMS = [
  "replay-other-take",
  "replay-other-choreography",
  "replay-other-section",
  "replay-other-settings",
  "replay-empty",
  "replay-times",
  "replay-outside",
] as const;
export type CheckProblem = (typeof CHECK_PROBLEMS)[number];

/**
 * Seconds of song time that frames may come before and after the section. Judging hears about half a second of either;
 * a page that was slow to stop its camera loses no take for it.
 */
const MARGIN_SECONDS = 1.5;

/** Whether a replay is one of the take it was sent for: its terms match, its times rise and lie in the section. */
export function checkReplay(
  replay: Replay,
  terms: TakeTerms,
  span: { readonly from: number; readonly to: number },
): Outcome<Track, CheckProblem> {
  if (replay.version !== terms.version) return fail("replay-other-choreography", "danced to another choreography");
  if (replay.section !== terms.section) return fail("replay-other-section", `section ${replay.section}`);
  if (replay.rate !== terms.rate || replay.mirror !== terms.mirror || replay.seated !== terms.seated)
    return fail("replay-other-settings", `rate ${replay.rate}, mirror ${replay.mirror}, seated ${replay.seated}`);
  if (replay.takeId !== terms.takeId) return fail("replay-other-take", `recorded for take ${replay.takeId}`);
  return checkTimes(replay.frames, span);
}

function checkTimes(frames: Track, span: { from: number; to: number }): Outcome<Track, CheckProblem> {
  if (frames.length === 0) return fail("replay-empty", "no pose frame");
  let before = Number.NEGATIVE_INFINITY;
  for (const { time } of frames) {
    if (!(time > before)) return fail("replay-times", `${time} s comes after ${before} s`);
    if (time < span.from - MARGIN_SECONDS || time > span.to + MARGIN_SECONDS)
      return fail("replay-outside", `${time} s lies outside ${span.from}..${span.to} s`);
    before = time;
  }
  return ok(frames);
}
