import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { type Answer, Client, count, dancer } from "./client.ts";
import { challenge, crewOfThree } from "./crew.ts";
import { bytesOf, CHORUS, danced, publish } from "./dance.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const codeOf = ({ body }: Answer): string | undefined => body.problem?.code;
const frames = (swing: number) => ({ frames: danced(CHORUS.from, CHORUS.to, swing) });
/** Moves a challenge's start or end by so many milliseconds, which is what waiting would do. */
const wait = async (id: string, ms: number) => {
  await env.DB.prepare("update crew_challenges set starts_at = starts_at - ?1, due_at = due_at - ?1 where id = ?2")
    .bind(ms, id)
    .run();
};
/** A challenge that began two minutes ago, so that takes opened a minute ago count. */
async function begun(
  who: Client,
  crew: string,
  version: string,
  change: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await challenge(who, crew, version, change);
  expect(status, JSON.stringify(body)).toBe(201);
  await wait(body.id, 120_000);
  return body.id;
}
const standings = async (who: Client, id: string) =>
  (await who.get(`/challenges/${id}`)).body.standings.map(
    (row: { rank: number; dancer: { id: string }; takeId: string }) => [row.rank, row.dancer.id, row.takeId],
  );

test("any member challenges the crew, and all of it sees what, by when and by whom", async () => {
  const version = await publish();
  const { id, lead, member, coach } = await crewOfThree();
  const dueAt = Date.now() + 3 * DAY_MS;
  const { status, body } = await challenge(member, id, version, { title: "  This chorus by Sunday ", dueAt });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    title: "This chorus by Sunday",
    version,
    section: 1,
    kind: "full",
    dueAt,
    by: { id: member.id, name: "Member" },
    mine: true,
    state: "open",
  });
  const list = (await coach.get(`/crews/${id}/challenges`)).body.challenges;
  expect(list).toEqual([{ ...body, mine: false }]);
  const page = (await lead.get(`/challenges/${body.id}`)).body;
  expect(page).toMatchObject({
    ...body,
    mine: false,
    members: 3,
    endable: true,
    standings: [],
    crew: { id, name: "Stage door", role: "lead" },
  });
  expect((await coach.get(`/challenges/${body.id}`)).body.endable).toBe(true);
  expect((await member.get(`/challenges/${body.id}`)).body.endable).toBe(true);
});

test.each([
  [{ title: "   " }, "title-empty"],
  [{ title: "x".repeat(61) }, "title-too-long"],
  [{ title: "two\nlines" }, "title-characters"],
  [{ title: "turned \u202e about" }, "title-characters"],
  [{ dueAt: Date.now() - 1 }, "due-invalid"],
  [{ dueAt: Date.now() + 61 * DAY_MS }, "due-invalid"],
  [{ version: "0".repeat(64) }, "choreography-unknown"],
  [{ section: 7 }, "section-unknown"],
  [{ kind: "standing" }, "input-invalid"],
  [{ dueAt: "Sunday" }, "input-invalid"],
])("a challenge with %j is refused by a sentence, and nothing is kept", async (change, code) => {
  const version = await publish();
  const { id, lead } = await crewOfThree();
  expect(codeOf(await challenge(lead, id, version, change))).toBe(code);
  expect(await count("crew_challenges")).toBe(0);
});

test("sixty characters are sixty, whatever they are made of", async () => {
  const version = await publish();
  const { id, lead } = await crewOfThree();
  expect((await challenge(lead, id, version, { title: "춤".repeat(60) })).status).toBe(201);
  expect(codeOf(await challenge(lead, id, version, { title: "춤".repeat(61) }))).toBe("title-too-long");
});

test("its board holds the best take of each member that was danced in time; ties go to who was first", async () => {
  const version = await publish();
  const { id, lead, coach, member, stranger } = await crewOfThree();
  const before = (await lead.dance(version)).body.take.id;
  const dare = await begun(lead, id, version);
  await env.DB.prepare("update takes set opened_at = opened_at - ?, judged_at = judged_at - ? where id = ?")
    .bind(DAY_MS, DAY_MS, before)
    .run();
  await lead.dance(version, frames(0.5));
  const better = (await lead.dance(version, frames(0.7))).body.take.id;
  const best = (await member.dance(version, frames(0.9))).body.take.id;
  await stranger.dance(version);
  expect(await standings(coach, dare)).toEqual([
    [1, member.id, best],
    [2, lead.id, better],
  ]);
  const page = (await member.get(`/challenges/${dare}`)).body;
  expect(page.standings[0]).toMatchObject({ mine: true, late: false, dancer: { name: "Member" } });
  // The take from before is the best on the board for everybody, and counts for nothing here.
  const board = (await lead.get(`/choreographies/${version}/sections/1/leaderboard?crew=${id}`)).body.standings;
  expect(board.map(({ takeId }: { takeId: string }) => takeId)).toContain(before);
  await env.DB.prepare(
    "update takes set score = (select score from takes where id = ?1), opened_at = opened_at - 5 where id = ?2",
  )
    .bind(best, better)
    .run();
  expect((await standings(coach, dare))[0]).toEqual([1, lead.id, better]);
});

