import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { boardWeek } from "#dance/practice/board.ts";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { app } from "../../worker/api.ts";
import { closeTake } from "../../worker/db/closing.ts";
import { open } from "../../worker/db/open.ts";
import { latestRejudge } from "../../worker/db/rejudges.ts";
import { standingRules } from "../../worker/db/rules.ts";
import { takeById } from "../../worker/db/takes.ts";
import { judge } from "../../worker/judge.ts";
import { LIMITS } from "../../worker/limits.ts";
import { type Judging, type RejudgeMessage, startRejudge } from "../../worker/rejudge.ts";
import { Client, count } from "./client.ts";
import { bytesOf, CHORUS, danced, publish } from "./dance.ts";
import { board, buckets, crowd, NEXT, operator, Post, shape, TOKEN, TURNED, truth } from "./rejudging.ts";

test("hundreds of takes are judged again through the queue itself, and the boards move over at once", async () => {
  const version = await publish();
  const people = await crowd(version, 12, 17);
  // What was judged until now becomes the work of older rules, which scored everybody the other way round.
  await env.DB.batch(
    [
      "update boards set rules = 0",
      `update results set rules = 0, result = json_set(result, '$.rules', 0, '$.score', 1000000 - (result ->> '$.score'))`,
      "update takes set score = 1000000 - score",
      "delete from buckets",
      "delete from bests",
      `insert into bests (board_id, dancer_id, missing, at, take_id, grade, name)
        select board_id, dancer_id, 1000000 - score, judged_at, id, grade, '' from (
          select *, row_number() over (partition by dancer_id order by score desc, judged_at, id) as place from takes)
        where place = 1`,
      `insert into buckets (board_id, bucket, dancers, parts)
        select board_id, bucket, sum(n), json_group_object(cast(part as text), n) from (
          select board_id, missing / 10000 as bucket, missing / 100 % 100 as part, count(*) as n
          from bests group by 1, 2, 3)
        group by 1, 2`,
    ].map((sql) => env.DB.prepare(sql)),
  );
  const before = shape(await board(version));
  expect(before).toEqual(await truth(0));
  expect((await operator("GET")).body).toEqual({ rules: RULES_VERSION, standing: 0, run: null });
  const seen = [JSON.stringify(before)];
  expect((await operator("POST")).status).toBe(202);
  await vi.waitFor(
    async () => {
      const now = JSON.stringify(shape(await board(version)));
      if (seen.at(-1) !== now) seen.push(now);
      expect((await operator("GET")).body.run.phase).toBe("done");
    },
    { timeout: 50_000, interval: 20 },
  );
  const { standing, run } = (await operator("GET")).body;
  expect(standing).toBe(RULES_VERSION);
  expect(run).toMatchObject({ phase: "done", total: 204, judged: 204, failed: 0, failures: [], stalled: false });
  expect(run.perSecond).toBeGreaterThan(0);
  expect(shape(await board(version))).toEqual(await truth(RULES_VERSION));
  expect(shape(await board(version, boardWeek(Date.now())))).toEqual(await truth(RULES_VERSION));
  // Nobody ever saw a board between the old one and the new one.
  expect(seen).toEqual([JSON.stringify(before), JSON.stringify(await truth(RULES_VERSION))]);
  expect(await buckets(RULES_VERSION)).toEqual([12, 12]);
  expect(await count("results")).toBe(408);
  const [first] = people as [Client];
  const { takes } = (await first.get("/takes")).body;
  for (const { id, score } of takes) {
    const { result } = (await first.get(`/takes/${id}`)).body;
    expect([result.rules, result.score]).toEqual([RULES_VERSION, score]);
  }
}, 180_000);

