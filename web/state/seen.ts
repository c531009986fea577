import { useMemo } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Track } from "#dance/pose/pose.ts";
import { asSeen, unmeasured } from "#dance/practice/as-seen.ts";
import { prepare } from "#dance/scoring/reference.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { Take } from "#dance/take/take.ts";
import { wantedPose } from "./own.ts";

/** What a take was: of which section, and how it was danced. */
interface Danced {
  readonly section: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  /** In the dancer's own left and right. */
  readonly result: TakeResult;
}

/** A take's result as its replay shows it, so that no page says of a count what nobody sees there. */
export function seenResult(danced: Danced, choreography: Choreography, frames: Track): TakeResult {
  const { section, mirror, seated, result } = danced;
  const take = new Take(prepare(choreography, section), { mirror, seated });
  for (const frame of frames) take.feed(frame);
  const teacher = mirror
    ? choreography.track.map(({ time, pose }) => ({ time, pose: wantedPose(pose, mirror) }))
    : choreography.track;
  return asSeen(result, { tempo: choreography.tempo, teacher, take: frames, offsets: take.offsets() });
}

/** The same, once routine and poses are here; before that nothing is measured. */
export function useSeenResult(
  { section, mirror, seated, result }: Danced,
  choreography: Choreography | undefined,
  frames: Track | undefined,
): TakeResult {
  return useMemo(
    () =>
      choreography && frames
        ? seenResult({ section, mirror, seated, result }, choreography, frames)
        : unmeasured(result),
    [section, mirror, seated, result, choreography, frames],
  );
}
