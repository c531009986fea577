import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { codeOf, dancer } from "./client.ts";
import { invite } from "./crew.ts";
import { danced } from "./dance.ts";
import { desk, note, quietTake, share } from "./desk.ts";

test("a coach pins a note, the dancer reads it and shows a newer take, which the coach may then see and settle the note", async () => {
  const house = await desk();
  const { coach, member, take, version } = house;
  expect(codeOf(await note(coach, take))).toBe("take-unknown");
  expect((await share(house, { scope: "take", take })).status).toBe(201);
  const drawing = [{ segment: 3, points: [0, 0, 0.5, -0.25] }];
  const { status, body } = await note(coach, take, { drawing });
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toMatchObject({ takeId: take, by: { name: "Coach" }, mine: true, own: false, doneAt: null, drawing });
  expect(body).toMatchObject({ from: 10, to: 12, time: 5.1, limb: "left_arm", text: "Reach higher", voice: null });
  const [read] = (await member.get(`/takes/${take}/notes`)).body.notes;
  expect(read).toMatchObject({ ...body, mine: false, editable: false, droppable: true });

  const better = await quietTake(member, version);
  expect((await coach.get(`/takes/${better}`)).status).toBe(404);
  const { body: reply } = await member.post(`/notes/${body.id}/replies`, { text: "Closer?", take: better });
  expect(reply).toMatchObject({ by: { name: "Member" }, mine: true, take: { id: better, section: 1, version } });
  for (const path of ["", "/replay", "/notes"]) expect((await coach.get(`/takes/${better}${path}`)).status).toBe(200);
  const [told] = (await coach.get("/me/notes?open=1")).body.notes;
  expect(told).toMatchObject({
    id: body.id,
    dancer: { name: "Member" },
    take: { id: take },
    replies: [{ id: reply.id }],
  });

  const done = (await member.ask("PATCH", `/notes/${body.id}`, { done: true })).body;
  expect(done.doneAt).toBeGreaterThan(0);
  expect((await coach.get("/me/notes?open=1")).body.notes).toEqual([]);
  expect((await coach.ask("PATCH", `/notes/${body.id}`, { done: false })).body.doneAt).toBeNull();
  expect((await member.drop(`/replies/${reply.id}`)).status).toBe(200);
  expect((await coach.get(`/takes/${better}`)).status).toBe(404);
});

test("only who wrote a note changes it; whose take it is may take it away", async () => {
  const house = await desk();
  const { coach, member, take } = house;
  await share(house);
  const { id } = (await note(coach, take)).body;
  expect(codeOf(await member.ask("PATCH", `/notes/${id}`, { text: "Fine as it is" }))).toBe("note-forbidden");
  const change = { text: "Reach from the shoulder", from: 9.5, limb: null };
  expect((await coach.ask("PATCH", `/notes/${id}`, change)).body).toMatchObject({ ...change, to: 12, mine: true });
  expect(codeOf(await coach.ask("PATCH", `/notes/${id}`, { to: 9 }))).toBe("note-span");
  expect(codeOf(await coach.ask("PATCH", `/notes/${id}`, { text: " " }))).toBe("note-empty");
  const { id: mine } = (await note(member, take, { text: "My own" })).body;
  expect(codeOf(await coach.drop(`/notes/${mine}`))).toBe("note-forbidden");
  const reply = (await coach.post(`/notes/${mine}/replies`, { text: "Yes" })).body;
  expect(reply).toMatchObject({ text: "Yes", take: null, droppable: true });
  expect((await member.drop(`/notes/${id}`)).status).toBe(200);
  expect((await member.get(`/takes/${take}/notes`)).body.notes).toMatchObject([
    { own: true, replies: [{ text: "Yes" }] },
  ]);
});

const UNFIT = [
  [{ text: "  " }, "note-empty"],
  [{ text: "x".repeat(1001) }, "note-too-long"],
  [{ text: "turned \u202e about" }, "note-characters"],
  [{ text: "bell \u0007" }, "note-characters"],
  [{ from: 7 }, "note-span"],
  [{ to: 17 }, "note-span"],
  [{ from: 12 }, "note-span"],
  [{ from: 10.25 }, "note-span"],
  [{ from: -1 }, "note-span"],
  [{ limb: "tail" }, "input-invalid"],
  [{ time: "now" }, "input-invalid"],
  [{ drawing: [{ segment: 99, points: [0, 0, 1, 1] }] }, "drawing-invalid"],
  [{ drawing: [{ segment: 1, points: [0, 0, 1] }] }, "drawing-invalid"],
  [{ drawing: [{ segment: 1, points: [0, 0, 1, 1e9] }] }, "drawing-invalid"],
  [{ drawing: Array(25).fill({ segment: 1, points: [0, 0, 1, 1] }) }, "drawing-invalid"],
  [{ text: "x".repeat(140_000) }, "too-large"],
] as const;