test("killed anywhere and delivered twice, out of order or late, a run ends the same", async () => {
  const version = await publish();
  await crowd(version, 7, 9);
  const post = new Post();
  const before = shape(await board(version));
  await startRejudge(post.env, open(env), NEXT);
  const old: RejudgeMessage[] = [];
  for (let i = 0; post.sent.length > 0; i++) {
    const message = post.sent.shift() as RejudgeMessage;
    old.push(message);
    const at = await latestRejudge(open(env));
    if (at?.phase !== message.phase || at.cursor !== message.cursor) {
      await post.deliver(message); // an echo
      continue;
    }
    // The Worker dies before it sends; then after it has sent, before it writes down where it is.
    post.left = 0;
    if (message.phase === "judging") await expect(post.deliver(message)).rejects.toThrow("lights");
    post.left = Number.POSITIVE_INFINITY;
    await env.DB.exec(
      "create trigger dark before update of cursor on rejudges when new.cursor <> old.cursor or new.phase <> old.phase begin select raise(abort, 'the lights went out'); end",
    );
    await post.deliver(message).then(
      () => undefined,
      (error) => expect(String(error.cause ?? error)).toContain("lights"),
    );
    await env.DB.exec("drop trigger dark");
    if ((await latestRejudge(open(env)))?.phase === "judging")
      expect(shape(await board(version)), "boards stand until all is judged").toEqual(before);
    expect(await post.deliver(message)).toBe(true);
    for (const echo of old) await post.deliver(echo);
    expect(i).toBeLessThan(100);
  }
  const run = await latestRejudge(open(env));
  expect(run).toMatchObject({ rules: NEXT, phase: "done", total: 63, judged: 63 });
  expect(shape(await board(version))).toEqual(await truth(NEXT));
  expect(shape(await board(version)).map(([id]) => id)).toEqual(before.map(([id]) => id).reverse());
  expect(await buckets(NEXT)).toEqual([7, 7]);
  expect(await buckets(RULES_VERSION)).toEqual([7, 7]);
  expect(await count("results")).toBe(126);
}, 120_000);

test("a take that comes in the middle is on the new board, whichever Worker judged it", async () => {
  const version = await publish();
  const people = await crowd(version, 6, 7);
  const post = new Post();
  const db = open(env);
  await startRejudge(post.env, db, NEXT);
  await post.deliver(post.sent.shift() as RejudgeMessage);
  // Some by a Worker of the old rules, their ids before and behind the cursor; and one by a Worker of the new.
  const [mina, jihyo] = people as [Client, Client];
  for (let i = 0; i < 6; i++) await mina.dance(version, { frames: danced(CHORUS.from, CHORUS.to, 0.45) });
  const id = await jihyo.open(version);
  const bytes = bytesOf(id, version, { frames: danced(CHORUS.from, CHORUS.to, 0.4) });
  const take = await takeById(db, id);
  if (!take) throw new Error("no take");
  const verdict = await TURNED.judge(env, take, bytes, Date.now());
  if (!verdict.ok) throw new Error(verdict.problem.message);
  await env.REPLAYS.put(`replays/${id}/h`, bytes);
  const closing = { takeId: id, replayHash: "h", doubt: null, signature: "s", at: Date.now(), boardCoverage: 850 };
  await closeTake(db, { ...closing, result: verdict.value.result });
  expect(
    (await board(version)).some(({ takeId }) => takeId === id),
    "not seen before the rest",
  ).toBe(false);
  expect((await jihyo.get(`/takes/${id}`)).body).toMatchObject({ waits: true, verified: { rules: NEXT } });
  await post.run();
  expect(await latestRejudge(db)).toMatchObject({ phase: "done" });
  expect(await standingRules(db)).toBe(NEXT);
  const rows = shape(await board(version));
  expect(rows).toEqual(await truth(NEXT));
  expect(rows.find(([who]) => who === jihyo.id)?.[2]).toBe(id);
  expect((await jihyo.get(`/takes/${id}`)).body).toMatchObject({ waits: false, standing: { takeId: id } });
  expect(
    (await env.DB.prepare("select count(*) as n from results where rules = ?").bind(NEXT).first<{ n: number }>())?.n,
  ).toBe(await count("takes"));
});

test("who hides, takes another name or deletes themselves meanwhile does so on the boards aside too", async () => {
  const version = await publish();
  const [hider, renamer, leaver] = (await crowd(version, 3, 9)) as [Client, Client, Client];
  const post = new Post();
  await startRejudge(post.env, open(env), NEXT);
  await post.deliver(post.sent.shift() as RejudgeMessage);
  await hider.ask("PUT", "/me/hidden", { hidden: true });
  await renamer.ask("PATCH", "/me", { name: "Another" });
  expect((await leaver.drop("/me", { name: leaver.name })).status).toBe(200);
  await post.run();
  const page = (await new Client().get(`/choreographies/${version}/sections/1/leaderboard`)).body;
  expect(page.standings.map(({ dancer }: { dancer: object }) => dancer)).toEqual([{ id: renamer.id, name: "Another" }]);
  expect(page.dancers).toBe(1);
  expect(await buckets(NEXT)).toEqual([1, 1]);
});