test("only takes of its section, its kind, at full speed, well seen and believed count", async () => {
  const version = await publish();
  const { id, lead, member } = await crewOfThree();
  const plain = await begun(lead, id, version);
  const mirrored = await begun(lead, id, version, { kind: "mirrored" });
  const slow = await member.open(version, { rate: 0.5 });
  expect((await member.put(slow, bytesOf(slow, version, { rate: 0.5 }))).status).toBe(200);
  const verse = await member.open(version, { section: 0 });
  expect((await member.put(verse, bytesOf(verse, version, { section: 0, frames: danced(0, 4) }))).status).toBe(200);
  await member.dance(version, { frames: danced(6, 8) });
  expect(await standings(lead, plain)).toEqual([]);
  const other = await member.open(version, { mirror: true });
  expect((await member.put(other, bytesOf(other, version, { mirror: true }))).status).toBe(200);
  expect(await standings(lead, plain)).toEqual([]);
  expect(await standings(lead, mirrored)).toEqual([[1, member.id, other]]);
  const { body } = await member.dance(version);
  await env.DB.prepare("update takes set doubt = 'doubt-copied' where id = ?").bind(body.take.id).run();
  expect(await standings(lead, plain)).toEqual([]);
});

/** A take danced without network so long ago, delivered now. */
async function late(who: Client, version: string, agoMs: number): Promise<string> {
  const { body: session } = await who.post("/sessions", {});
  const id = crypto.randomUUID();
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
  await who.post("/takes", { ...terms, late: { id, dancedAt: Date.now() - agoMs } });
  expect((await who.put(id, bytesOf(id, version))).status).toBe(200);
  return id;
}

test("a take danced without network counts by when it was danced, if it is delivered within a day", async () => {
  const version = await publish();
  const { id, lead, coach, member } = await crewOfThree();
  const dare = await begun(lead, id, version);
  await wait(dare, 3 * DAY_MS); // it ended a day ago, all but
  await wait(dare, -2 * HOUR_MS);
  const inTime = await late(member, version, 23 * HOUR_MS);
  await late(coach, version, 20 * HOUR_MS); // danced after the end
  await late(lead, version, 30 * HOUR_MS); // danced in time, but delivered too late
  const { body } = await lead.get(`/challenges/${dare}`);
  expect(body.standings).toMatchObject([{ rank: 1, takeId: inTime, late: true, dancer: { id: member.id } }]);
  expect(body.state).toBe("closing");
});

test("it is open, then waits a day for takes without network, then is closed; what comes later changes nothing", async () => {
  const version = await publish();
  const { id, lead, member } = await crewOfThree();
  const dare = await begun(lead, id, version);
  const won = (await member.dance(version, frames(0.6))).body.take.id;
  const stateOf = async () => (await lead.get(`/challenges/${dare}`)).body.state;
  expect(await stateOf()).toBe("open");
  // The end is a moment ago: just behind the take.
  await env.DB.prepare("update crew_challenges set due_at = ?")
    .bind(Date.now() - 30_000)
    .run();
  expect(await stateOf()).toBe("closing");
  const after = await lead.open(version);
  await env.DB.prepare("update takes set opened_at = ? where id = ?")
    .bind(Date.now() - 20_000, after)
    .run();
  expect((await lead.put(after, bytesOf(after, version))).status).toBe(200);
  await env.DB.exec("update crew_challenges set due_at = due_at - 86400000, starts_at = starts_at - 86400000");
  await env.DB.exec("update takes set opened_at = opened_at - 86400000");
  expect(await stateOf()).toBe("closed");
  expect(await standings(lead, dare)).toEqual([[1, member.id, won]]);
  const list = (await member.get(`/crews/${id}/challenges`)).body.challenges;
  expect(list).toMatchObject([{ id: dare, state: "closed" }]);
});

test("open challenges come first, the next to end on top; then those that are over, the latest on top", async () => {
  const version = await publish();
  const { id, lead } = await crewOfThree();
  const made: string[] = [];
  for (const days of [5, 2, 9]) made.push(await begun(lead, id, version, { dueAt: Date.now() + days * DAY_MS }));
  const [five, two, nine] = made as [string, string, string];
  const order = async () =>
    (await lead.get(`/crews/${id}/challenges`)).body.challenges.map(({ id: one }: { id: string }) => one);
  expect(await order()).toEqual([two, five, nine]);
  await wait(two, 4 * DAY_MS);
  await wait(five, 6 * DAY_MS);
  expect(await order()).toEqual([nine, five, two]);
});

