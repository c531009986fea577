import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { count, dancer } from "./client.ts";
import { publish } from "./dance.ts";

const DANCED = ["dancers", "devices", "sessions", "choreographies", "boards", "takes", "results", "bests", "buckets"];
const TABLES = [
  ...DANCED,
  "codes",
  "deletions",
  "crews",
  "members",
  "invites",
  "quotas",
  "picks",
  "passkeys",
  "challenges",
  "crew_challenges",
  "rejudges",
  "rejudge_failures",
  "shares",
  "grants",
  "notes",
  "replies",
  "templates",
  "rubrics",
  "marks",
  "assignments",
  "title_words",
];

test("no migration switches foreign keys off or deletes by cascade", () => {
  const text = env.TEST_MIGRATIONS.flatMap(({ queries }) => queries).join("\n");
  expect(text).toContain("CREATE TABLE `takes`");
  expect(text).not.toMatch(/foreign_keys\s*=\s*off/i);
  expect(text).not.toMatch(/on delete cascade/i);
});

test("migrations that come after rows were written lose none of them", async () => {
  await reset();
  const kept: Record<string, number> = {};
  for (let upTo = 1; upTo <= env.TEST_MIGRATIONS.length; upTo++) {
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, upTo));
    for (const [table, rows] of Object.entries(kept)) expect(await count(table), table).toBe(rows);
    for (const [table, sql] of Object.entries(SEEDS)) {
      if (table in kept || !(await exists(table))) continue;
      await env.DB.prepare(sql).run();
      kept[table] = 1;
    }
  }
  expect(Object.keys(kept).sort()).toEqual([...TABLES].sort());
});

test("takes that were mirrored on purpose move to a board of their own, and none of either is lost", async () => {
  await reset();
  const at = env.TEST_MIGRATIONS.findIndex(({ name }) => name.includes("boards_by_kind"));
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, at));
  const dancers = ["both", "mirrored", "straight", "hidden"];
  await env.DB.batch(
    [
      SEEDS.choreographies,
      SEEDS.boards,
      ...dancers.map(
        (d) =>
          `insert into dancers (id, name, created_at, hidden) values ('${d}', '${d}', 0, ${d === "hidden" ? 1 : 0})`,
      ),
      ...dancers.map((d) => `insert into sessions (id, dancer_id, started_at) values ('${d}', '${d}', 0)`),
      ...(
        [
          ["both", 1, 900_000, true],
          ["both", 0, 700_000, false],
          ["mirrored", 1, 800_000, true],
          ["straight", 0, 850_000, true],
          ["straight", 1, 300_000, false],
          ["hidden", 1, 600_000, true],
        ] as const
      ).flatMap(([d, mirror, score, best]) => [
        `insert into takes (id, dancer_id, session_id, version, section, rate, mirror, board_id, opened_at, expires_at,
          judged_at, score, grade, coverage, replay_hash) values ('${d}${mirror}', '${d}', '${d}', '${HASH}', 0, 1000, ${mirror}, 1, 0, 1, 7, ${score}, 'A', 1000, 'h')`,
        ...(best
          ? [
              `insert into bests (board_id, dancer_id, missing, at, take_id, grade, name, hidden)
                select 1, '${d}', ${1_000_000 - score}, 7, '${d}${mirror}', 'A', name, hidden from dancers where id = '${d}'`,
            ]
          : []),
      ]),
    ].map((sql) => env.DB.prepare(sql as string)),
  );
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  const { results } = await env.DB.prepare(
    "select b.kind, t.take_id, t.missing, t.name, t.hidden from bests t join boards b on b.id = t.board_id order by b.kind, t.missing",
  ).all();
  expect(results.map((row) => Object.values(row))).toEqual([
    ["full", "straight0", 150_000, "straight", 0],
    ["full", "both0", 300_000, "both", 0],
    ["mirrored", "both1", 100_000, "both", 0],
    ["mirrored", "mirrored1", 200_000, "mirrored", 0],
    ["mirrored", "hidden1", 400_000, "hidden", 1],
    ["mirrored", "straight1", 700_000, "straight", 0],
  ]);
  const { total } = (await env.DB.prepare("select sum(dancers) as total from buckets").first()) as {
    total: number;
  };
  expect(total).toBe(5);
});

test("every table is filled by a dance", async () => {
  const version = await publish();
  await (await dancer()).dance(version);
  for (const table of DANCED) expect(await count(table), table).toBeGreaterThan(0);
});

test("rows that cannot be are refused by the database itself", async () => {
  const refuse = (sql: string, words: RegExp) => expect(env.DB.prepare(sql).run()).rejects.toThrow(words);
  for (const table of ["dancers", "choreographies"]) await env.DB.prepare(SEEDS[table] as string).run();
  await refuse("insert into dancers (id, name, created_at) values ('e', '', 0)", /dancers_name_length/);
  await refuse(
    "insert into devices (token_hash, dancer_id, created_at) values ('short', 'd', 0)",
    /devices_token_is_hash/,
  );
  await refuse(
    `insert into choreographies (version, slug, summary, current, published_at) values ('${"b".repeat(64)}', 'slug', '{}', 1, 0)`,
    /UNIQUE/,
  );
  await refuse(`update choreographies set visibility = 'friends'`, /CHECK/);
  await refuse(`update choreographies set visibility = 'crew'`, /CHECK/);
  await refuse("update choreographies set leftover = 2", /CHECK/);
  await refuse("update choreographies set gone_at = 1", /CHECK/);
  await refuse("update choreographies set owner_id = 'nobody'", /FOREIGN KEY/);
  await refuse("insert into sessions values ('s', 'nobody', 0)", /FOREIGN KEY/);
});

