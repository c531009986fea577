import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BOARD_KINDS, type BoardKind } from "#dance/practice/board.ts";
import { dayOf, weekOf } from "#dance/practice/week.ts";
import { open } from "../../worker/db/open.ts";
import { bestsOf, latestOf, momentsOf, readingsLike, takesBefore, wordsOf } from "../../worker/db/progress.ts";
import { sessionsOf } from "../../worker/db/sessions.ts";
import { takesOf } from "../../worker/db/takes.ts";
import { Client, dancer } from "./client.ts";
import { danced, publish } from "./dance.ts";

const DAY_MS = 86_400_000;
const HASH = "a".repeat(64);

interface Danced {
  readonly section: number;
  readonly score: number;
  readonly at: number;
  readonly slow: boolean;
  readonly late: boolean;
  readonly kind?: BoardKind;
}

/** Fills the house with one dancer's takes, in sittings of twenty, and a neighbour's who dances the same. */
async function fill(version: string, takes: readonly Danced[]): Promise<void> {
  await env.DB.exec("delete from results; delete from takes; delete from sessions; delete from dancers;");
  const json = JSON.stringify(takes.map((take, i) => ({ ...take, i })));
  const get = (name: string) => `json_extract(e.value, '$.${name}')`;
  for (const who of ["me", "near"]) {
    await env.DB.batch([
      env.DB.prepare("insert into dancers (id, name, created_at) values (?1, ?1, 0)").bind(who),
      env.DB.prepare(`insert into sessions select ?2 || value, ?2, value from json_each(?1)`).bind(
        JSON.stringify([...Array(Math.ceil(takes.length / 20)).keys()]),
        who,
      ),
      env.DB.prepare(
        `insert into takes (id, dancer_id, session_id, version, section, rate, mirror, seated, opened_at, danced_at, expires_at,
            judged_at, score, grade, coverage, replay_hash)
          select ?2 || '-' || ${get("i")}, ?2, ?2 || (${get("i")} / 20), '${version}', ${get("section")},
            iif(${get("slow")}, 750, 1000), coalesce(${get("kind")} = 'mirrored', 0), coalesce(${get("kind")} = 'seated', 0),
            ${get("at")} + iif(${get("late")}, 5000000, 0),
            iif(${get("late")}, ${get("at")}, null), ${get("at")} + 9000000, ${get("at")} + 8000000,
            ${get("score")}, 'B', 1000, 'h' from json_each(?1) e`,
      ).bind(json, who),
    ]);
  }
}

/** The database with a count of the rows that were read of it. */
function counting() {
  const rows = { read: 0 };
  const DB = new Proxy(env.DB, {
    get: (db, key) => {
      if (key !== "prepare") return Reflect.get(db, key);
      return (sql: string) => ({
        bind: (...values: unknown[]) => {
          const all = async () => {
            const done = await db
              .prepare(sql)
              .bind(...values)
              .all();
            rows.read += done.meta.rows_read;
            return done;
          };
          return { all, raw: async () => (await all()).results.map((row) => Object.values(row as object)) };
        },
      });
    },
  });
  return { db: open({ DB }), rows };
}

const anyTakes = fc.array(
  fc.record({
    section: fc.integer({ min: -1, max: 3 }),
    score: fc.integer({ min: 0, max: 30 }),
    at: fc.integer({ min: 100 * DAY_MS, max: 160 * DAY_MS }),
    slow: fc.boolean(),
    late: fc.boolean(),
    kind: fc.constantFrom(...BOARD_KINDS),
  }),
  { minLength: 1, maxLength: 60 },
);

