import { Hono } from "hono";
import { REPLAY_LIMITS, REPLAY_MEDIA_TYPE } from "#dance/replay/codec.ts";
import { dancersOnly } from "../auth/door.ts";
import { atMost } from "../body.ts";
import { isPublished } from "../db/choreographies.ts";
import { closeTake } from "../db/closing.ts";
import type { Db } from "../db/open.ts";
import { resultOf, type TakeRow, takeById } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import { examine } from "../doubt.ts";
import { type Bindings, now, type SignedIn, sha256 } from "../env.ts";
import { judge } from "../judge.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { keepRejudging } from "../rejudge.ts";
import { dropOtherReplays, dropReplay, putReplay } from "../replays.ts";
import { byId, closed } from "../schemas.ts";
import { standing, takeView, verified, waits } from "./views.ts";

const PROBLEMS = [
  ...([
    "signed-out",
    "take-unknown",
    "take-expired",
    "take-closed",
    "take-too-soon",
    "input-invalid",
    "result-too-large",
    "choreography-unknown",
  ] as const),
  ...(["replay-media-type", "replay-too-large", "replay-unknown", "replay-format", "replay-cut"] as const),
  ...(["replay-damaged", "replay-empty", "replay-times", "replay-outside", "replay-other-take"] as const),
  ...(["replay-other-choreography", "replay-other-section", "replay-other-settings"] as const),
];

/** Closes a take. Sent again, the first answer stands; bytes are stored before rows, so that nothing is half done. */
export const replay = new Hono<SignedIn>().put(
  "/takes/:id/replay",
  describe({
    summary: "Close a take by its replay: the Worker judges it again",
    takes: REPLAY_MEDIA_TYPE,
    reply: closed,
    problems: PROBLEMS,
  }),
  dancersOnly,
  atMost(REPLAY_LIMITS.bytes, "replay-too-large"),
  valid("param", byId),
  async (c) => {
    if (c.req.header("content-type")?.split(";")[0]?.trim() !== REPLAY_MEDIA_TYPE)
      return problem(c, "replay-media-type");
    const { db } = c.var;
    const take = await takeById(db, c.req.valid("param").id);
    if (take?.dancerId !== c.var.asker.id) return problem(c, "take-unknown");
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const replayHash = await sha256(bytes);
    const at = now();
    if (take.judgedAt === null) {
      if (at > take.expiresAt) return problem(c, "take-expired");
      if (!(await isPublished(db, take.version))) return problem(c, "choreography-unknown"); // taken back meanwhile
      const verdict = await judge(c.env, take, bytes, at);
      if (!verdict.ok) return problem(c, verdict.problem.code);
      await putReplay(c.env, take.id, replayHash, bytes);
      await closeTake(db, {
        takeId: take.id,
        replayHash,
        result: verdict.value.result,
        ...(await examine(c.env, db, take, verdict.value)),
        at,
        boardCoverage: LIMITS.boardCoverage,
      });
    }
    const answer = await answerOf(db, take, replayHash);
    if (typeof answer === "object") {
      c.executionCtx.waitUntil(afterwards(c.env, db, answer, replayHash));
      return c.json(answer, 200);
    }
    // The take went with its dancer meanwhile, or another replay closed it first: these bytes are nobody's.
    if (take.judgedAt === null) await dropReplay(c.env, take.id, replayHash);
    return problem(c, answer);
  },
);

type Answer = Exclude<Awaited<ReturnType<typeof answerOf>>, string>;

/** What need not be waited for: bytes of a delivery that was killed before its row go, and a rejudging that is due begins. */
async function afterwards(env: Bindings, db: Db, { take, waits }: Answer, replayHash: string): Promise<void> {
  try {
    await dropOtherReplays(env, take.id, replayHash);
    if (waits) await keepRejudging(env, db);
  } catch (error) {
    console.error(`after take ${take.id} was closed`, error);
  }
}

/** What stands of a take that this replay closed, or why it was not this one. */
async function answerOf(db: Db, { id, dancerId }: TakeRow, replayHash: string) {
  const take = await takeById(db, id);
  if (!take) return "take-unknown";
  if (take.replayHash !== replayHash) return "take-closed";
  const result = await resultOf(db, id);
  if (!result && !(await takeById(db, id))) return "take-unknown";
  if (!result) throw new Error(`take ${id} was closed without a result`);
  const place = await standing(db, take.boardId, dancerId, dancerId);
  return {
    take: takeView(take),
    result,
    standing: place,
    best: place?.takeId === id,
    verified: verified(take, result),
    waits: await waits(db, result),
  };
}
