import { open } from "./db/open.ts";
import type { Bindings } from "./env.ts";
import { type Judging, OURS, type RejudgeMessage, step } from "./rejudge.ts";

/** Hears what the queue delivers, one after the other: a rejudging goes on by one batch for each. */
export async function consume(
  batch: MessageBatch<RejudgeMessage>,
  env: Bindings,
  judging: Judging = OURS,
): Promise<void> {
  const db = open(env);
  for (const message of batch.messages) {
    const delaySeconds = await step(env, db, judging, message.body, message.attempts);
    if (delaySeconds === null) message.ack();
    else message.retry({ delaySeconds });
  }
}
