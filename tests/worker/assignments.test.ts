import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { effortsFor } from "../../worker/db/efforts.ts";
import { CHALLENGE_TERMS } from "../../worker/limits.ts";
import { asked, assign, DAY_MS, due, HOUR_MS, opened, stands, wait } from "./assigning.ts";
import { codeOf, count } from "./client.ts";
import { counting } from "./counting.ts";
import { bytesOf, CHORUS } from "./dance.ts";
import { desk, share } from "./desk.ts";

test("an assignment is open until a verified take reaches its target, then it is met, for its dancer and for the coach", async () => {
  const at = await desk();
  const before = (await at.member.dance(at.version)).body.take;
  expect(before.score).toBeGreaterThan(600_000);
  const { body: made } = await assign(at.coach, at, { text: "  Bigger arms " });
  expect(made).toMatchObject({ by: { name: "Coach" }, to: null, target: 600_000, rate: 1, text: "Bigger arms" });
  await env.DB.prepare("update takes set opened_at = opened_at - 7200000").run();
  await wait(HOUR_MS / 2);
  expect(await due(at.member)).toMatchObject([{ id: made.id, state: "open", takes: 0, best: null, reachedAt: null }]);

  await at.member.put(...(await opened(at.member, at, 0.2)));
  expect(await due(at.member)).toMatchObject([{ state: "open", takes: 1, reachedAt: null }]);
  const { take } = (await at.member.dance(at.version)).body;
  const [met] = await due(at.member);
  expect(met).toMatchObject({
    state: "met",
    takes: 2,
    reachedAt: take.openedAt,
    best: { score: take.score, takeId: take.id },
  });
  expect(met.minutes).toBeCloseTo(0.1, 1);
  const [seen] = await stands(at.coach, at);
  expect(seen).toMatchObject({ id: made.id, endable: true, crew: { id: at.id, name: "Stage door" } });
  expect(seen.dancers).toMatchObject([{ dancer: { name: "Member" }, state: "met", takes: 2, best: { takeId: null } }]);
  await share(at);
  expect((await stands(at.coach, at))[0].dancers[0].best.takeId).toBe(take.id);
});

test("only takes that count reach the target: fast enough, seen enough, undoubted, danced since it was made", async () => {
  const at = await asked();
  await at.member.put(...(await opened(at.member, at, 1, { rate: 0.75 })));
  expect(await due(at.member)).toMatchObject([{ state: "open", takes: 2, best: null }]);
  const { take } = (await at.member.dance(at.version)).body;
  const set = (sql: string) => env.DB.prepare(`update takes set ${sql} where id = ?`).bind(take.id).run();
  for (const [worse, better] of [
    ["coverage = 500", "coverage = 1000"],
    ["doubt = 'the-reference'", "doubt = null"],
    ["score = 599999", "score = 600000"],
    ["opened_at = opened_at - 7200000", "opened_at = opened_at + 7200000"],
  ]) {
    await set(worse as string);
    expect(await due(at.member), worse).toMatchObject([{ state: "open" }]);
    await set(better as string);
    expect(await due(at.member), better).toMatchObject([{ state: "met" }]);
  }
});

