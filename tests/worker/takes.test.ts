import { env } from "cloudflare:workers";
import * as v from "valibot";
import { expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { prepare } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { closed } from "../../worker/schemas.ts";
import { Client, count, dancer } from "./client.ts";
import { bytesOf, CHORUS, choreographyNamed, danced, publish, replayOf } from "./dance.ts";

test("a take is opened, danced, delivered, judged again and stands on the board", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  const { status, body } = await mina.put(take, bytesOf(take, version));
  expect(status).toBe(200);
  const own = rejudge(prepare(choreographyNamed("first-steps"), CHORUS.section), replayOf(take, version).frames, {
    mirror: false,
    seated: false,
  });
  expect(body.result).toEqual(JSON.parse(JSON.stringify(own)));
  expect(body.result.score).toBeGreaterThan(900_000);
  expect(body.best).toBe(true);
  expect(body.standing).toMatchObject({
    rank: 1,
    takeId: take,
    mine: true,
    score: own.score,
    dancer: { name: "Mina" },
  });
  expect(v.safeParse(closed, body).issues).toBeUndefined();
  expect(await mina.get(`/takes/${take}`)).toMatchObject({ body: { take: body.take, result: body.result } });
  const { body: bytes } = await mina.get(`/takes/${take}/replay`);
  const kept = decodeReplay(bytes);
  expect(kept.ok && kept.value.frames.length).toBe(120);
});

test("the client never sends a score: the same replay in another's name is refused, and nothing stands", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const take = await mina.open(version);
  expect(await jihyo.put(take, bytesOf(take, version))).toMatchObject({
    status: 404,
    body: { problem: { code: "take-unknown" } },
  });
  expect(await count("bests")).toBe(0);
});

test("a hundred deliveries at once give one row and a hundred equal answers", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  const bytes = bytesOf(take, version);
  const answers = await Promise.all(Array.from({ length: 100 }, () => mina.put(take, bytes)));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect([await count("results"), await count("bests")]).toEqual([1, 2]);
  const { results } = await env.DB.prepare(
    "select b.week > 0 as week, dancers, json_array_length(json_group_array(e.key)) as parts from buckets join boards b on b.id = board_id, json_each(parts) e group by board_id order by 1",
  ).all();
  expect(results).toEqual([
    { week: 0, dancers: 1, parts: 1 },
    { week: 1, dancers: 1, parts: 1 },
  ]);
});

test("two different replays of one take at once: one stands, the other is told so", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  const [full, lazy] = [bytesOf(take, version), bytesOf(take, version, { frames: danced(4, 8, 0.3) })];
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => mina.put(take, i % 2 ? full : lazy)));
  const standing = answers.filter(({ status }) => status === 200);
  expect(standing.length).toBe(10);
  expect(new Set(standing.map(({ body }) => body.take.score)).size).toBe(1);
  expect(answers.filter(({ body }) => body.problem?.code === "take-closed").length).toBe(10);
  const kept = (await env.REPLAYS.list({ prefix: `replays/${take}/` })).objects.map(({ key }) => key);
  expect(kept).toEqual([`replays/${take}/${standing[0]?.body.verified?.replay}`]);
  expect([await count("results"), await count("bests")]).toEqual([1, 2]);
});

test("a Worker that dies between the bytes and the rows has counted nothing, and the next delivery closes the take", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  const bytes = bytesOf(take, version);
  await env.DB.exec("create trigger dies before insert on bests begin select raise(abort, 'the lights went out'); end");
  expect(await mina.put(take, bytes)).toMatchObject({ status: 500, body: { problem: { code: "internal" } } });
  expect([await count("results"), await count("bests"), await count("buckets")]).toEqual([0, 0, 0]);
  expect((await mina.get(`/takes/${take}`)).body.take.judgedAt).toBeNull();
  await env.DB.exec("drop trigger dies");
  expect((await mina.put(take, bytes)).status).toBe(200);
  expect([await count("results"), await count("bests")]).toEqual([1, 2]);
});

