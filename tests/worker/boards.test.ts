import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { open } from "../../worker/db/open.ts";
import { rankOf, standingsAfter } from "../../worker/db/standings.ts";
import { Client, dancer } from "./client.ts";
import { counting } from "./counting.ts";
import { bytesOf, danced, publish } from "./dance.ts";

interface Row {
  readonly missing: number;
  readonly at: number;
}

/** Fills the board of section 1 with a dancer for each row, and its buckets. */
async function fill(version: string, rows: readonly Row[]): Promise<number> {
  const { DB } = env;
  await DB.exec(
    "delete from buckets; delete from bests; delete from takes; delete from sessions; delete from dancers;",
  );
  await DB.prepare(
    `insert into boards (id, version, section, kind, rules) values (1, ?, 1, 'full', ${RULES_VERSION}) on conflict do nothing`,
  )
    .bind(version)
    .run();
  const json = JSON.stringify(rows.map((row, i) => ({ ...row, id: `d${i}` })));
  const each = "from json_each(?1) e";
  const get = (name: string) => `json_extract(e.value, '$.${name}')`;
  const id = get("id");
  const missing = get("missing");
  await DB.batch(
    [
      `insert into dancers (id, name, created_at) select ${id}, ${id}, 0 ${each}`,
      `insert into sessions select 's' || ${id}, ${id}, 0 ${each}`,
      `insert into takes (id, dancer_id, session_id, version, section, rate, mirror, board_id, opened_at, expires_at,
         judged_at, score, grade, coverage, replay_hash) select 't' || ${id}, ${id}, 's' || ${id}, '${version}', 1, 1000, 0, 1, 0, 1, ${get("at")},
         1000000 - ${missing}, 'A', 1000, 'hash' ${each}`,
      `insert into bests (board_id, dancer_id, missing, at, take_id, grade, name) select 1, ${id}, ${missing}, ${get("at")}, 't' || ${id}, 'A', ${id} ${each}`,
    ].map((sql) => DB.prepare(sql).bind(json)),
  );
  await DB.prepare(countBuckets(1)).run();
  return 1;
}

/** Scores close together and far apart, and many ties. */
const anyRows = fc.array(
  fc.record({
    missing: fc.oneof(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom(0, 99, 100, 101, 9_999, 10_000, 1_000_000),
    ),
    at: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 120 },
);
const inOrder = (rows: readonly Row[]) =>
  rows
    .map((row, i) => ({ ...row, takeId: `td${i}` }))
    .sort((a, b) => a.missing - b.missing || a.at - b.at || (a.takeId < b.takeId ? -1 : 1));

test("ranks by buckets equal ranks by counting, on any board", async () => {
  const version = await publish();
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const board = await fill(version, rows);
      const db = open(env);
      for (const [i, place] of inOrder(rows).entries())
        if (i % 7 === 0 || i === rows.length - 1) expect(await rankOf(db, board, place)).toBe(i + 1);
    }),
    { numRuns: 12 },
  );
});

test("the pages of a board, one after another, are the board: ties and all", async () => {
  const version = await publish();
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const board = await fill(version, rows);
      const seen: string[] = [];
      let after: Parameters<typeof standingsAfter>[2] = null;
      for (;;) {
        const page = await standingsAfter(open(env), board, after, 7);
        seen.push(...page.map(({ takeId }) => takeId));
        after = page.at(-1) ?? null;
        if (!after) break;
      }
      expect(seen).toEqual(inOrder(rows).map(({ takeId }) => takeId));
    }),
    { numRuns: 8 },
  );
});

test("through the door: pages of fifty with rising ranks, my own standing on each, and a row that comes in between moves nobody twice", async () => {
  const version = await publish();
  const rows = Array.from({ length: 120 }, (_, i) => ({ missing: 1000 + Math.floor(i / 3) * 50, at: (i % 3) + 1 }));
  await fill(version, rows);
  const mina = await dancer();
  await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const path = `/choreographies/${version}/sections/1/leaderboard`;
  const first = await mina.get(path);
  expect(first.body).toMatchObject({ dancers: 121, me: { rank: 121, mine: true } });
  await env.DB.prepare("update bests set missing = 0 where take_id = 'td119'").run();
  const second = await mina.get(`${path}?after=${first.body.next}`);
  const third = await mina.get(`${path}?after=${second.body.next}`);
  const seen = [first, second, third].flatMap(({ body }) => body.standings);
  expect(third.body.next).toBeNull();
  expect(new Set(seen.map(({ takeId }) => takeId)).size).toBe(seen.length);
  expect(first.body.standings.map(({ rank }: { rank: number }) => rank)).toEqual(
    Array.from({ length: 50 }, (_, i) => i + 1),
  );
  expect(seen.at(-1)).toMatchObject({ mine: true, dancer: { name: "Mina" } });
});

test("a page and a rank read few rows of a large board", async () => {
  const version = await publish();
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ missing: (i * 7919) % 600_000, at: 1 + (i % 5) }));
  const board = await fill(version, rows);
  const { db, rows: counted } = counting();
  const middle = inOrder(rows)[9_999];
  if (!middle) throw new Error("the board is short");
  expect(await rankOf(db, board, middle)).toBe(10_000);
  expect(counted.read).toBeGreaterThan(0);
  expect(counted.read).toBeLessThanOrEqual(700);
  counted.read = 0;
  await standingsAfter(db, board, middle, 51);
  expect(counted.read).toBeLessThanOrEqual(60);
});

