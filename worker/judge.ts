import { fail, type Outcome, ok } from "#dance/outcome.ts";
import type { Track } from "#dance/pose/pose.ts";
import { type CheckProblem, checkReplay } from "#dance/replay/check.ts";
import { decodeReplay, type ReplayProblem } from "#dance/replay/codec.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import type { TakeRow } from "./db/takes.ts";
import type { Bindings } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { referenceOf } from "./references.ts";

type Refusal = ReplayProblem | CheckProblem | "take-too-soon" | "result-too-large" | "choreography-unknown";

/** What a replay is worth, and its frames for those who doubt. */
export interface Verdict {
  readonly result: TakeResult;
  readonly frames: Track;
}

/** Judges a take by its replay, or says why these bytes cannot be the replay of this take. */
export async function judge(
  env: Bindings,
  take: TakeRow,
  bytes: Uint8Array,
  at: number,
): Promise<Outcome<Verdict, Refusal>> {
  const replay = decodeReplay(bytes);
  if (!replay.ok) return replay;
  const { version, section } = take;
  const settings = { mirror: take.mirror === 1, seated: take.seated === 1 };
  const terms = { version, section, rate: take.rate / 1000, ...settings, takeId: take.id };
  const reference = await referenceOf(env, version, section);
  if (!reference) return fail("choreography-unknown", `version ${version} was taken back`);
  const track = checkReplay(replay.value, terms, reference);
  if (!track.ok) return track;
  const frames = track.value;
  const songSeconds = (frames.at(-1)?.time ?? 0) - (frames[0]?.time ?? 0);
  // A take danced without network has no moment of opening to go by, and no board to protect.
  if (take.dancedAt === null && at - take.openedAt + LIMITS.tooSoonToleranceMs < (songSeconds / terms.rate) * 1000)
    return fail("take-too-soon", `${songSeconds} s of music ${at - take.openedAt} ms after the take was opened`);
  const result = rejudge(reference, replay.value.columns, settings);
  const size = new TextEncoder().encode(JSON.stringify(result)).length;
  if (size > LIMITS.resultBytes) return fail("result-too-large", `a result of ${size} bytes`);
  return ok({ result, frames });
}
