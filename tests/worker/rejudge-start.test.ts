import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { open } from "../../worker/db/open.ts";
import { latestRejudge } from "../../worker/db/rejudges.ts";
import { standingRules } from "../../worker/db/rules.ts";
import { LIMITS } from "../../worker/limits.ts";
import { keepRejudging, type RejudgeMessage, startRejudge } from "../../worker/rejudge.ts";
import { tidy } from "../../worker/tidy.ts";
import { dancer } from "./client.ts";
import { asking, QUERIES } from "./counting.ts";
import { danced, publish } from "./dance.ts";
import { board, crowd, NEXT, operator, Post, shape, truth } from "./rejudging.ts";

/** What was judged until now becomes the work of older rules. */
const age = () => env.DB.exec("update boards set rules = 0; update results set rules = 0;");

test("the first take by raised rules begins the rejudging by itself; the boards move over when all are judged", async () => {
  const version = await publish();
  const mina = await dancer();
  await mina.dance(version, { frames: danced(4, 8, 0.6) });
  await age();
  expect(await latestRejudge(open(env))).toBeNull();
  expect((await mina.dance(version)).body).toMatchObject({ waits: true });
  await vi.waitFor(async () => expect(await latestRejudge(open(env))).toMatchObject({ phase: "done" }), {
    timeout: 60_000,
    interval: 50,
  });
  expect(await standingRules(open(env))).toBe(RULES_VERSION);
  expect(shape(await board(version))).toEqual(await truth(RULES_VERSION));
});

test("where nobody dances the night begins it, once; where boards stand by these rules or newer ones nothing begins", async () => {
  const version = await publish();
  await (await dancer()).dance(version);
  const post = new Post();
  const db = open(env);
  await tidy(post.env);
  expect([await latestRejudge(db), post.sent]).toEqual([null, []]);
  await age();
  await tidy(post.env);
  expect(await latestRejudge(db)).toMatchObject({ rules: RULES_VERSION, phase: "judging" });
  await tidy(post.env);
  await keepRejudging(post.env, db);
  expect(post.sent.length, "it is under way").toBe(1);
  await env.DB.exec("update rejudges set stepped_at = 1");
  await tidy(post.env);
  expect(post.sent.length, "its message was lost").toBe(2);
  await keepRejudging(post.env, db, NEXT);
  expect(await latestRejudge(db)).toMatchObject({ rules: NEXT });
  await keepRejudging(post.env, db);
  expect(post.sent.map(({ rules }) => rules)).toEqual([RULES_VERSION, RULES_VERSION, NEXT]);
});

test("started again while rows settle, it still tells what failed, and loses none of it", async () => {
  const version = await publish();
  const [mina] = await crowd(version, 1, 3);
  const [gone] = ((await mina?.get("/takes"))?.body.takes ?? []).map(({ id }: { id: string }) => id);
  await env.REPLAYS.delete((await env.REPLAYS.list({ prefix: `replays/${gone}/` })).objects.map(({ key }) => key));
  const post = new Post();
  const db = open(env);
  await startRejudge(post.env, db, NEXT);
  while ((await latestRejudge(db))?.phase === "judging") await post.deliver(post.sent.shift() as RejudgeMessage);
  await startRejudge(post.env, db, NEXT);
  const failures = [{ takeId: gone, code: "replay-missing" }];
  expect((await operator("GET")).body.run).toMatchObject({ phase: "settling", failed: 1, failures });
  await post.run();
  expect((await operator("GET")).body.run).toMatchObject({ phase: "done", judged: 2, failed: 1, failures });
});

test("a message for rules that no Worker here has is kept for long, then given up aloud; one for older rules at once", async () => {
  const post = new Post();
  await startRejudge(post.env, open(env), NEXT);
  const message = post.sent.shift() as RejudgeMessage;
  const judging = { rules: RULES_VERSION, judge: () => Promise.reject(new Error("not by these rules")) };
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const attempt of [1, 5, LIMITS.queueAttempts - 1])
    expect(await post.deliver(message, attempt, judging)).toBe(false);
  expect(told).not.toHaveBeenCalled();
  expect(await post.deliver(message, LIMITS.queueAttempts, judging)).toBe(true);
  expect(await post.deliver({ ...message, rules: RULES_VERSION - 1 }, 1, judging)).toBe(true);
  expect(await post.deliver({} as RejudgeMessage, 1, judging)).toBe(true);
  expect(told).toHaveBeenCalledTimes(3);
  told.mockRestore();
  await env.DB.exec("update rejudges set stepped_at = 1");
  expect((await operator("GET")).body.run).toMatchObject({ rules: NEXT, phase: "judging", stalled: true });
});

test("no step of a rejudging asks the database more often than its smallest plan allows", async () => {
  const version = await publish();
  await crowd(version, 5, 5);
  const post = new Post();
  const { DB, asked } = asking();
  (post.env as { DB: D1Database }).DB = DB;
  await startRejudge(post.env, open(env), NEXT);
  const most = [];
  while (post.sent.length > 0) {
    asked.queries = 0;
    await post.deliver(post.sent.shift() as RejudgeMessage);
    most.push(asked.queries);
  }
  console.log("queries of each step", most);
  expect(Math.max(...most)).toBeLessThanOrEqual(QUERIES);
  expect(await latestRejudge(open(env))).toMatchObject({ phase: "done", judged: 25 });
});