test("a take that cannot be judged again is told to the operator and keeps its old result; the rest go on", async () => {
  const version = await publish();
  const [mina] = (await crowd(version, 1, 4)) as [Client];
  const ids = (await mina.get("/takes")).body.takes.map(({ id }: { id: string }) => id).sort();
  const [gone, broken, poison] = ids;
  const keys = (await env.REPLAYS.list({ prefix: `replays/${gone}/` })).objects.map(({ key }) => key);
  await env.REPLAYS.delete(keys);
  const [object] = (await env.REPLAYS.list({ prefix: `replays/${broken}/` })).objects;
  await env.REPLAYS.put(object?.key ?? "", new Uint8Array(9));
  const post = new Post();
  const judging: Judging = {
    rules: NEXT,
    judge: (from, take, ...rest) => {
      if (take.id === poison) throw new Error("a bug");
      return TURNED.judge(from, take, ...rest);
    },
  };
  await startRejudge(post.env, open(env), NEXT);
  const first = post.sent.shift() as RejudgeMessage;
  await expect(post.deliver(first, 1, judging), "a bug is tried again").rejects.toThrow("a bug");
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await post.deliver(first, LIMITS.rejudgeAttempts, judging)).toBe(true);
  expect(quiet).toHaveBeenCalledOnce();
  quiet.mockRestore();
  await post.run();
  const { run } = (await operator("GET")).body;
  expect(run).toMatchObject({ phase: "done", judged: 1, failed: 3, total: 4 });
  expect(run.failures).toEqual(
    [
      { takeId: gone, code: "replay-missing" },
      { takeId: broken, code: "replay-unknown" },
      { takeId: poison, code: "internal" },
    ].sort((a, b) => (a.takeId < b.takeId ? -1 : 1)),
  );
  expect((await mina.get(`/takes/${gone}`)).body.result.rules).toBe(RULES_VERSION);
  expect(shape(await board(version))).toEqual(await truth(NEXT));
  // The bug is mended: started again, the run takes up what failed, and nothing else.
  await startRejudge(post.env, open(env), NEXT);
  await post.run();
  expect((await operator("GET")).body.run).toMatchObject({ phase: "done", judged: 2, failed: 2 });
  expect(shape(await board(version))).toEqual(await truth(NEXT));
});

test("a run whose message was lost is told as stalled, and goes on when it is started again", async () => {
  const version = await publish();
  await crowd(version, 2, 3);
  const post = new Post();
  await startRejudge(post.env, open(env), NEXT);
  post.sent.length = 0;
  await env.DB.exec("update rejudges set stepped_at = 1");
  expect((await operator("GET")).body.run).toMatchObject({ phase: "judging", stalled: true });
  await startRejudge(post.env, open(env), NEXT);
  await post.run();
  expect((await operator("GET")).body.run).toMatchObject({ phase: "done", stalled: false, judged: 6 });
});

test("a message for other rules than this Worker's waits for a Worker that has them", async () => {
  const post = new Post();
  await startRejudge(post.env, open(env), NEXT);
  const message = post.sent.shift() as RejudgeMessage;
  expect(await post.deliver(message, 1, { rules: RULES_VERSION, judge })).toBe(false);
  expect(await latestRejudge(open(env))).toMatchObject({ phase: "judging", cursor: "" });
});

test("only the operator starts and sees it: by the whole secret, and by nothing where none is set", async () => {
  for (const token of ["", "operator", `${TOKEN}x`, TOKEN.toUpperCase()])
    expect((await operator("POST", token)).body.problem.code).toBe("operator-only");
  expect((await operator("GET")).status).toBe(200);
  for (const closed of [undefined, ""]) {
    const { OPERATOR_TOKEN: _, ...rest } = env;
    const house = { ...rest, ...(closed === undefined ? {} : { OPERATOR_TOKEN: closed }) };
    for (const authorization of ["Bearer ", "Bearer undefined", `Bearer ${TOKEN}`]) {
      const ask = new Request("http://localhost/api/operator/rejudge", { headers: { authorization } });
      expect((await app.fetch(ask, house, createExecutionContext())).status).toBe(403);
    }
  }
  expect(await count("rejudges")).toBe(0);
});
