// A rejudging of the tests: rules to come, a queue that is delivered by hand, and what has to come of it.
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { ok } from "#dance/outcome.ts";
import { ALL_TIME } from "#dance/practice/board.ts";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { boardOf } from "../../worker/db/boards.ts";
import { open } from "../../worker/db/open.ts";
import { type StandingRow, standingsAfter } from "../../worker/db/standings.ts";
import type { Bindings } from "../../worker/env.ts";
import { judge } from "../../worker/judge.ts";
import { LIMITS } from "../../worker/limits.ts";
import { consume } from "../../worker/queue.ts";
import type { Judging, RejudgeMessage } from "../../worker/rejudge.ts";
import { Client, dancer } from "./client.ts";
import { CHORUS, danced } from "./dance.ts";

export const TOKEN = "operator-of-the-tests";
export const NEXT = RULES_VERSION + 1;
/** The rules to come, which turn every score about: who was best is last. */
export const TURNED: Judging = {
  rules: NEXT,
  judge: async (...asked) => {
    const verdict = await judge(...asked);
    if (!verdict.ok) return verdict;
    const { result, frames } = verdict.value;
    return ok({ frames, result: { ...result, rules: NEXT, score: 1_000_000 - result.score, grade: "C" as const } });
  },
};

/** A queue that is delivered by hand. */
export class Post {
  readonly sent: RejudgeMessage[] = [];
  /** How many messages may still be sent before the Worker dies. */
  left = Number.POSITIVE_INFINITY;
  readonly env: Bindings = {
    ...env,
    REJUDGE: {
      send: async (message: RejudgeMessage) => {
        if (this.left-- < 1) throw new Error("the lights went out");
        this.sent.push(message);
      },
    } as unknown as Queue<RejudgeMessage>,
  };

  /** Delivers a message; says whether it is done with. */
  async deliver(message: RejudgeMessage, attempts = 1, judging = TURNED): Promise<boolean> {
    const batch = createMessageBatch<RejudgeMessage>("eightcount-rejudge", [
      { id: crypto.randomUUID(), timestamp: new Date(), attempts, body: message },
    ]);
    await consume(batch, this.env, judging);
    const { explicitAcks } = await getQueueResult(batch, createExecutionContext());
    return explicitAcks.length === 1;
  }

  /** Delivers until nothing is left; what comes too early goes to the end. */
  async run(most = 500): Promise<void> {
    for (let i = 0; this.sent.length > 0; i++) {
      if (i > most) throw new Error("it never ends");
      const message = this.sent.shift() as RejudgeMessage;
      if (!(await this.deliver(message)) && this.sent.length > 0) this.sent.push(message);
    }
  }
}

/** Dancers who have each danced some takes, every one a little better than the last. */
export async function crowd(version: string, dancers: number, takesEach: number): Promise<Client[]> {
  const all: Client[] = [];
  for (let i = 0; i < dancers; i++) {
    const who = await dancer(`Dancer ${i}`);
    for (let j = 0; j < takesEach; j++) {
      const swing = 0.55 + (0.4 * (i * takesEach + j)) / (dancers * takesEach);
      const { status } = await who.dance(version, { frames: danced(CHORUS.from, CHORUS.to, swing) });
      expect(status).toBe(200);
    }
    all.push(who);
  }
  return all;
}

/** The board as it stands; whoever asks through the door may be shown it as it was a moment ago. */
export async function board(version: string, week = ALL_TIME): Promise<StandingRow[]> {
  const db = open(env);
  const id = await boardOf(db, { version, section: CHORUS.section, kind: "full", week });
  return id === null ? [] : standingsAfter(db, id, null, LIMITS.boardPage);
}
export const shape = (rows: readonly StandingRow[]) =>
  rows.map(({ dancer, score, takeId }) => [dancer.id, score, takeId]);

/** Every board as the results of a version of the rules make it: the one truth that a run has to arrive at. */
export async function truth(rules: number): Promise<unknown[]> {
  const { results } = await env.DB.prepare(`
    select t.dancer_id as id, r.result ->> '$.score' as score, t.id as take
    from results r join takes t on t.id = r.take_id
    where r.rules = ? and t.doubt is null and t.board_id is not null and (r.result ->> '$.coverage') >= 0.85
    order by score desc, t.judged_at, t.id`)
    .bind(rules)
    .all<{ id: string; score: number; take: string }>();
  const seen = new Set<string>();
  return results.filter(({ id }) => !seen.has(id) && seen.add(id)).map(({ id, score, take }) => [id, score, take]);
}

/** How many dancers are counted by rules: of all time, and of this week. */
export const buckets = async (rules: number) =>
  (
    await env.DB.prepare(`
      select b.week, sum(k.dancers) as n from buckets k join boards b on b.id = k.board_id where b.rules = ? group by 1`)
      .bind(rules)
      .all<{ n: number }>()
  ).results.map(({ n }) => n);

export const operator = (method: string, token = TOKEN) =>
  new Client().ask(method, "/operator/rejudge", method === "POST" ? {} : undefined, {
    authorization: `Bearer ${token}`,
  });