test("a better take moves the dancer's row, a worse one leaves it, an equal one lets the first stand", async () => {
  const version = await publish();
  const mina = await dancer();
  const lazy = { frames: danced(4, 8, 0.5) };
  const first = await mina.dance(version, lazy);
  const full = { frames: danced(4, 8) };
  const better = await mina.dance(version, full);
  const equal = await mina.dance(version, full);
  const worse = await mina.dance(version, lazy);
  expect([first, better, equal, worse].map(({ body }) => body.best)).toEqual([true, true, false, false]);
  expect(worse.body.standing.takeId).toBe(better.body.take.id);
  const { results } = await env.DB.prepare("select sum(dancers) as n from buckets group by board_id").all();
  expect(results).toEqual([{ n: 1 }, { n: 1 }]);
  const { body } = await mina.get(`/takes?version=${version}&section=1`);
  expect(body.takes.length).toBe(4);
});

test("a slow take and one that the camera hardly saw are judged and kept, but do not enter the board", async () => {
  const version = await publish();
  const mina = await dancer();
  const slow = await mina.open(version, { rate: 0.5 });
  expect(await mina.put(slow, bytesOf(slow, version, { rate: 0.5 }))).toMatchObject({
    status: 200,
    body: { standing: null, best: false },
  });
  const brief = await mina.dance(version, { frames: danced(4, 4.5) });
  expect(brief).toMatchObject({ status: 200, body: { standing: null, best: false } });
  expect(await count("bests")).toBe(0);
});

test("a take that hides a leg which dances is judged and kept with the reason, and stands on no board", async () => {
  const version = await publish();
  const mina = await dancer();
  const frames = danced(4, 8).map(({ time, pose }) => {
    const out = pose.slice();
    for (const joint of [AT.left_knee, AT.left_ankle]) out[joint * 3 + 2] = 0;
    return { time, pose: out };
  });
  const answer = await mina.dance(version, { frames });
  expect(answer).toMatchObject({
    status: 200,
    body: { standing: null, best: false, result: { hidden: ["left_leg"] }, take: { score: expect.any(Number) } },
  });
  expect(answer.body.result.coverage).toBeGreaterThan(0.85);
  expect((await env.DB.prepare("select coverage from takes").first())?.coverage).toBe(0);
  expect(await count("bests")).toBe(0);
});

test("closing a take writes at most fourteen rows", async () => {
  const version = await publish();
  const mina = await dancer();
  await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const take = await mina.open(version);
  let rows = 0;
  const { closeTake } = await import("../../worker/db/closing.ts");
  const { open } = await import("../../worker/db/open.ts");
  const own = rejudge(prepare(choreographyNamed("first-steps"), 1), replayOf(take, version).frames, {
    mirror: false,
    seated: false,
  });
  const counting = new Proxy(env.DB, {
    get: (db, key) =>
      key === "batch"
        ? async (statements: D1PreparedStatement[]) => {
            const done = await db.batch(statements);
            for (const { meta } of done) rows += meta.rows_written;
            return done;
          }
        : Reflect.get(db, key).bind?.(db),
  });
  const trust = { doubt: null, signature: "5f".repeat(32) };
  const closing = {
    takeId: take,
    replayHash: "5f".repeat(32),
    result: own,
    at: Date.now(),
    boardCoverage: 850,
    ...trust,
  };
  await closeTake(open({ DB: counting }), closing);

  expect(rows).toBeGreaterThan(4);
  expect(rows).toBeLessThanOrEqual(14);
  const jihyo = await dancer("Jihyo");
  rows = 0;
  await closeTake(open({ DB: counting }), { ...closing, takeId: await jihyo.open(version) });
  expect(rows).toBeGreaterThan(4);
  expect(rows).toBeLessThanOrEqual(14);
});

test("sessions hold their takes, newest session first, and nobody else's", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  await mina.dance(version);
  await jihyo.dance(version);
  const { body } = await mina.get("/sessions");
  expect(body.sessions.length).toBe(1);
  expect(body.sessions[0].takes).toMatchObject([{ version, section: 1, rate: 1, mirror: false, grade: "S" }]);
});

test("a take that stands on the board may be watched by anybody; one that does not is nobody else's business", async () => {
  const version = await publish();
  const mina = await dancer();
  const lazy = await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const best = await mina.dance(version);
  const open = await mina.open(version);
  const stranger = new Client();
  expect((await stranger.get(`/takes/${best.body.take.id}`)).body.result.score).toBe(best.body.take.score);
  expect((await stranger.get(`/takes/${best.body.take.id}/replay`)).status).toBe(200);
  for (const id of [lazy.body.take.id, open, "no-such-take"])
    for (const path of [`/takes/${id}`, `/takes/${id}/replay`])
      expect(await stranger.get(path)).toMatchObject({ status: 404, body: { problem: { code: "take-unknown" } } });
});
