import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { open } from "../../worker/db/open.ts";
import { dropWeeks } from "../../worker/db/weeks.ts";
import { LIMITS } from "../../worker/limits.ts";
import { putReplay } from "../../worker/replays.ts";
import { tidy } from "../../worker/tidy.ts";
import { aMinuteLater, count, dancer } from "./client.ts";
import { asking, QUERIES } from "./counting.ts";
import { bytesOf, publish } from "./dance.ts";

test("takes that were never delivered are cleared away with their bytes; all others stay", async () => {
  const version = await publish();
  const mina = await dancer();
  const closed = (await mina.dance(version)).body.take.id;
  const [forgotten, waiting] = [await mina.open(version), await mina.open(version)];
  await putReplay(env, forgotten, "5f".repeat(32), new Uint8Array(9));
  await aMinuteLater(forgotten, 3 * 24 * 60);
  await aMinuteLater(closed, 3 * 24 * 60);
  expect(await tidy(env)).toBe(1);
  expect(await count("takes")).toBe(2);
  const keys = (await env.REPLAYS.list({ prefix: "replays/" })).objects.map(({ key }) => key.split("/")[1]);
  expect(keys).toEqual([closed]);
  expect((await mina.get(`/takes/${waiting}`)).status).toBe(200);
});

test("a night asks the database no more often than its smallest plan allows, however much there is to clear away", async () => {
  const version = await publish();
  const mina = await dancer();
  const expired = [];
  for (let i = 0; i < 4; i++) expired.push(await mina.open(version));
  for (const id of expired) await aMinuteLater(id, 3 * 24 * 60);
  await env.DB.batch([
    env.DB.prepare(`with recursive w(n) as (select 1 union all select n + 1 from w where n < 300)
      insert into boards (version, section, kind, rules, week) select ?, n % 7, 'full', ${RULES_VERSION}, n from w`).bind(
      version,
    ),
    env.DB.prepare(`with recursive w(n) as (select 1 union all select n + 1 from w where n < 40)
      insert into deletions (id, at, counts, pending) select 'gone-' || n, n, '{}', '[["none","h"]]' from w`),
  ]);
  const { DB, asked } = asking();
  await tidy({ ...env, DB });
  expect(asked.queries).toBeLessThanOrEqual(QUERIES);
  expect(await count("takes")).toBe(0);
  const left = await env.DB.prepare("select count(*) as n from boards where week between 1 and 300").first();
  expect(left).toEqual({ n: 0 });
  expect(await count("deletions")).toBe(40 - LIMITS.tidyDeletions);
});

test("past weeks go a few boards and rows at a time, rows before the boards that they stand on", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  for (const who of [mina, jihyo]) await who.dance(version);
  await env.DB.exec("update boards set week = 5 where week > 0");
  const db = open(env);
  const left = async () => [
    (
      await env.DB.prepare(
        "select count(*) as n from bests where board_id in (select id from boards where week = 5)",
      ).first<{ n: number }>()
    )?.n,
    (await env.DB.prepare("select count(*) as n from boards where week = 5").first<{ n: number }>())?.n,
  ];
  expect(await left()).toEqual([2, 1]);
  await dropWeeks(db, 6, 10, 1);
  expect(await left()).toEqual([1, 1]);
  await dropWeeks(db, 6, 10, 1);
  expect(await left()).toEqual([0, 0]);
  expect(await count("bests")).toBe(2);
});

test("bytes of a delivery that was killed go when other bytes close its take", async () => {
  const version = await publish();
  const mina = await dancer();
  const id = await mina.open(version);
  await putReplay(env, id, "5f".repeat(32), new Uint8Array(9));
  expect((await mina.put(id, bytesOf(id, version))).status).toBe(200);
  await vi.waitFor(async () => expect((await env.REPLAYS.list({ prefix: `replays/${id}/` })).objects.length).toBe(1));
  expect((await mina.get(`/takes/${id}/replay`)).status).toBe(200);
});
