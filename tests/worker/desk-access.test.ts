import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { LIMITS } from "../../worker/limits.ts";
import type { Client } from "./client.ts";
import { type Desk, desk, note, quietTake, share } from "./desk.ts";
import { voiceOf } from "./voices.ts";

/** Every route by which a coach comes to a dancer's practice: what is asked, and what it says to who may not. */
interface Door {
  readonly name: string;
  ask(who: Client, at: Opened): Promise<{ readonly status: number }>;
}
interface Opened extends Desk {
  readonly noteId: string;
  readonly replyId: string;
  /** A take that the dancer shows in the thread. */
  readonly shown: string;
}

const get = (name: string, path: (at: Opened) => string): Door => ({ name, ask: (who, at) => who.get(path(at)) });
const DOORS: readonly Door[] = [
  get("take", ({ take }) => `/takes/${take}`),
  get("poses", ({ take }) => `/takes/${take}/replay`),
  get("shown take", ({ shown }) => `/takes/${shown}`),
  get("poses of a shown take", ({ shown }) => `/takes/${shown}/replay`),
  get("notes of a shown take", ({ shown }) => `/takes/${shown}/notes`),
  get("notes", ({ take }) => `/takes/${take}/notes`),
  get("one note", ({ noteId }) => `/notes/${noteId}`),
  { name: "write a note", ask: (who, { take }) => note(who, take) },
  { name: "settle a note", ask: (who, { noteId }) => who.ask("PATCH", `/notes/${noteId}`, { done: false }) },
  { name: "reply", ask: (who, { noteId }) => who.post(`/notes/${noteId}/replies`, { text: "Yes" }) },
  get("hear a note", ({ noteId }) => `/notes/${noteId}/voice`),
  get("marks", ({ take }) => `/takes/${take}/rubric`),
  {
    name: "mark",
    ask: (who, { take, id }) => who.ask("PUT", `/takes/${take}/rubric`, { crew: id, levels: [1] }),
  },
];
/** Doors that only the coach who wrote the note has. */
const AUTHORS: readonly Door[] = [
  { name: "change a note", ask: (who, { noteId }) => who.ask("PATCH", `/notes/${noteId}`, { text: "Again" }) },
  { name: "speak", ask: (who, { noteId }) => who.ask("PUT", `/notes/${noteId}/voice`, voiceOf(3), VOICE) },
  { name: "take a reply away", ask: (who, { replyId }) => who.drop(`/replies/${replyId}`) },
  { name: "take a note away", ask: (who, { noteId }) => who.drop(`/notes/${noteId}`) },
];
const VOICE = { "content-type": "audio/webm;codecs=opus" };

const open = async (who: Client, at: Opened, doors: readonly Door[]): Promise<string[]> => {
  const through: string[] = [];
  for (const door of doors) {
    const { status } = await door.ask(who, at);
    expect([200, 201, 404], `${door.name} ${status}`).toContain(status);
    if (status !== 404) through.push(door.name);
  }
  return through;
};
const names = (doors: readonly Door[]) => doors.map(({ name }) => name);

/** A coach who reviews a member's take: with a note, its voice, a reply and a take shown in another. */
async function reviewed(): Promise<Opened> {
  const house = await desk();
  const { coach, member, take, id, version } = house;
  expect((await share(house)).status).toBe(201);
  const criteria = [{ name: "Lines", levels: ["a", "b", "c", "d"] }];
  expect((await coach.ask("PUT", `/crews/${id}/rubric`, { criteria })).status).toBe(200);
  const noteId = (await note(coach, take)).body.id;
  const spoken = await coach.ask("PUT", `/notes/${noteId}/voice`, voiceOf(3), VOICE);
  expect(spoken.status, JSON.stringify(spoken.body)).toBe(200);
  const replyId = (await coach.post(`/notes/${noteId}/replies`, { text: "And again" })).body.id;
  // From before the dancer joined, so that all practice does not open it.
  const shown = await quietTake(member, version);
  await env.DB.prepare("update takes set opened_at = 1000, expires_at = 2000 where id = ?").bind(shown).run();
  expect((await coach.get(`/takes/${shown}`)).status).toBe(404);
  expect((await member.post(`/notes/${noteId}/replies`, { text: "So?", take: shown })).status).toBe(201);
  return { ...house, noteId, replyId, shown };
}