test("of 1,200 takes a coach's list reads each once, and asks of the best alone whether they may open it", async () => {
  const at = await asked();
  const { take } = (await at.member.dance(at.version)).body;
  const names = (await env.DB.prepare("select name from pragma_table_info('takes')").all<{ name: string }>()).results
    .map(({ name }) => name)
    .filter((name) => !["id", "score", "kind", "signature"].includes(name));
  await env.DB.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200)
      insert into takes (id, score, ${names}) select 'take-' || i, 600000 + i, ${names} from takes, n where takes.id = ?`,
  )
    .bind(take.id)
    .run();
  await env.DB.prepare("update takes set score = 999000 where id = ?").bind(take.id).run();
  const read = async (who: { dancerId: string } | { coachId: string; now: number }) => {
    const { db, rows } = counting();
    const [effort] = await effortsFor(db, [at.assignment], who, CHALLENGE_TERMS);
    return { best: effort?.best, takes: effort?.takes, read: rows.read };
  };
  const asking = () => read({ coachId: at.coach.id, now: Date.now() });
  const own = await read({ dancerId: at.member.id });
  expect(own).toMatchObject({ takes: 1202, best: { score: 999_000, takeId: take.id } });
  expect(await asking()).toMatchObject({ takes: 1202, best: { score: 999_000, takeId: null } });
  // One that is shared is not told in place of a better one that is not.
  const { id } = (await share(at, { scope: "take", take: "take-1200" })).body;
  expect((await asking()).best).toEqual({ score: 999_000, takeId: null });
  await at.member.drop(`/me/grants/${id}`);
  await share(at);
  const seen = await asking();
  expect(seen.best).toEqual({ score: 999_000, takeId: take.id });
  expect(seen.read).toBeLessThan(own.read + 30);
});

test("a take danced in time that arrives late from an outbox meets it; one danced too late does not, and is told", async () => {
  const at = await asked();
  const [take, bytes] = await opened(at.member, at);
  await wait(2 * DAY_MS - HOUR_MS / 2 - 30_000);
  expect(await due(at.member)).toMatchObject([{ state: "open" }]);
  // It was due a minute ago; the take was opened before, and is delivered only now, within its expiry.
  await wait(60_000);
  expect(await due(at.member)).toMatchObject([{ state: "overdue", reachedAt: null }]);
  await env.DB.prepare("update takes set opened_at = opened_at - 1200000 where id = ?").bind(take).run();
  expect((await at.member.put(take, bytes)).status).toBe(200);
  expect(await due(at.member)).toMatchObject([{ state: "met" }]);

  await env.DB.prepare("update assignments set due_at = ?")
    .bind(Date.now() - 50 * 60_000)
    .run();
  const [overdue] = await due(at.member);
  expect(overdue).toMatchObject({ state: "overdue" });
  expect(overdue.reachedAt).toBeGreaterThan(overdue.dueAt);
});

test("a take danced without network counts by when it was danced, if it arrived within a day", async () => {
  const at = await asked();
  const dancedAt = Date.now() - 10 * 60_000;
  const late = { id: crypto.randomUUID(), dancedAt };
  const { body: session } = await at.member.post("/sessions", {});
  const terms = { session: session.id, version: at.version, section: CHORUS.section, rate: 1, mirror: false, late };
  expect((await at.member.post("/takes", terms)).status).toBe(201);
  await env.DB.prepare("update takes set opened_at = opened_at - 60000 where id = ?").bind(late.id).run();
  expect((await at.member.put(late.id, bytesOf(late.id, at.version))).status).toBe(200);
  expect(await due(at.member)).toMatchObject([{ state: "met", reachedAt: dancedAt }]);
  await env.DB.prepare("update takes set judged_at = danced_at + ? where id = ?")
    .bind(DAY_MS + 1000, late.id)
    .run();
  expect(await due(at.member)).toMatchObject([{ state: "open", takes: 2 }]);
});

test("all dancers of a crew are asked, or one; each sees themselves alone, and who is not asked nothing", async () => {
  const at = await asked();
  await assign(at.lead, at, { dancer: at.member.id, section: -1 });
  expect(await due(at.member)).toHaveLength(2);
  for (const who of [at.lead, at.coach, at.stranger]) expect(await due(who)).toEqual([]);
  for (const { dancers, endable } of await stands(at.member, at)) {
    expect(dancers.map((it: { dancer: { id: string } }) => it.dancer.id)).toEqual([at.member.id]);
    expect(endable).toBe(false);
  }
  await assign(at.coach, at, { dancer: at.lead.id });
  expect(await stands(at.member, at)).toHaveLength(2);
  expect(await due(at.lead)).toHaveLength(1);
  expect((await at.stranger.get(`/crews/${at.id}/assignments`)).status).toBe(404);
  await at.member.drop(`/crews/${at.id}/members/me`);
  expect(await due(at.member)).toEqual([]);
  expect(await count("assignments")).toBe(2);
});

test("coaches ask and end; who is none may not, and whoever made it may have left", async () => {
  const at = await asked();
  expect(codeOf(await assign(at.member, at))).toBe("crew-forbidden");
  const [{ id }] = await due(at.member);
  expect(codeOf(await at.member.drop(`/assignments/${id}`))).toBe("crew-forbidden");
  expect(codeOf(await at.stranger.drop(`/assignments/${id}`))).toBe("assignment-unknown");
  await at.coach.drop("/me", { name: "Coach" });
  expect(await due(at.member)).toMatchObject([{ id, by: null }]);
  expect((await at.lead.drop(`/assignments/${id}`)).status).toBe(200);
  expect(codeOf(await at.lead.drop(`/assignments/${id}`))).toBe("assignment-unknown");
  await assign(at.lead, at);
  await at.lead.drop(`/crews/${at.id}`);
  expect(await count("assignments")).toBe(0);
});

test("an assignment that cannot be is refused by a sentence, and nothing is kept", async () => {
  const at = await desk();
  const refused = [
    [{ dancer: at.stranger.id }, "member-unknown"],
    [{ version: "0".repeat(64) }, "choreography-unknown"],
    [{ section: 7 }, "section-unknown"],
    [{ dueAt: Date.now() + 60_000 }, "due-invalid"],
    [{ dueAt: Date.now() + 61 * DAY_MS }, "due-invalid"],
    [{ text: "x".repeat(201) }, "note-too-long"],
    [{ text: "bell \u0007" }, "note-characters"],
    [{ target: 0 }, "input-invalid"],
    [{ target: 1_000_001 }, "input-invalid"],
    [{ rate: 3 }, "input-invalid"],
  ] as const;
  for (const [change, code] of refused) expect(codeOf(await assign(at.coach, at, change)), code).toBe(code);
  expect(await count("assignments")).toBe(0);
  for (let i = 0; i < 40; i++) await assign(at.coach, at);
  expect(codeOf(await assign(at.coach, at))).toBe("assignments-too-many");
});