test("bests, last takes, pages and the days danced are those that all takes together tell", async () => {
  await env.DB.prepare(
    `insert into choreographies (version, slug, summary, current, published_at) values ('${HASH}', 'slug', '{}', 1, 0)`,
  ).run();
  await fc.assert(
    fc.asyncProperty(anyTakes, fc.integer({ min: -720, max: 840 }), async (takes, zone) => {
      await fill(HASH, takes);
      const db = open(env);
      const competing = takes.filter(({ slow }) => !slow);
      const where = ({ section, kind }: Pick<Danced, "section" | "kind">) => `${section} ${kind}`;
      const bests = await bestsOf(db, "me", {}, 200);
      expect(Object.fromEntries(bests.map((it) => [where(it), it.score]))).toEqual(
        Object.fromEntries(competing.toSorted((a, b) => a.score - b.score).map((it) => [where(it), it.score])),
      );
      expect(bests.length).toBe(new Set(competing.map(where)).size);
      const latest = (await latestOf(db, "me", 200)).map(where);
      expect([latest.length, new Set(latest)]).toEqual([new Set(latest).size, new Set(takes.map(where))]);
      const seen: string[] = [];
      for (let before = null as { at: number; id: string } | null; ; ) {
        const page = await takesBefore(db, "me", before, 7);
        seen.push(...page.map(({ at }) => String(at)));
        before = page.at(-1) ?? null;
        if (!before) break;
        const older = takes.filter((t) => t.at < (before?.at ?? 0) && !t.slow).map(({ score }) => score);
        const told = (await bestsOf(db, "me", { before }, 200)).map(({ score }) => score);
        expect(Math.max(-1, ...told)).toBe(Math.max(-1, ...older));
      }
      expect(seen).toEqual(
        takes
          .map(({ at }) => at)
          .sort((a, b) => b - a)
          .map(String),
      );
      const days = await momentsOf(db, "me", DAY_MS, zone * 60_000, 100);
      expect(days.map((at) => dayOf(at, zone))).toEqual(
        [...new Set(takes.map(({ at }) => dayOf(at, zone)))].sort((a, b) => b - a),
      );
      const weeks = await momentsOf(db, "me", 7 * DAY_MS, zone * 60_000 + 3 * DAY_MS, 100);
      expect(weeks.map((at) => weekOf(dayOf(at, zone)))).toEqual(
        [...new Set(takes.map(({ at }) => weekOf(dayOf(at, zone))))].sort((a, b) => b - a),
      );
    }),
    {
      numRuns: 12,
      examples: [[[{ section: 0, score: 1, at: 100 * DAY_MS, slow: false, late: true, kind: "seated" }], 540]],
    },
  );
});

test("after three years and 20,000 takes a page of progress still reads few rows", async () => {
  await env.DB.prepare(
    `insert into choreographies (version, slug, summary, current, published_at) values ('${HASH}', 'slug', '{}', 1, 0)`,
  ).run();
  await fill(
    HASH,
    Array.from({ length: 20_000 }, (_, i) => ({
      section: (i % 12) - 1,
      score: (i * 7919) % 1_000_000,
      at: i * 4_730_400,
      slow: i % 5 === 0,
      late: i % 50 === 0,
      kind: BOARD_KINDS[(i % 7) % 3] ?? "full",
    })),
  );
  const { db, rows } = counting();
  const cost = async (work: Promise<unknown>) => {
    rows.read = 0;
    await work;
    return rows.read;
  };
  const before = (await takesBefore(db, "me", null, 201)).at(-1) ?? null;
  const told = {
    page: await cost(takesBefore(db, "me", before, 201)),
    bests: await cost(bestsOf(db, "me", {}, 200)),
    earlier: await cost(bestsOf(db, "me", { before }, 200)),
    latest: await cost(latestOf(db, "me", 200)),
    days: await cost(momentsOf(db, "me", DAY_MS, 0, 7)),
    history: await cost(takesOf(db, "me", {}, 100)),
    ofSection: await cost(takesOf(db, "me", { version: HASH, section: 3 }, 100)),
    sessions: await cost(sessionsOf(db, "me", 50, 500)),
    weeks: await cost(momentsOf(db, "me", 7 * DAY_MS, 3 * DAY_MS, 160)),
  };
  console.log("rows read of 20,000", told);
  expect(told.page).toBeLessThanOrEqual(210);
  expect(told.bests).toBeLessThanOrEqual(36 * 9);
  expect(told.earlier).toBeLessThanOrEqual(36 * 9 + 200);
  expect(told.latest).toBeLessThanOrEqual(36 * 9);
  expect(told.days).toBeLessThanOrEqual(20);
  expect(told.history).toBeLessThanOrEqual(210);
  expect(told.ofSection).toBeLessThanOrEqual(3 * 100 * 4);
  expect(told.sessions).toBeLessThanOrEqual(610);
  expect(told.weeks).toBeLessThanOrEqual(160 * 2 + 10);
});

