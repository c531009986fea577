import { open } from "./db/open.ts";
import type { Bindings } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { type Judging, OURS, type RejudgeMessage, step } from "./rejudge.ts";

/** Hears what the queue delivers, one after the other: a rejudging goes on by one batch for each. */
export async function consume(
  batch: MessageBatch<RejudgeMessage>,
  env: Bindings,
  judging: Judging = OURS,
): Promise<void> {
  const db = open(env);
  for (const message of batch.messages) {
    if (await step(env, db, judging, message.body, message.attempts)) message.ack();
    else message.retry({ delaySeconds: LIMITS.rejudgeRetrySeconds });
  }
}
