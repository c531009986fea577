import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { entriesOf } from "../../worker/db/challenge-entries.ts";
import { challengeOf } from "../../worker/db/crew-challenges.ts";
import { open } from "../../worker/db/open.ts";
import { startRejudge } from "../../worker/rejudge.ts";
import { Client, codeOf, dancer } from "./client.ts";
import { counting } from "./counting.ts";
import { crewOfThree } from "./crew.ts";
import { bytesOf, danced, publish } from "./dance.ts";
import { begun, DAY_MS, frames, HOUR_MS, late, standings, wait } from "./dare.ts";
import { NEXT, Post } from "./rejudging.ts";

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
    `insert into results (take_id, rules, result) select id, ${RULES_VERSION}, '{}' from takes where id like 't%'
      on conflict do nothing`,
  ])
    await env.DB.prepare(sql).run();
  const row = await challengeOf(open(env), dare);
  if (!row) throw new Error("no challenge");
  const { db, rows } = counting();
  const entries = await entriesOf(db, row, { coverage: 850, deliveryMs: DAY_MS });
  expect(entries.length).toBe(200);
  expect(rows.read).toBeGreaterThan(200);
  expect(rows.read).toBeLessThan(2400);
});

test("while takes are judged again, a challenge shows results of one version of the rules: the old, then the new", async () => {
  const version = await publish();
  const { id, lead, coach, member } = await crewOfThree();
  const dare = await begun(lead, id, version);
  for (const [who, swing] of [
    [lead, 0.6],
    [coach, 0.75],
    [member, 0.9],
  ] as const)
    await who.dance(version, frames(swing));
  const old = await standings(lead, dare);
  expect(old.map(([, who]: unknown[]) => who)).toEqual([member.id, coach.id, lead.id]);
  const post = new Post();
  await startRejudge(post.env, open(env), NEXT);
  const seen = [JSON.stringify(old)];
  while (post.sent.length > 0) {
    await post.deliver(post.sent.shift() as Parameters<typeof post.deliver>[0]);
    // Only some rows have settled: a row at a time, and the board is asked after each.
    const now = JSON.stringify(await standings(lead, dare));
    if (seen.at(-1) !== now) seen.push(now);
  }
  const next = old.toReversed().map(([, who, take]: unknown[], i: number) => [i + 1, who, take]);
  expect(seen).toEqual([JSON.stringify(old), JSON.stringify(next)]);
  // Rows half settled: one of the three still holds the score of the old rules.
  await env.DB.prepare("update rejudges set phase = 'settling' where rules = ?").bind(NEXT).run();
  await env.DB.prepare("update takes set score = 1000000 - score where dancer_id = ?").bind(member.id).run();
  expect(await standings(lead, dare)).toEqual(next);
  // A take that a Worker of rules to come has judged waits for the rest.
  await env.DB.prepare("delete from results where rules = ? and take_id in (select id from takes where dancer_id = ?)")
    .bind(NEXT, lead.id)
    .run();
  expect((await standings(lead, dare)).map(([, who]: unknown[]) => who)).toEqual([coach.id, member.id]);
});
