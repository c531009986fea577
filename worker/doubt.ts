import type { Track } from "#dance/pose/pose.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { samePoses } from "#dance/replay/copied.ts";
import { type Doubt, doubtOf, signatureOf } from "#dance/replay/trust.ts";
import type { Db } from "./db/open.ts";
import { type TakeRow, takesSigned } from "./db/takes.ts";
import { type Bindings, sha256 } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { trackOf } from "./references.ts";
import { getReplay } from "./replays.ts";

/** Whether a take may be believed: what speaks against it, or null, and the signature by which copies of it are found. */
export async function examine(
  env: Bindings,
  db: Db,
  take: TakeRow,
  frames: Track,
): Promise<{ doubt: Doubt | null; signature: string }> {
  const signature = await sha256(new TextEncoder().encode(`${take.version} ${take.section} ${signatureOf(frames)}`));
  const doubt = doubtOf(frames, await trackOf(env, take.version), take.mirror === 1);
  if (doubt) return { doubt, signature };
  for (const { id, replayHash } of await takesSigned(db, signature, take.dancerId, LIMITS.lookalikes)) {
    const file = replayHash === null ? null : await getReplay(env, id, replayHash);
    const other = file && decodeReplay(new Uint8Array(await file.arrayBuffer()));
    if (other?.ok && samePoses(frames, other.value.frames)) return { doubt: "doubt-copied", signature };
  }
  return { doubt: null, signature };
}