const exists = async (table: string): Promise<boolean> =>
  (await env.DB.prepare("select 1 from sqlite_master where type = 'table' and name = ?").bind(table).first()) !== null;

const HASH = "a".repeat(64);
/** A row for each table, parents before children. */
const SEEDS: Record<string, string> = {
  dancers: "insert into dancers (id, name, created_at) values ('d', 'Mina', 0)",
  devices: `insert into devices (token_hash, dancer_id, created_at) values ('${HASH}', 'd', 0)`,
  sessions: "insert into sessions (id, dancer_id, started_at) values ('s', 'd', 0)",
  choreographies: `insert into choreographies (version, slug, summary, current, published_at) values ('${HASH}', 'slug', '{}', 1, 0)`,
  boards: `insert into boards (id, version, section, kind) values (1, '${HASH}', 0, 'full')`,
  takes: `insert into takes (id, dancer_id, session_id, version, section, rate, mirror, board_id, opened_at, expires_at,
    judged_at, score, grade, coverage, replay_hash) values ('t', 'd', 's', '${HASH}', 0, 1000, 0, 1, 0, 1, 1, 5, 'D', 1000, 'h')`,
  results: "insert into results (take_id, rules, result) values ('t', 1, '{}')",
  bests: "insert into bests (board_id, dancer_id, missing, at, take_id, grade) values (1, 'd', 999995, 1, 't', 'D')",
  crews: "insert into crews (id, name, created_at) values ('c', 'Stage door', 0)",
  members: "insert into members (crew_id, dancer_id, role, joined_at) values ('c', 'd', 'lead', 0)",
  invites: `insert into invites (token_hash, id, crew_id, dancer_id, uses_left, created_at, expires_at)
    values ('${HASH}', 'i', 'c', 'd', 1, 0, 1)`,
  quotas: "insert into quotas (dancer_id, kind, day, used) values ('d', 'takes', 1, 1)",
  crew_challenges: `insert into crew_challenges (id, crew_id, dancer_id, title, version, section, kind, starts_at, due_at)
    values ('h', 'c', 'd', 'Chorus', '${HASH}', 0, 'full', 0, 1)`,
  rejudges: `insert into rejudges (rules, phase, cursor, started_at, stepped_at, total, judged) values (2, 'judging', '', 1, 1, 1, 0)`,
  rejudge_failures: "insert into rejudge_failures (rules, take_id, code) values (2, 't', 'replay-missing')",
  passkeys: `insert into passkeys (credential_id, id, dancer_id, public_key, counter, transports, synced, name, created_at)
    values ('c', 'p', 'd', 'k', 0, '[]', 0, 'Phone', 0)`,
  challenges: "insert into challenges (hash, expires_at) values ('h', 1)",
  shares: `insert into shares (take_id, dancer_id, token_hash, at, named, replay, language)
    values ('t', 'd', '${HASH}', 0, 1, 1, 'ko')`,
  grants: `insert into grants (id, crew_id, dancer_id, coach_id, scope, what, made_at, until)
    values ('g', 'c', 'd', 'd', 'take', 't', 0, 1)`,
  notes: `insert into notes (id, take_id, dancer_id, author_id, crew_id, from_count, to_count, time, text, made_at, last_at)
    values ('n', 't', 'd', 'd', 'c', 0, 2, 0.5, 'Higher', 0, 0)`,
  replies: "insert into replies (id, note_id, author_id, text, take_id, at) values ('r', 'n', 'd', 'Closer?', 't', 0)",
  templates: "insert into templates (dancer_id, texts) values ('d', '[]')",
  rubrics: "insert into rubrics (crew_id, criteria) values ('c', '[]')",
  marks: `insert into marks (take_id, crew_id, author_id, dancer_id, criteria, levels, at)
    values ('t', 'c', 'd', 'd', '[]', '[]', 0)`,
  assignments: `insert into assignments (id, crew_id, version, section, rate, target, text, made_at, due_at)
    values ('a', 'c', '${HASH}', 0, 1000, 800000, '', 0, 1)`,
  title_words: `insert into title_words (word, version, open) values ('paper', '${HASH}', 1)`,
  codes: "insert into codes (code_hash, dancer_id, expires_at) values ('c', 'd', 1)",
  deletions: "insert into deletions (id, at, counts) values ('r', 1, '{}')",
  buckets: "insert into buckets (board_id, width, bucket, dancers) values (1, 100, 9999, 1)",
  picks: "insert into picks (dancer_id, picked_id, at) values ('d', 'd', 0)",
};