test("a board that nobody has danced for is empty; one of nothing is unknown; a forged cursor is refused", async () => {
  const version = await publish();
  const stranger = new Client();
  const board = (at: string, query = "") => stranger.get(`/choreographies/${at}/leaderboard${query}`);
  const empty = { standings: [], next: null, me: null, dancers: 0, rules: RULES_VERSION };
  expect((await board(`${version}/sections/0`)).body).toEqual(empty);
  expect((await board(`${version}/sections/-1`)).body).toEqual(empty);
  expect((await board(`${version}/sections/9`)).body.problem.code).toBe("section-unknown");
  expect((await board(`${version}/sections/x`)).body.problem.code).toBe("section-unknown");
  expect((await board(`${"0".repeat(64)}/sections/0`)).body.problem.code).toBe("choreography-unknown");
  for (const forged of ["x", btoa("[1,2]"), btoa("[-1,2,3]"), "a".repeat(300)])
    expect((await board(`${version}/sections/0`, `?after=${forged}`)).body.problem.code).toBe("cursor-invalid");
});

test("the five above and the five below me, ranks and all, at the top, in the middle and at the end", async () => {
  const version = await publish();
  const rows = Array.from({ length: 40 }, (_, i) => ({ missing: 1000 * (i + 1), at: 1 }));
  await fill(version, rows);
  const minari = await dancer("Minari");
  const path = `/choreographies/${version}/sections/1/leaderboard/around`;
  expect((await minari.get(path)).body).toEqual({ standings: [] });
  await minari.dance(version, { frames: danced(4, 8, 0.5) });
  for (const [missing, ranks] of [
    [0, [1, 2, 3, 4, 5, 6]],
    [20_500, [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]],
    [600_000, [36, 37, 38, 39, 40, 41]],
  ] as const) {
    await place(minari.id, missing);
    const { standings } = (await minari.get(path)).body;
    expect(standings.map(({ rank }: { rank: number }) => rank)).toEqual(ranks);
    const mine = standings.filter((row: { mine: boolean }) => row.mine);
    expect(mine).toMatchObject([{ dancer: { name: "Minari" }, score: 1_000_000 - missing }]);
  }
  expect((await new Client().get(path)).body.problem.code).toBe("signed-out");
  await place(minari.id, 20_500);
  await minari.ask("PUT", "/me/hidden", { hidden: true });
  const { standings } = (await minari.get(path)).body;
  const ranks = standings.map(({ rank, mine }: { rank: number; mine: boolean }) => (mine ? "me" : rank));
  expect(ranks).toEqual([16, 17, 18, 19, 20, "me", 21, 22, 23, 24, 25]);
});

test("a take stands on the one board of its kind: full, mirrored on purpose, seated", async () => {
  const version = await publish();
  const mina = await dancer("Mina");
  const manners = { full: {}, mirrored: { mirror: true }, seated: { seated: true, mirror: true } };
  const takes: Record<string, string> = {};
  for (const [kind, manner] of Object.entries(manners)) {
    const take = await mina.open(version, manner);
    const closed = await mina.put(take, bytesOf(take, version, { ...manner, frames: danced(4, 8, 1, kind) }));
    expect(closed.body).toMatchObject({ best: true, take: { id: take, mirror: false, seated: false, ...manner } });
    takes[kind] = take;
  }
  const path = `/choreographies/${version}/sections/1/leaderboard`;
  for (const [kind, takeId] of Object.entries(takes)) {
    expect((await mina.get(`${path}?kind=${kind}`)).body).toMatchObject({ dancers: 1, standings: [{ takeId }] });
    expect((await mina.get(`${path}/around?kind=${kind}`)).body.standings).toMatchObject([{ takeId }]);
  }
  expect((await mina.get(path)).body.me.takeId).toBe(takes.full);
  expect((await mina.get(`${path}?kind=standing`)).body.problem.code).toBe("input-invalid");
  const sitting = await mina.open(version, { seated: true });
  expect((await mina.put(sitting, bytesOf(sitting, version))).body.problem.code).toBe("replay-other-settings");
});

test("a dancer's new name stands on every board at once", async () => {
  const version = await publish();
  const mina = await dancer("Mina");
  await mina.dance(version);
  await mina.ask("PATCH", "/me", { name: "Minari" });
  const { body } = await new Client().get(`/choreographies/${version}/sections/1/leaderboard`);
  expect(body.standings).toMatchObject([{ dancer: { id: mina.id, name: "Minari" } }]);
});

/** Counts the best rows of a board into its buckets. */
const countBuckets = (board: number): string => `
  insert into buckets (board_id, bucket, dancers, parts)
  select board_id, bucket, sum(n), json_group_object(cast(part as text), n) from (
    select board_id, missing / 10000 as bucket, missing / 100 % 100 as part, count(*) as n
    from bests where board_id = ${board} and hidden = 0 group by 1, 2, 3)
  group by 1, 2`;

/** Moves a dancer's row, and its buckets, to another number of missing points. */
async function place(dancerId: string, missing: number): Promise<void> {
  await env.DB.batch(
    [
      `update bests set missing = ${missing} where dancer_id = '${dancerId}' and board_id = 1`,
      "delete from buckets where board_id = 1",
      countBuckets(1),
    ].map((sql) => env.DB.prepare(sql)),
  );
}
