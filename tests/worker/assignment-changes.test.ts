import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { LIMITS } from "../../worker/limits.ts";
import { asked, assign, DAY_MS, due, HOUR_MS, opened, stands, wait } from "./assigning.ts";
import { type Client, codeOf } from "./client.ts";
import { share } from "./desk.ts";

const change = (who: Client, id: string, to: Record<string, unknown>) => who.ask("PATCH", `/assignments/${id}`, to);
/** Turns the assignment back to where it is long past; its crew was together before. */
async function longPast(): Promise<void> {
  await env.DB.prepare("update members set joined_at = 1").run();
  await wait(10 * DAY_MS);
}
/** Turns takes back, so that they were danced so long before now. */
const dancedAgo = (take: string, ms: number) =>
  env.DB.prepare("update takes set opened_at = ? where id = ?")
    .bind(Date.now() - ms, take)
    .run();

test("who made an assignment changes what it asks, of whom and until when; what is not named stays", async () => {
  const at = await asked();
  const dueAt = Date.now() + 5 * DAY_MS;
  const { status, body } = await change(at.coach, at.assignment, {
    target: 700_000,
    rate: 1.25,
    dueAt,
    text: " Lower ",
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const now = {
    target: 700_000,
    rate: 1.25,
    dueAt,
    text: "Lower",
    to: null,
    section: 1,
    finalAt: dueAt + LIMITS.deliveryMs,
  };
  expect(body).toMatchObject({ id: at.assignment, by: { name: "Coach" }, ...now });
  expect(body.changedAt).toBeGreaterThan(body.madeAt);
  expect(await due(at.member)).toMatchObject([{ ...now, state: "open", before: false }]);
  await change(at.coach, at.assignment, { dancer: at.lead.id });
  expect(await due(at.member)).toEqual([]);
  expect(await due(at.lead)).toMatchObject([{ ...now, to: { name: "Lead" } }]);
  await change(at.coach, at.assignment, { dancer: null });
  expect(await due(at.member)).toMatchObject([now]);
  expect((await change(at.coach, at.assignment, {})).body).toMatchObject(now);
});

test("whoever met it stays met when more is asked, for their own eyes and the coach's; whoever did not has to do more", async () => {
  const at = await asked();
  await share(at);
  const { take } = (await at.member.dance(at.version)).body;
  expect(await due(at.member)).toMatchObject([{ state: "met", before: false }]);
  await dancedAgo(take.id, HOUR_MS / 4);
  await change(at.coach, at.assignment, { target: 1_000_000, rate: 1.5 });
  const met = { state: "met", before: true, best: null };
  expect(await due(at.member)).toMatchObject([{ target: 1_000_000, ...met }]);
  expect((await stands(at.coach, at))[0]).toMatchObject({ changeable: true, dancers: [met] });
  // Twice changed: the first terms are remembered through the second.
  await change(at.coach, at.assignment, { dueAt: Date.now() + DAY_MS });
  expect(await due(at.member)).toMatchObject([met]);
  // Danced only afterwards, the same take would not meet it.
  await env.DB.prepare("update takes set opened_at = ? where id = ?")
    .bind(Date.now() + 1000, take.id)
    .run();
  expect(await due(at.member)).toMatchObject([{ state: "open", before: false }]);
});

test("a take danced before the change that arrives after it is judged by what was asked when it was danced", async () => {
  const at = await asked();
  const [take, bytes] = await opened(at.member, at);
  await dancedAgo(take, HOUR_MS / 4);
  await change(at.coach, at.assignment, { target: 1_000_000 });
  expect(await due(at.member)).toMatchObject([{ state: "open" }]);
  expect((await at.member.put(take, bytes)).status).toBe(200);
  expect(await due(at.member)).toMatchObject([{ state: "met", before: true }]);
});

test("only what would have counted then counts: fast enough, good enough, seen, undoubted, and in time", async () => {
  const at = await asked();
  const { take } = (await at.member.dance(at.version)).body;
  await dancedAgo(take.id, HOUR_MS / 4);
  await change(at.coach, at.assignment, { target: 1_000_000 });
  const set = (sql: string) => env.DB.prepare(`update takes set ${sql} where id = ?`).bind(take.id).run();
  for (const [worse, better] of [
    ["rate = 900", "rate = 1000"],
    ["score = 599999", "score = 600000"],
    ["coverage = 500", "coverage = 1000"],
    ["doubt = 'the-reference'", "doubt = null"],
  ]) {
    await set(worse as string);
    expect(await due(at.member), worse).toMatchObject([{ state: "open" }]);
    await set(better as string);
    expect(await due(at.member), better).toMatchObject([{ state: "met", before: true }]);
  }
  // It had been due before the take was danced, and is due again since.
  await env.DB.prepare("update assignments set earlier = json_set(earlier, '$[0].dueAt', ?)")
    .bind(take.openedAt - HOUR_MS)
    .run();
  expect(await due(at.member)).toMatchObject([{ state: "open" }]);
});

test("less asked for, or more time given, counts for what was danced since it was made", async () => {
  const at = await asked({ target: 1_000_000 });
  const { take } = (await at.member.dance(at.version)).body;
  expect(await due(at.member)).toMatchObject([{ state: "open", best: { takeId: take.id } }]);
  await change(at.coach, at.assignment, { target: 500_000 });
  expect(await due(at.member)).toMatchObject([{ state: "met", before: false, reachedAt: take.openedAt }]);
  await longPast();
  await env.DB.prepare("update takes set opened_at = opened_at - 60000").run();
  await env.DB.prepare("update assignments set earlier = '[]', due_at = ?")
    .bind(take.openedAt - HOUR_MS)
    .run();
  expect(await due(at.member)).toMatchObject([{ state: "overdue" }]);
  await change(at.coach, at.assignment, { dueAt: Date.now() + DAY_MS });
  expect(await due(at.member)).toMatchObject([{ state: "met", before: false }]);
});

test("a change that cannot be is refused by a sentence, and nothing of it is kept", async () => {
  const at = await asked();
  const before = (await stands(at.coach, at))[0];
  const refused = [
    [{ dancer: at.stranger.id }, "member-unknown"],
    [{ dueAt: Date.now() + 60_000 }, "due-invalid"],
    [{ dueAt: Date.now() + 61 * DAY_MS }, "due-invalid"],
    [{ dueAt: "tomorrow" }, "input-invalid"],
    [{ text: "x".repeat(201) }, "note-too-long"],
    [{ text: "bell \u0007" }, "note-characters"],
    [{ target: 0 }, "input-invalid"],
    [{ target: 1_000_001 }, "input-invalid"],
    [{ target: null }, "input-invalid"],
    [{ rate: 3 }, "input-invalid"],
    [{ dancer: 7 }, "input-invalid"],
  ] as const;
  for (const [to, code] of refused) expect(codeOf(await change(at.coach, at.assignment, to)), code).toBe(code);
  // What it is of and who made it are not to be changed by naming them.
  const other = { version: "0".repeat(64), section: 0, crewId: "elsewhere", by: null, id: "mine", madeAt: 1 };
  expect((await change(at.coach, at.assignment, other)).status).toBe(200);
  expect((await stands(at.coach, at))[0]).toEqual(before);
});

test("a change that changes nothing is told to nobody as one", async () => {
  const at = await asked();
  const before = (await stands(at.coach, at))[0];
  const { target, rate, dueAt, text } = before;
  for (const same of [{}, { target, rate, dueAt, text }])
    expect((await change(at.coach, at.assignment, same)).status, JSON.stringify(same)).toBe(200);
  expect((await stands(at.coach, at))[0]).toEqual(before);
  await change(at.coach, at.assignment, { text: "Lower" });
  expect((await stands(at.coach, at))[0].changedAt).toBeGreaterThan(before.madeAt);
});

test("only who made it changes it, and only while they coach; words may be changed when it is past", async () => {
  const at = await asked();
  const code = async (who: Client) => codeOf(await change(who, at.assignment, { text: "Higher" }));
  expect(await code(at.stranger)).toBe("assignment-unknown");
  for (const who of [at.member, at.lead]) expect(await code(who)).toBe("crew-forbidden");
  expect((await stands(at.lead, at))[0].changeable).toBe(false);
  await longPast();
  expect(await code(at.coach)).toBeUndefined();
  expect(await due(at.member)).toMatchObject([{ text: "Higher", state: "overdue" }]);
  await at.lead.ask("PUT", `/crews/${at.id}/members/${at.coach.id}/role`, { role: "dancer" });
  expect(await code(at.coach)).toBe("crew-forbidden");
  await at.coach.drop(`/crews/${at.id}/members/me`);
  expect(await code(at.coach)).toBe("assignment-unknown");
  await at.coach.drop("/me", { name: "Coach" });
  expect((await stands(at.lead, at))[0]).toMatchObject({ by: null, changeable: false, endable: true });
});

test("it asks for something else 20 times at most, its words as often as one likes", async () => {
  const at = await asked();
  for (let i = 1; i <= LIMITS.assignmentChanges; i++)
    expect((await change(at.coach, at.assignment, { target: 600_000 + i })).status).toBe(200);
  expect(codeOf(await change(at.coach, at.assignment, { target: 1 }))).toBe("assignment-changed-often");
  expect((await change(at.coach, at.assignment, { text: "Still words" })).status).toBe(200);
  expect(await due(at.member)).toMatchObject([{ target: 600_020, text: "Still words" }]);
});

test("what is past opens again by a later day only where there is room among the open ones", async () => {
  const at = await asked();
  await longPast();
  for (let i = 0; i < LIMITS.openAssignments; i++) await assign(at.coach, at);
  const dueAt = Date.now() + DAY_MS;
  expect(codeOf(await change(at.coach, at.assignment, { dueAt }))).toBe("assignments-too-many");
  const [{ id }] = await stands(at.coach, at);
  await at.coach.drop(`/assignments/${id}`);
  expect((await change(at.coach, at.assignment, { dueAt })).status).toBe(200);
});

test("what it asked of somebody counts for them alone, also when it asks them again", async () => {
  const at = await asked({ dancer: null });
  await change(at.coach, at.assignment, { dancer: at.lead.id });
  const { take } = (await at.member.dance(at.version)).body;
  await dancedAgo(take.id, HOUR_MS / 8);
  const other = (await at.lead.dance(at.version)).body.take;
  await dancedAgo(other.id, HOUR_MS / 8);
  // It asked the lead from a quarter of an hour ago on.
  await env.DB.prepare("update assignments set earlier = json_set(earlier, '$[0].until', ?)")
    .bind(Date.now() - HOUR_MS / 4)
    .run();
  await change(at.coach, at.assignment, { dancer: at.member.id, target: 1_000_000 });
  expect(await due(at.member)).toMatchObject([{ state: "open", before: false, best: { takeId: take.id } }]);
  await change(at.coach, at.assignment, { dancer: at.lead.id });
  expect(await due(at.lead)).toMatchObject([{ target: 1_000_000, state: "met", before: true }]);
  // Whoever leaves is named in it no more.
  await change(at.coach, at.assignment, { dancer: null });
  await at.lead.ask("PUT", `/crews/${at.id}/members/${at.coach.id}/role`, { role: "lead" });
  await at.lead.drop(`/crews/${at.id}/members/me`);
  const { earlier } = (await env.DB.prepare("select earlier from assignments").first<{ earlier: string }>()) ?? {};
  expect(JSON.parse(earlier ?? "").map((it: { dancerId: string | null }) => it.dancerId)).toEqual([
    null,
    "",
    at.member.id,
    "",
  ]);
  expect(await due(at.member)).toMatchObject([{ state: "open" }]);
});

test("what was asked of all counts for whom it asks alone since", async () => {
  const at = await asked();
  const { take } = (await at.member.dance(at.version)).body;
  await dancedAgo(take.id, HOUR_MS / 4);
  await change(at.coach, at.assignment, { dancer: at.member.id, target: 1_000_000 });
  expect(await due(at.member)).toMatchObject([{ state: "met", before: true }]);
});

test("two who change it at once both do: what one does not name is not set back", async () => {
  const at = await asked();
  const [row] = await stands(at.coach, at);
  for (let i = 1; i <= 4; i++) {
    const dueAt = row.dueAt + i * HOUR_MS;
    const both = [{ target: 700_000 + i }, { text: `Lower ${i}` }, { dueAt }, { rate: 1 + i / 10 }];
    for (const { status } of await Promise.all(both.map((to) => change(at.coach, at.assignment, to))))
      expect(status).toBe(200);
    expect((await stands(at.coach, at))[0]).toMatchObject(Object.assign({}, ...both));
  }
  const { earlier } = (await env.DB.prepare("select earlier from assignments").first<{ earlier: string }>()) ?? {};
  expect(JSON.parse(earlier ?? "")).toHaveLength(12);
});
