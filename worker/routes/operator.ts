import { Hono } from "hono";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { operatorsOnly } from "../auth/operator.ts";
import type { Db } from "../db/open.ts";
import { failuresOf, latestRejudge, type RejudgeRow } from "../db/rejudges.ts";
import { standingRules } from "../db/rules.ts";
import { describe } from "../describe.ts";
import type { Env } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { stalled, startRejudge } from "../rejudge.ts";
import { rejudging } from "../schemas-operator.ts";

const SECOND_MS = 1000;

/** What whoever runs this server may do. */
export const operator = new Hono<Env>()
  .get(
    "/operator/rejudge",
    describe({
      summary: "How far the rejudging of all kept replays has come, and by which rules the boards stand",
      reply: rejudging,
      problems: ["operator-only"],
    }),
    operatorsOnly,
    async (c) => c.json(await seen(c.var.db), 200),
  )
  .post(
    "/operator/rejudge",
    describe({
      summary: "Judge all kept replays again by this Worker's rules; again: go on where it was broken off",
      status: 202,
      reply: rejudging,
      problems: ["operator-only"],
    }),
    operatorsOnly,
    async (c) => {
      await startRejudge(c.env, c.var.db, RULES_VERSION);
      return c.json(await seen(c.var.db), 202);
    },
  );

async function seen(db: Db) {
  const [standing, run] = [await standingRules(db), await latestRejudge(db)];
  return { rules: RULES_VERSION, standing, run: run && (await runSeen(db, run)) };
}

async function runSeen(db: Db, { cursor, ...run }: RejudgeRow) {
  const { failed, failures } = await failuresOf(db, run.rules, LIMITS.rejudgeFailures);
  const seconds = ((run.movedAt ?? run.steppedAt) - run.startedAt) / SECOND_MS;
  return {
    ...run,
    total: Math.max(run.total, run.judged + failed),
    stalled: run.phase !== "done" && stalled(run.steppedAt),
    failed,
    failures,
    perSecond: seconds > 0 ? Math.round((run.judged / seconds) * 10) / 10 : 0,
  };
}