test("a friend's take in a challenge may be watched and danced beside by the crew; a weaker one and a stranger's eye not", async () => {
  const version = await publish();
  const { id, lead, member, stranger } = await crewOfThree();
  const before = (await member.dance(version)).body.take.id;
  await env.DB.prepare("update takes set opened_at = opened_at - ? where id = ?").bind(DAY_MS, before).run();
  await begun(lead, id, version);
  const weak = (await member.dance(version, frames(0.5))).body.take.id;
  const best = (await member.dance(version, frames(0.8))).body.take.id;
  const offline = await late(lead, version, 60_000);
  expect((await lead.get(`/takes/${best}/replay`)).status).toBe(200);
  expect((await lead.get(`/takes/${best}`)).body).toMatchObject({
    dancer: { id: member.id, name: "Member" },
    mine: false,
  });
  expect((await member.get(`/takes/${offline}/replay`)).status).toBe(200);
  for (const [who, take] of [
    [lead, weak],
    [stranger, best],
    [new Client(), best],
    [stranger, offline],
  ] as const)
    expect(codeOf(await who.get(`/takes/${take}/replay`))).toBe("take-unknown");
  await member.drop(`/crews/${id}/members/me`);
  expect(codeOf(await lead.get(`/takes/${best}/replay`))).toBe("take-unknown");
});

test("who made it or leads ends it; who has left is on no board of it, and it stays without their name when they are deleted", async () => {
  const version = await publish();
  const { id, lead, coach, member } = await crewOfThree();
  const dare = await begun(member, id, version);
  await member.dance(version);
  const mine = (await member.get("/me/export")).body.challenges;
  expect(mine).toMatchObject([{ id: dare, crewId: id, title: "This chorus" }]);
  const other = await begun(lead, id, version);
  expect(codeOf(await member.drop(`/challenges/${other}`))).toBe("crew-forbidden");
  expect((await coach.drop(`/challenges/${other}`)).status).toBe(200);
  expect(codeOf(await lead.get(`/challenges/${other}`))).toBe("challenge-unknown");
  expect((await member.drop("/me", { name: "Member" })).status).toBe(200);
  const { body } = await lead.get(`/challenges/${dare}`);
  expect(body).toMatchObject({ by: null, mine: false, members: 2, standings: [] });
  expect((await coach.drop(`/challenges/${dare}`)).status).toBe(200);
  await begun(lead, id, version);
  await coach.drop(`/crews/${id}/members/me`);
  await lead.drop(`/crews/${id}`);
  expect([await count("crew_challenges"), await count("crews")]).toEqual([0, 0]);
});

test("a crew has twenty open challenges at most; one that ended makes room", async () => {
  const version = await publish();
  const { id, lead, coach } = await crewOfThree();
  const made = [];
  for (let i = 0; i < 20; i++) made.push((await challenge(lead, id, version)).body.id);
  expect(codeOf(await challenge(coach, id, version))).toBe("challenges-too-many");
  await lead.drop(`/challenges/${made[7]}`);
  expect((await challenge(coach, id, version)).status).toBe(201);
});

test("a challenge in a crew of 200 reads a few rows for each member, however many takes they have of other dances", async () => {
  const version = await publish();
  const lead = await dancer("Lead");
  const { id } = (await lead.post("/crews", { name: "Full house" })).body;
  const dare = await begun(lead, id, version);
  await lead.dance(version);
  const { body: session } = await lead.post("/sessions", {});
  const each = "with recursive c(n) as (select 0 union all select n + 1 from c where n < 198)";
  const takes = "with recursive c(n) as (select 0 union all select n + 1 from c where n < 7959)";
  const columns =
    "dancer_id, session_id, version, section, rate, mirror, board_id, opened_at, expires_at, judged_at, score, grade, coverage, replay_hash";
  const at = Date.now();
  for (const sql of [
    `insert into dancers (id, name, created_at) ${each} select 'd' || n, 'Dancer ' || n, 0 from c`,
    `insert into members (crew_id, dancer_id, role, joined_at) ${each} select '${id}', 'd' || n, 'dancer', n from c`,
    // Of every 40 takes of a member, 36 are of the other section; and one of the four is from before.
    `insert into takes (id, ${columns}) ${takes} select 't' || n, 'd' || (n % 199), '${session.id}', '${version}',
      n / 199 % 10 = 0, 1000, 0, null, ${at} - 60000 - 500000 * (n / 199 = 0), ${at} + 1, ${at}, 500000 + n, 'B', 1000, 'h' from c`,
  ])
    await env.DB.prepare(sql).run();
  const { challengeOf, entriesOf } = await import("../../worker/db/crew-challenges.ts");
  const { open } = await import("../../worker/db/open.ts");
  let read = 0;
  const watched = new Proxy(env.DB, {
    get(target, name) {
      if (name !== "prepare") return Reflect.get(target, name);
      return (sql: string) => {
        const statement = target.prepare(sql);
        return new Proxy(statement, {
          get(inner, method) {
            if (method !== "bind") return Reflect.get(inner, method);
            return (...values: unknown[]) => {
              const bound = inner.bind(...values);
              return { ...bound, all: async () => counted(await bound.all()), raw: bound.raw.bind(bound) };
            };
          },
        });
      };
    },
  });
  const counted = (result: D1Result) => {
    read += result.meta.rows_read;
    return result;
  };
  const row = await challengeOf(open(env), dare);
  if (!row) throw new Error("no challenge");
  const entries = await entriesOf(open({ DB: watched }), row, { coverage: 850, deliveryMs: DAY_MS });
  expect(entries.length).toBe(200);
  expect(read).toBeGreaterThan(200);
  expect(read).toBeLessThan(1600);
});
