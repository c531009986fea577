import { mirrorPose, type Track } from "#dance/pose/pose.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { copies } from "#dance/replay/copied.ts";
import { type Doubt, doubtOf, signaturesOf } from "#dance/replay/trust.ts";
import type { Db } from "./db/open.ts";
import { type TakeRow, takesLike } from "./db/takes.ts";
import { type Bindings, sha256 } from "./env.ts";
import type { Verdict } from "./judge.ts";
import { LIMITS } from "./limits.ts";
import { trackOf } from "./references.ts";
import { getReplay } from "./replays.ts";

/** What is kept of a take by which copies of it are found. */
export async function signatureOf(take: TakeRow, frames: Track): Promise<string> {
  return signed(take, signaturesOf(faced(take, frames))[0] as string);
}

/** Whether a take may be believed: what speaks against it, or null, and the signature by which copies of it are found. */
export async function examine(
  env: Bindings,
  db: Db,
  take: TakeRow,
  { result, frames }: Verdict,
): Promise<{ doubt: Doubt | null; signature: string }> {
  const ours = faced(take, frames);
  const words = signaturesOf(ours);
  const signature = await signed(take, words[0] as string);
  const doubt = doubtOf(frames, await trackOf(env, take.version), take.mirror === 1);
  if (doubt) return { doubt, signature };
  const signatures = await Promise.all(words.map((word) => signed(take, word)));
  const looks = { signatures, score: result.score, dancerId: take.dancerId };
  for (const { replayHash, ...other } of await takesLike(db, looks, LIMITS.signedTakes, LIMITS.lookalikes)) {
    const file = replayHash === null ? null : await getReplay(env, other.id, replayHash);
    const read = file && decodeReplay(new Uint8Array(await file.arrayBuffer()));
    if (read?.ok && copies(ours, faced(other, read.value.frames))) return { doubt: "doubt-copied", signature };
  }
  return { doubt: null, signature };
}

/** As the choreography has left and right: a copy may be turned about and sent as mirrored. */
const faced = ({ mirror }: Pick<TakeRow, "mirror">, frames: Track): Track =>
  mirror === 1 ? frames.map(({ time, pose }) => ({ time, pose: mirrorPose(pose) })) : frames;

const signed = ({ version, section }: TakeRow, word: string): Promise<string> =>
  sha256(new TextEncoder().encode(`${version} ${section} ${word}`));