test("through the door: sections, the last take's dearest fix, weak spots of the side that was danced, count by count", async () => {
  const version = await publish();
  const mina = await dancer();
  const lazy = await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const good = await mina.dance(version);
  const last = await mina.dance(version, { frames: danced(4, 8, 0.4) });
  const { status, body } = await mina.get("/progress?zone=540");
  expect(status).toBe(200);
  expect(body.sections).toMatchObject([
    { version, section: 1, kind: "full", best: { id: good.body.take.id, rate: 1 }, latest: { id: last.body.take.id } },
  ]);
  expect(body.moments.length).toBe(1);
  expect(body.fix).toMatchObject({ limb: expect.any(String), points: expect.any(Number) });
  expect(body.weak).toMatchObject([{ version, section: 1, mirror: false }]);
  expect(body.weak[0].spots.length).toBeGreaterThan(0);
  expect(body.weak[0].spots[0]).toMatchObject({ eightCount: 1, takes: 3, cause: expect.any(String) });
  expect(body.choreographies.map((it: { slug: string }) => it.slug)).toEqual(["first-steps"]);

  const page = (await mina.get("/progress/takes")).body;
  expect(page).toMatchObject({ earlier: [], next: null });
  expect(page.takes.map(({ id }: { id: string }) => id)).toEqual(
    [last, good, lazy].map((answer) => answer.body.take.id),
  );

  const words = (await mina.get(`/progress/choreographies/${version}`)).body;
  expect(words.sections).toMatchObject([{ section: 1, takeId: good.body.take.id, score: good.body.take.score }]);
  expect(words.sections[0].judgements).toEqual(
    good.body.result.judgements.map(({ count, word }: { count: number; word: string }) => ({ count, word })),
  );
});

test("weak spots and words are read from a few stored results, not from all", async () => {
  const version = await publish();
  const mina = await dancer();
  for (let i = 0; i < 9; i++) await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const { db, rows } = counting();
  const [take] = await latestOf(db, mina.id, 1);
  if (!take) throw new Error("nothing was danced");
  rows.read = 0;
  expect((await readingsLike(db, mina.id, take, 5)).length).toBe(5);
  expect(await readingsLike(db, mina.id, { ...take, mirror: true }, 5)).toEqual([]);
  expect(await readingsLike(db, mina.id, { ...take, kind: "seated" }, 5)).toEqual([]);
  expect((await wordsOf(db, take.id)).length).toBe(8);
  console.log("rows read of nine results", rows.read);
  expect(rows.read).toBeLessThanOrEqual(120);
});

test("who has not danced has an empty page, who has no name is asked for one, a forged cursor or zone is refused", async () => {
  const mina = await dancer();
  expect((await mina.get("/progress")).body).toEqual({
    sections: [],
    moments: [],
    weak: [],
    fix: null,
    choreographies: [],
  });
  expect((await mina.get("/progress/takes")).body).toEqual({ takes: [], earlier: [], next: null });
  expect((await mina.get(`/progress/choreographies/${HASH}`)).body).toEqual({ sections: [] });
  const refused = async (who: Client, path: string) => (await who.get(path)).body.problem.code;
  for (const path of ["/progress", "/progress/takes", `/progress/choreographies/${HASH}`])
    expect(await refused(new Client(), path)).toBe("signed-out");
  expect(await refused(mina, "/progress?zone=9999")).toBe("input-invalid");
  expect(await refused(mina, "/progress?zone=1.5")).toBe("input-invalid");
  for (const forged of ["x", "W10", btoa('["a","b"]')])
    expect(await refused(mina, `/progress/takes?before=${forged}`)).toBe("cursor-invalid");
  expect(await refused(mina, "/progress/choreographies/none")).toBe("choreography-unknown");
});