test("a note that cannot be is refused by a sentence, and nothing is kept", async () => {
  const { member, take } = await desk();
  for (const [change, code] of UNFIT) expect(codeOf(await note(member, take, change)), code).toBe(code);
  expect((await member.get(`/takes/${take}/notes`)).body).toEqual({ notes: [], next: null });
});

test("scripts in a note and in a reply are words like any other, and are told as JSON alone", async () => {
  const { member, take } = await desk();
  const text = `<script>alert("x")</script>\n<img src=x onerror=alert(1)> ' -- ; drop table notes`;
  const { id } = (await note(member, take, { text })).body;
  await member.post(`/notes/${id}/replies`, { text });
  const { body, headers } = await member.get(`/takes/${take}/notes`);
  expect(body.notes).toMatchObject([{ text, replies: [{ text }] }]);
  expect(headers.get("content-type")).toMatch(/^application\/json/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("10,000 notes come a page at a time, in the order of the song, each once, also while others are written", async () => {
  const { member, take } = await desk();
  const made = (await note(member, take)).body;
  await env.DB.prepare(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 9999)
    insert into notes (id, take_id, dancer_id, author_id, crew_id, from_count, to_count, time, text, made_at, last_at)
    select printf('n-%05d', (i * 7919) % 10000), ?1, ?2, ?2, '', 8 + (i % 14) * 0.5, 16, 5, 'note ' || i, i, i from n`)
    .bind(take, member.id)
    .run();
  const seen: { id: string; from: number }[] = [];
  for (let after: string | null = null, pages = 0; after !== null || pages === 0; pages++) {
    const query: string = after === null ? "" : `?after=${after}`;
    const { body } = await member.get(`/takes/${take}/notes${query}`);
    expect(body.notes.length).toBeLessThanOrEqual(50);
    seen.push(...body.notes);
    after = body.next;
    if (pages === 100) await note(member, take, { from: 8, text: "In between, at the beginning" });
  }
  expect(seen).toHaveLength(10_000);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(10_000);
  expect(seen.some(({ id }) => id === made.id)).toBe(true);
  expect(seen.every(({ from }, i) => i === 0 || from >= (seen[i - 1]?.from ?? 0))).toBe(true);
  expect(codeOf(await member.get(`/takes/${take}/notes?after=nonsense`))).toBe("cursor-invalid");
});

test("coaches of one crew do not read what those of another wrote; the dancer reads all, and a coach who left nothing", async () => {
  const house = await desk();
  const { coach, member, take, id } = house;
  await share(house);
  const other = await dancer("Elsewhere");
  const second = (await other.post("/crews", { name: "Another crew" })).body.id;
  await member.post(`/invites/${(await invite(other, second)).body.token}`, {});
  await env.DB.prepare("update members set joined_at = joined_at - 3600000 where crew_id = ?").bind(second).run();
  await share(house, { crew: second, coach: other.id });
  const { id: theirs } = (await note(coach, take, { text: "From Coach" })).body;
  await note(other, take, { text: "From Elsewhere" });
  await note(member, take, { text: "From myself" });
  const texts = async (who: typeof coach) =>
    (await who.get(`/takes/${take}/notes`)).body.notes.map(({ text }: { text: string }) => text).sort();
  expect(await texts(coach)).toEqual(["From Coach", "From myself"]);
  expect(await texts(other)).toEqual(["From Elsewhere", "From myself"]);
  expect(await texts(member)).toEqual(["From Coach", "From Elsewhere", "From myself"]);
  expect(codeOf(await other.post(`/notes/${theirs}/replies`, { text: "What is this" }))).toBe("note-unknown");
  await coach.drop(`/crews/${id}/members/me`);
  expect(codeOf(await coach.get(`/takes/${take}/notes`))).toBe("take-unknown");
  expect(codeOf(await coach.drop(`/notes/${theirs}`))).toBe("note-unknown");
  expect((await coach.get("/me/notes")).body.notes).toEqual([]);
  expect(await texts(member)).toEqual(["From Coach", "From Elsewhere", "From myself"]);
});

test("a coach who reviews in another crew now still reads what they wrote themselves", async () => {
  const house = await desk();
  const { coach, member, take, id } = house;
  await share(house);
  const { id: mine } = (await note(coach, take, { text: "From the first crew" })).body;
  const second = (await coach.post("/crews", { name: "Another crew" })).body.id;
  await member.post(`/invites/${(await invite(coach, second)).body.token}`, {});
  await env.DB.prepare("update members set joined_at = joined_at - 3600000 where crew_id = ?").bind(second).run();
  await share(house, { crew: second });
  await coach.drop(`/crews/${id}/members/me`);
  const read = (await coach.get(`/takes/${take}/notes`)).body.notes;
  expect(read).toMatchObject([{ id: mine, mine: true, editable: true }]);
  expect((await coach.ask("PATCH", `/notes/${mine}`, { text: "Still mine" })).status).toBe(200);
  expect((await coach.get("/me/notes")).body.notes).toMatchObject([{ id: mine, text: "Still mine" }]);
});

test("a take of a routine that the coach may not see is not reviewed, its dancer's own notes stay theirs", async () => {
  const house = await desk();
  const { coach, member, stranger, take, version } = house;
  await share(house);
  expect((await note(coach, take)).status).toBe(201);
  await env.DB.prepare("update choreographies set visibility = 'me', owner_id = ? where version = ?")
    .bind(stranger.id, version)
    .run();
  expect(codeOf(await coach.get(`/takes/${take}`))).toBe("take-unknown");
  expect(codeOf(await coach.get(`/takes/${take}/notes`))).toBe("take-unknown");
  expect((await member.get(`/takes/${take}/notes`)).body.notes).toHaveLength(1);
  await env.DB.prepare("update choreographies set owner_id = ?").bind(member.id).run();
  expect((await coach.get(`/takes/${take}/notes`)).body.notes).toHaveLength(1);
});

test("there are no notes on a take that is gone, not judged yet, or shown by nobody", async () => {
  const house = await desk();
  const { coach, member, take, version } = house;
  await share(house);
  const open = await member.open(version);
  expect(codeOf(await note(member, open))).toBe("take-unknown");
  const { id } = (await note(coach, take)).body;
  expect(codeOf(await coach.post(`/notes/${id}/replies`, { text: "", take: null }))).toBe("note-empty");
  expect(codeOf(await member.post(`/notes/${id}/replies`, { text: "Look", take: open }))).toBe("take-unknown");
  expect(codeOf(await coach.post(`/notes/${id}/replies`, { text: "Look", take }))).toBe("take-unknown");
  await member.drop("/me", { name: "Member" });
  expect(codeOf(await note(coach, take))).toBe("take-unknown");
  expect(codeOf(await coach.ask("PATCH", `/notes/${id}`, { text: "Late" }))).toBe("note-unknown");
  expect(codeOf(await coach.post(`/notes/${id}/replies`, { text: "Late" }))).toBe("note-unknown");
});

test("a note has fifty replies, no more; what a coach says often is kept whole", async () => {
  const { member, coach, take } = await desk();
  const { id } = (await note(member, take)).body;
  const replies = [];
  for (let i = 0; i < 51; i++) replies.push((await member.post(`/notes/${id}/replies`, { text: `${i}` })).status);
  expect(replies.filter((status) => status === 201)).toHaveLength(50);
  expect(replies.at(-1)).toBe(409);
  expect((await coach.get("/me/templates")).body).toEqual({ templates: [] });
  const templates = ["Bend the knees", "더 크게!"];
  expect((await coach.ask("PUT", "/me/templates", { templates: [" Bend the knees ", "더 크게!"] })).body).toEqual({
    templates,
  });
  expect((await coach.get("/me/templates")).body).toEqual({ templates });
  const put = async (list: readonly string[]) => codeOf(await coach.ask("PUT", "/me/templates", { templates: list }));
  expect(await put(Array(31).fill("Again"))).toBe("templates-too-many");
  expect(await put(["x".repeat(161)])).toBe("note-too-long");
  expect(await put([" "])).toBe("note-empty");
  expect((await coach.get("/me/templates")).body).toEqual({ templates });
});

test("a coach finds what a member shares with them, newest first, and nothing else", async () => {
  const house = await desk();
  const { coach, member, lead, id, take, version } = house;
  const path = `/crews/${id}/members/${member.id}/takes`;
  expect((await coach.get(path)).body).toEqual({ dancer: { id: member.id, name: "Member" }, takes: [], next: null });
  const later = await quietTake(member, version, { frames: danced(4, 8, 0.5) });
  await share(house, { scope: "take", take });
  expect((await coach.get(path)).body.takes.map(({ id }: { id: string }) => id)).toEqual([take]);
  await share(house);
  const all = (await coach.get(path)).body;
  expect(all.takes.map(({ id }: { id: string }) => id)).toEqual([later, take]);
  expect(all.takes[0]).toMatchObject({ version, section: 1, rate: 0.75, mirror: false });
  expect((await coach.get(`${path}?section=0`)).body.takes).toEqual([]);
  expect((await lead.get(path)).body.takes).toEqual([]);
  expect(codeOf(await member.get(path))).toBe("crew-forbidden");
  expect(codeOf(await coach.get(`${path}?before=nonsense`))).toBe("cursor-invalid");
  expect(codeOf(await coach.get(`/crews/${id}/members/nobody/takes`))).toBe("member-unknown");
});
