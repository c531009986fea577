import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { myNotesBefore } from "../../worker/db/my-notes.ts";
import { reviewingCrews } from "../../worker/db/reviewing.ts";
import { LIMITS } from "../../worker/limits.ts";
import { counting } from "./counting.ts";
import { type Desk, desk, note, quietTake, share } from "./desk.ts";

/** So many notes on a take of the member's, by somebody, done but for the first ten. */
const fill = (at: Desk, author: string, take: string, many: number) =>
  env.DB.prepare(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ?4)
    insert into notes (id, take_id, dancer_id, author_id, crew_id, from_count, to_count, time, text, made_at, last_at, done_at)
    select ?3 || '-' || i, ?1, ?2, ?3, iif(?2 = ?3, '', ?5), 8, 16, 5, 'note', i, i / 3, iif(i > 10, i, null) from n`)
    .bind(take, at.member.id, author, many, at.id)
    .run();

test("notes of mine come a page at a time, where something was said last first", async () => {
  const at = await desk();
  await fill(at, at.member.id, at.take, 120);
  const ids: string[] = [];
  for (let after: string | null = null, pages = 0; after !== null || pages === 0; pages++) {
    const { body } = await at.member.get(`/me/notes${after === null ? "" : `?after=${after}`}`);
    ids.push(...body.notes.map(({ id }: { id: string }) => id));
    after = body.next;
  }
  expect(new Set(ids).size).toBe(120);
  const seventh = `${at.member.id}-7`;
  await at.member.post(`/notes/${seventh}/replies`, { text: "Again" });
  expect((await at.member.get("/me/notes")).body.notes[0].id).toBe(seventh);
});

test("a coach finds their notes on a take that is only shown in a reply, for as long as it is shown", async () => {
  const at = await desk();
  const { coach, member, take, version } = at;
  await share(at, { scope: "take", take });
  const asked = (await note(coach, take)).body.id;
  const newer = await quietTake(member, version);
  const shown = (await member.post(`/notes/${asked}/replies`, { text: "Closer?", take: newer })).body.id;
  const onShown = (await note(coach, newer, { text: "Much closer" })).body.id;
  const mine = async () => (await coach.get("/me/notes")).body.notes.map(({ id }: { id: string }) => id);
  expect(await mine()).toEqual([onShown, asked]);
  expect((await coach.get("/me/notes?open=1")).body.notes[0]).toMatchObject({
    take: { id: newer },
    dancer: { name: "Member" },
  });
  await member.drop(`/replies/${shown}`);
  expect(await mine()).toEqual([asked]);
  expect((await coach.get(`/takes/${newer}/notes`)).status).toBe(404);
  // Shown by somebody else than its dancer it is not: that reply lies on no note of theirs.
  await env.DB.prepare("insert into replies (id, note_id, author_id, text, take_id, at) values ('r', ?, ?, '', ?, 1)")
    .bind(asked, coach.id, newer)
    .run();
  expect(await mine()).toEqual([asked]);
});

test("a take shown below a note on a shown take is reviewed too, in the crew of those notes, and until one of them goes", async () => {
  const at = await desk();
  const { coach, lead, member, take, version } = at;
  await share(at, { scope: "take", take });
  await share(at, { scope: "take", take: await quietTake(member, version), coach: lead.id });
  const first = (await note(coach, take)).body.id;
  const [second, third] = [await quietTake(member, version), await quietTake(member, version)];
  const shown = (await member.post(`/notes/${first}/replies`, { text: "Closer?", take: second })).body.id;
  const then = (await note(coach, second, { text: "Now the left one" })).body.id;
  expect((await coach.get(`/takes/${third}`)).status).toBe(404);
  await member.post(`/notes/${then}/replies`, { text: "So?", take: third });
  for (const path of ["", "/replay", "/notes"]) expect((await coach.get(`/takes/${third}${path}`)).status).toBe(200);
  expect((await note(coach, third, { text: "There it is" })).status).toBe(201);
  expect((await coach.get("/me/notes")).body.notes[0]).toMatchObject({ take: { id: third }, text: "There it is" });
  for (const id of [second, third]) expect((await lead.get(`/takes/${id}`)).status).toBe(404);
  // A circle of takes that show one another ends.
  const last = (await coach.get(`/takes/${third}/notes`)).body.notes[0].id;
  expect((await member.post(`/notes/${last}/replies`, { text: "As here", take: second })).status).toBe(201);
  expect((await coach.get(`/takes/${third}`)).status).toBe(200);
  await member.drop(`/replies/${shown}`);
  for (const id of [second, third]) expect((await coach.get(`/takes/${id}`)).status).toBe(404);
  expect((await coach.get("/me/notes")).body.notes.map(({ id }: { id: string }) => id)).toEqual([first]);
});

test("however often the dancer replies with a better take, the coach opens it; many threads of one take are walked once", async () => {
  const at = await desk();
  const { coach, member, take, version } = at;
  await share(at, { scope: "take", take });
  const takes = [take];
  for (let i = 1; i <= 7; i++) {
    const { body } = await note(coach, takes.at(-1) ?? "");
    const better = await quietTake(member, version);
    const reply = await member.post(`/notes/${body.id}/replies`, { text: `Better ${i}`, take: better });
    expect([i, reply.status]).toEqual([i, 201]);
    expect([i, (await coach.get(`/takes/${better}`)).status]).toEqual([i, 200]);
    takes.push(better);
  }
  expect((await coach.get("/me/notes")).body.notes.map((it: { take: { id: string } }) => it.take.id)).toEqual(
    takes.slice(0, 7).reverse(),
  );
  // Each shown in fifty threads: from one to the next it is walked once.
  for (const [i, better] of takes.slice(1).entries()) {
    const [on = "", of] = [takes[i], Array.from({ length: 50 }, (_, j) => `${i}-${j}`)];
    await env.DB.prepare(
      `insert into notes (id, take_id, dancer_id, author_id, crew_id, from_count, to_count, time, text, made_at, last_at)
        select 'n-' || value, ?1, ?2, ?3, ?4, 8, 16, 5, 'note', 1, 1 from json_each(?5)`,
    )
      .bind(on, member.id, coach.id, at.id, JSON.stringify(of))
      .run();
    await env.DB.prepare(
      "insert into replies (id, note_id, author_id, text, take_id, at) select 'r-' || value, 'n-' || value, ?1, '', ?2, 1 from json_each(?3)",
    )
      .bind(member.id, better, JSON.stringify(of))
      .run();
  }
  const { db, rows } = counting();
  expect(await reviewingCrews(db, takes.at(-1) ?? "", coach.id, Date.now())).toEqual([at.id]);
  expect(rows.read).toBeLessThan(7 * 51 * 3);
});

test("of 10,000 notes a page reads so many rows as it shows, for dancer and coach, of all and of what is open", async () => {
  const at = await desk();
  await share(at);
  const read = async (who: string, open: boolean) => {
    const { db, rows } = counting();
    const of = { before: null, open, now: Date.now() };
    const found = await myNotesBefore(db, who, of, LIMITS.notePage + 1);
    return { found: found.length, read: rows.read };
  };
  await fill(at, at.coach.id, at.take, 10_000);
  await fill(at, at.member.id, at.take, 10_000);
  for (const who of ["coach", "member"] as const)
    for (const [open, most] of [
      [false, 51],
      [true, 20],
    ] as const) {
      const { found, read: rows } = await read(at[who].id, open);
      expect(found).toBe(who === "coach" && open ? 10 : most);
      // Each with its place in the queue, its take, its dancer, its author and what opens it.
      expect(rows, `${who}, open ${open}`).toBeLessThan(20 * most);
    }
});

/** What closes the member's takes to the coach. */
const CLOSING: Readonly<Record<string, (at: Desk) => Promise<unknown>>> = {
  "the dancer leaves": ({ member, id }) => member.drop(`/crews/${id}/members/me`),
  "sharing ends with its day": () =>
    env.DB.prepare("update grants set made_at = 1, until = 2 where scope = 'practice'").run(),
  "the dancer ends it": async ({ member }) => {
    for (const { id } of (await member.get("/me/grants")).body.given) await member.drop(`/me/grants/${id}`);
  },
};

test.each(Object.keys(CLOSING))(
  "10,000 notes of a coach are passed by unread when %s, also beside what others share",
  async (what) => {
    const at = await desk();
    const { coach, lead, id, version } = at;
    await share(at);
    await fill(at, coach.id, at.take, 10_000);
    const theirs = await quietTake(lead, version);
    const grant = { crew: id, coach: coach.id, scope: "take", take: theirs, until: Date.now() + 86_400_000 };
    expect((await lead.post("/me/grants", grant)).status).toBe(201);
    const open = (await note(coach, theirs)).body.id;
    await env.DB.prepare("update notes set last_at = 0 where id = ?").bind(open).run();
    await CLOSING[what]?.(at);
    for (const openOnly of [false, true]) {
      const { db, rows } = counting();
      const found = await myNotesBefore(db, coach.id, { before: null, open: openOnly, now: Date.now() }, 51);
      expect(found.map((it) => it.id)).toEqual([open]);
      expect(rows.read).toBeLessThan(60);
    }
  },
);

test("notes on the takes of several dancers come in one order, page by page, each once", async () => {
  const at = await desk();
  const { coach, lead, id, version } = at;
  await share(at);
  await fill(at, coach.id, at.take, 120);
  const theirs = await quietTake(lead, version);
  const grant = { crew: id, coach: coach.id, scope: "take", take: theirs, until: Date.now() + 86_400_000 };
  await lead.post("/me/grants", grant);
  await env.DB.prepare(`
    insert into notes (id, take_id, dancer_id, author_id, crew_id, from_count, to_count, time, text, made_at, last_at)
    select 'lead-' || id, ?, ?, author_id, crew_id, 8, 16, 5, 'note', made_at, last_at from notes`)
    .bind(theirs, lead.id)
    .run();
  const found: { readonly at: number; readonly id: string }[] = [];
  for (let before: { readonly at: number; readonly id: string } | null = null; ; ) {
    const { db } = counting();
    const rows = await myNotesBefore(db, coach.id, { before, open: false, now: Date.now() }, 50);
    found.push(...rows.map((it) => ({ at: it.lastAt, id: it.id })));
    if (rows.length < 50) break;
    before = found.at(-1) ?? null;
  }
  const order = [...found].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  expect(found).toEqual(order);
  expect(new Set(found.map((it) => it.id)).size).toBe(240);
});
