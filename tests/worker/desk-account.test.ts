import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app } from "../../worker/api.ts";
import { tidy } from "../../worker/tidy.ts";
import { count } from "./client.ts";
import { asking, QUERIES } from "./counting.ts";
import { choreographyNamed, upload } from "./dance.ts";
import { type Desk, desk, note, share } from "./desk.ts";
import { voiceOf } from "./voices.ts";

const VOICE = { "content-type": "audio/webm" };
const TABLES = ["grants", "notes", "replies", "templates", "rubrics", "marks", "assignments"] as const;
const counts = async () => Object.fromEntries(await Promise.all(TABLES.map(async (name) => [name, await count(name)])));
const voices = async () => (await env.REPLAYS.list({ prefix: "voices/" })).objects.length;

/** A desk with a row in every table, made by coach and member, two notes spoken. */
async function full(): Promise<Desk> {
  const house = await desk();
  const { coach, member, take, id, version } = house;
  await share(house);
  for (const who of [coach, member]) {
    const { body } = await note(who, take, { text: `From ${who.name}` });
    await who.ask("PUT", `/notes/${body.id}/voice`, voiceOf(2), VOICE);
    await coach.post(`/notes/${body.id}/replies`, { text: "Coach replies" });
    await member.post(`/notes/${body.id}/replies`, { text: "Member replies", take });
  }
  await coach.ask("PUT", "/me/templates", { templates: ["Bend the knees"] });
  const criteria = [{ name: "Lines", levels: ["a", "b", "c", "d"] }];
  await coach.ask("PUT", `/crews/${id}/rubric`, { criteria });
  await coach.ask("PUT", `/takes/${take}/rubric`, { crew: id, levels: [3] });
  const ask = { dancer: member.id, version, section: 1, rate: 1, target: 500_000, dueAt: Date.now() + 86_400_000 };
  await coach.post(`/crews/${id}/assignments`, ask);
  expect(await counts()).toEqual({
    grants: 1,
    notes: 2,
    replies: 4,
    templates: 1,
    rubrics: 1,
    marks: 1,
    assignments: 1,
  });
  expect(await voices()).toBe(2);
  return house;
}

test("the account's file holds the whole desk: what was shared, said, spoken, given and asked for", async () => {
  const { coach, member, take } = await full();
  for (const who of [coach, member]) {
    const { body } = await who.get("/me/export");
    const coaching = who === coach;
    expect(body.grants).toHaveLength(coaching ? 0 : 1);
    expect(body.assignments).toMatchObject([{ by: { name: "Coach" }, to: { name: "Member" }, target: 500_000 }]);
    expect(body.sheets).toMatchObject([{ takeId: take, levels: [3] }]);
    expect(body.templates).toEqual(coaching ? ["Bend the knees"] : []);
    expect(body.replies.map(({ text }: { text: string }) => text)).toEqual(Array(2).fill(`${who.name} replies`));
    const notes = coaching ? ["From Coach"] : ["From Coach", "From Member"];
    expect(body.notes.map(({ text }: { text: string }) => text).sort()).toEqual(notes);
    for (const { sound } of body.notes)
      expect(Uint8Array.from(atob(sound), (letter) => letter.charCodeAt(0))).toEqual(voiceOf(2));
  }
});

test("a deleted coach takes along what they said, to the byte; what they asked for stays, as nobody's", async () => {
  const { coach, member, take } = await full();
  const { body } = await coach.drop("/me", { name: "Coach" });
  expect(body.deleted).toMatchObject({ notes: 1, crews: 1 });
  expect(await counts()).toEqual({
    grants: 0,
    notes: 1,
    replies: 1,
    templates: 0,
    rubrics: 1,
    marks: 0,
    assignments: 1,
  });
  expect(await voices()).toBe(1);
  const { notes } = (await member.get(`/takes/${take}/notes`)).body;
  expect(notes).toMatchObject([{ text: "From Member", replies: [{ text: "Member replies" }] }]);
});

test("a deleted dancer takes along everything on their takes, whoever said it, to the byte", async () => {
  const { coach, member } = await full();
  const { body } = await member.drop("/me", { name: "Member" });
  expect(body.deleted).toMatchObject({ notes: 2 });
  expect(await counts()).toEqual({
    grants: 0,
    notes: 0,
    replies: 0,
    templates: 1,
    rubrics: 1,
    marks: 0,
    assignments: 0,
  });
  expect(await voices()).toBe(0);
  expect((await coach.get("/me/notes")).body.notes).toEqual([]);
});

test("a deletion, with all that hangs on it, asks no more than D1 allows", async () => {
  const { member } = await full();
  expect((await upload(member, choreographyNamed("third-steps"))).status).toBe(201);
  const { DB, asked } = asking();
  const session = Object.assign(DB, { withSession: () => DB, getBookmark: () => null });
  const request = new Request("http://localhost:8787/api/me", {
    method: "DELETE",
    headers: {
      cookie: [...member.cookies].map((pair) => pair.join("=")).join("; "),
      "content-type": "application/json",
    },
    body: JSON.stringify({ name: "Member" }),
  });
  expect((await app.fetch(request, { ...env, DB: session }, createExecutionContext())).status).toBe(200);
  expect(await count("choreographies where gone_at is null and owner_id is not null")).toBe(0);
  expect(asked.queries).toBeLessThanOrEqual(QUERIES);
});

test("an ended crew leaves the dancer what was said, and nobody else anything", async () => {
  const house = await full();
  const { lead, coach, member, take, id } = house;
  await lead.drop(`/crews/${id}`);
  expect(await counts()).toEqual({
    grants: 0,
    notes: 2,
    replies: 4,
    templates: 1,
    rubrics: 0,
    marks: 1,
    assignments: 0,
  });
  expect((await member.get(`/takes/${take}/notes`)).body.notes).toHaveLength(2);
  expect((await member.get(`/takes/${take}/rubric`)).body.sheets).toMatchObject([{ crew: null, levels: [3] }]);
  expect((await coach.get(`/takes/${take}/notes`)).status).toBe(404);
});

test("by night, grants that have ended go, and those that hold stay", async () => {
  await share(await desk());
  await tidy(env);
  expect(await count("grants")).toBe(1);
  await env.DB.prepare("update grants set made_at = 1, until = 2").run();
  await tidy(env);
  expect(await count("grants")).toBe(0);
});