test("whoever was let in comes through every door, and nobody else through any", async () => {
  const at = await reviewed();
  expect(await open(at.coach, at, DOORS)).toEqual(names(DOORS));
  for (const who of [at.lead, at.stranger]) expect(await open(who, at, [...DOORS, ...AUTHORS])).toEqual([]);
  expect(await open(at.coach, at, AUTHORS)).toEqual(names(AUTHORS));
});

test("what a coach is shown is not to be kept on their device; one's own and what stands on a board may be", async () => {
  const at = await reviewed();
  const kept = async (who: Client, take: string) =>
    Promise.all(
      ["", "/replay"].map(async (path) => (await who.get(`/takes/${take}${path}`)).headers.get("cache-control")),
    );
  expect(await kept(at.coach, at.take)).toEqual(["private, no-store", "private, no-store"]);
  expect(await kept(at.member, at.take)).toEqual(["private, no-cache", "private, max-age=3600"]);
  const best = (await at.member.dance(at.version)).body.take.id;
  expect(await kept(at.coach, best)).toEqual(["private, no-cache", "private, no-cache"]);
});

/** What closes every door at once. */
const CLOSING: Readonly<Record<string, (at: Opened) => Promise<unknown>>> = {
  "the dancer revokes": async ({ member }) => {
    for (const { id } of (await member.get("/me/grants")).body.given) await member.drop(`/me/grants/${id}`);
  },
  "the coach gives it back": async ({ coach }) => {
    for (const { id } of (await coach.get("/me/grants")).body.received) await coach.drop(`/me/grants/${id}`);
  },
  "its end comes": () =>
    env.DB.prepare("update grants set made_at = 1, until = ?")
      .bind(Date.now() - 1)
      .run(),
  "the coach leaves": ({ coach, id }) => coach.drop(`/crews/${id}/members/me`),
  "the coach is sent away": ({ coach, lead, id }) => lead.drop(`/crews/${id}/members/${coach.id}`),
  "the coach is a coach no more": ({ coach, lead, id }) =>
    lead.ask("PUT", `/crews/${id}/members/${coach.id}/role`, { role: "dancer" }),
  "the dancer leaves": ({ member, id }) => member.drop(`/crews/${id}/members/me`),
  "the crew ends": ({ lead, id }) => lead.drop(`/crews/${id}`),
  "the dancer is deleted": ({ member }) => member.drop("/me", { name: "Member" }),
};

test.each(Object.keys(CLOSING))("once %s, no door is open any more, and nothing is told", async (what) => {
  const at = await reviewed();
  await CLOSING[what]?.(at);
  expect(await open(at.coach, at, [...DOORS, ...AUTHORS])).toEqual([]);
  expect((await at.coach.get("/me/grants")).body.received).toEqual([]);
  expect((await at.coach.get("/me/notes")).body.notes).toEqual([]);
  const page = await at.coach.get(`/crews/${at.id}/class`);
  if (page.status === 200)
    for (const pupil of page.body.dancers)
      expect(pupil).toMatchObject({ shares: null, cells: [], takes: 0, lastAt: null });
  const takes = await at.coach.get(`/crews/${at.id}/members/${at.member.id}/takes`);
  if (takes.status === 200) expect(takes.body.takes).toEqual([]);
});

test("who comes back as a coach does not find again what was shared before", async () => {
  const at = await reviewed();
  const role = (role: string) => at.lead.ask("PUT", `/crews/${at.id}/members/${at.coach.id}/role`, { role });
  await role("dancer");
  await role("coach");
  expect(await open(at.coach, at, DOORS)).toEqual([]);
});

test("one take opens that take alone, a version all takes of it", async () => {
  const house = await desk();
  const { coach, member, take, version } = house;
  const other = await quietTake(member, version);
  const seen = async () => [(await coach.get(`/takes/${take}`)).status, (await coach.get(`/takes/${other}`)).status];
  const { id } = (await share(house, { scope: "take", take })).body;
  expect(await seen()).toEqual([200, 404]);
  expect((await member.drop(`/me/grants/${id}`)).status).toBe(200);
  expect(await seen()).toEqual([404, 404]);
  await share(house, { scope: "choreography", version });
  expect(await seen()).toEqual([200, 200]);
});

test("what is shared is told to both sides, and the same again only changes until when", async () => {
  const house = await desk();
  const { coach, member, take, version, id } = house;
  const until = Date.now() + 3 * 86_400_000;
  const first = (await share(house, { scope: "take", take })).body;
  expect((await share(house, { scope: "take", take, until })).body).toEqual({ id: first.id, until });
  await share(house, { scope: "choreography", version });
  const { given, received } = (await member.get("/me/grants")).body;
  expect(received).toEqual([]);
  expect(given).toHaveLength(2);
  expect(given.find((it: { scope: string }) => it.scope === "take")).toMatchObject({
    ...{ id: first.id, until, version, take: { id: take, section: 1 } },
    crew: { id, name: "Stage door" },
    dancer: { name: "Member" },
    coach: { id: coach.id, name: "Coach" },
  });
  expect((await coach.get("/me/grants")).body.received).toEqual(given);
});

test("with as many grants as there may be, one that is there is still shortened, and no other is given", async () => {
  const house = await desk();
  const { id } = (await share(house)).body;
  await env.DB.prepare(
    `with recursive w(n) as (select 1 union all select n + 1 from w where n < ?)
      insert into grants (id, crew_id, dancer_id, coach_id, scope, what, made_at, until)
      select 'g-' || n, crew_id, dancer_id, coach_id, 'take', 'take-' || n, made_at, until from grants, w where id = ?`,
  )
    .bind(LIMITS.grants - 1, id)
    .run();
  const until = Date.now() + 7_200_000;
  expect((await share(house, { until })).body).toEqual({ id, until });
  const more = { scope: "choreography", version: house.version };
  expect((await share(house, more)).body.problem?.code).toBe("grants-too-many");
  // One that has ended is given anew, and counts.
  await env.DB.prepare("update grants set made_at = 1, until = 2 where id = ?").bind(id).run();
  expect((await share(house, more)).status).toBe(201);
  expect((await share(house)).body.problem?.code).toBe("grants-too-many");
});

test("nothing is shared that is not one's own, with who is no coach, or for ever", async () => {
  const house = await desk();
  const { coach, lead, member, stranger, take } = house;
  const theirs = await quietTake(lead, house.version);
  const code = async (change: Record<string, unknown>) => (await share(house, change)).body.problem?.code;
  expect(await code({ scope: "take", take: theirs })).toBe("take-unknown");
  expect(await code({ scope: "take", take: "nothing" })).toBe("take-unknown");
  expect(await code({ scope: "choreography", version: "0".repeat(64) })).toBe("choreography-unknown");
  expect(await code({ crew: "elsewhere" })).toBe("crew-unknown");
  for (const who of [member, stranger]) expect(await code({ coach: who.id })).toBe("coach-unknown");
  expect(await code({ until: Date.now() })).toBe("until-invalid");
  expect(await code({ until: Date.now() + 400 * 86_400_000 })).toBe("until-invalid");
  expect(await code({ scope: "everything" })).toBe("input-invalid");
  expect(await code({ scope: "take" })).toBe("input-invalid");
  const ask = { crew: house.id, coach: coach.id, scope: "practice", until: Date.now() + 86_400_000 };
  expect((await stranger.post("/me/grants", ask)).body.problem.code).toBe("crew-unknown");
  expect((await coach.get(`/takes/${take}`)).status).toBe(404);
  expect((await member.get("/me/grants")).body.given).toEqual([]);
  expect((await coach.drop("/me/grants/nothing")).body.problem.code).toBe("grant-unknown");
});
