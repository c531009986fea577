import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { open } from "../../worker/db/open.ts";
import { LIMITS, QUOTAS } from "../../worker/limits.ts";
import { getChoreography } from "../../worker/replays.ts";
import { clearFiles, tidy } from "../../worker/tidy.ts";
import { type Answer, aMomentLater, Client, count, dancer } from "./client.ts";
import { challenge, crewOfThree } from "./crew.ts";
import { bytesOf, CHORUS, choreographyNamed, poseAt, publish, upload } from "./dance.ts";

const codeOf = ({ body }: Answer): string | undefined => body.problem?.code;
const versionsIn = ({ body }: Answer): string[] => body.choreographies.map((it: { version: string }) => it.version);
const paperMoon = (change: Partial<Choreography> = {}): Choreography => ({
  ...choreographyNamed("paper-moon"),
  title: { en: "Paper Moon", ko: "종이 달" },
  ...change,
});
const board = (version: string) => `/choreographies/${version}/sections/${CHORUS.section}/leaderboard`;

test("what a dancer publishes is danced, judged from its own file and ranked like what comes with the page", async () => {
  const mina = await dancer();
  const { status, body } = await upload(mina, paperMoon());
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toMatchObject({ slug: "paper-moon", author: { name: "Mina" }, mine: true, open: true, unranked: [] });
  const other = await dancer("Jihyo");
  const file = await other.get(`/choreographies/${body.version}/file`);
  expect(file.body).toEqual(encodeChoreography(paperMoon()));
  const danced = await other.dance(body.version);
  expect(danced.status, JSON.stringify(danced.body)).toBe(200);
  expect(danced.body.best).toBe(true);
  expect(danced.body.result.score).toBeGreaterThan(700_000);
  expect((await new Client().get(board(body.version))).body.dancers).toBe(1);
});

test("the same bytes are the same version, however often they come", async () => {
  const mina = await dancer();
  const answers = await Promise.all(Array.from({ length: 4 }, () => upload(mina, paperMoon())));
  expect(new Set(answers.map(({ body }) => body.version)).size).toBe(1);
  expect(await count("choreographies")).toBe(1);
});

test("a slug is its owner's: nobody takes it over, nor that of a routine that comes with the page", async () => {
  await publish("first-steps");
  const [mina, jihyo] = [await dancer(), await dancer("Jihyo")];
  expect(codeOf(await upload(mina, choreographyNamed("first-steps"), "visibility=me"))).toBe("slug-taken");
  const [a, b] = await Promise.all([
    upload(mina, paperMoon(), "visibility=me"),
    upload(jihyo, paperMoon({ level: "hard" }), "visibility=me"),
  ]);
  expect([a.status, b.status].sort()).toEqual([201, 409]);
  const loser = a.status === 201 ? jihyo : mina;
  const bytes = (await env.REPLAYS.list({ prefix: "choreographies/" })).objects.length;
  expect(codeOf(await upload(loser, paperMoon()))).toBe("slug-taken");
  expect((await env.REPLAYS.list({ prefix: "choreographies/" })).objects.length).toBe(bytes);
  const kept = a.status === 201 ? a : b;
  expect(await getChoreography(env, kept.body.version)).not.toBeNull();
});

test("each position is a version of its own; a newer one is danced from then on, and the older one still may be", async () => {
  const mina = await dancer();
  const one = (await upload(mina, paperMoon({ position: "Left" }))).body.version;
  const two = (await upload(mina, paperMoon({ position: "Right" }))).body.version;
  const newer = (await upload(mina, paperMoon({ position: "Left", level: "hard" }))).body.version;
  const { body } = await new Client().get("/routines/paper-moon");
  expect(
    body.choreographies.map((it: { version: string; position: string; current: boolean }) => [
      it.version,
      it.position,
      it.current,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [newer, "Left", true],
      [two, "Right", true],
      [one, "Left", false],
    ]),
  );
  expect((await (await dancer("Jihyo")).dance(one)).body.best).toBe(true);
  expect(versionsIn(await mina.get("/routines")).sort()).toEqual([newer, two].sort());
  expect(versionsIn(await mina.get("/me/choreographies")).length).toBe(3);
});

test("a section in which standing still earns too much is danced and has no board", async () => {
  const mina = await dancer();
  const still = poseAt(0);
  const lazy = paperMoon({
    track: paperMoon().track.map(({ time, pose }) => ({ time, pose: time > 4.2 ? pose : still })),
    keyframes: paperMoon().keyframes.map((it) => (it.count < 8 ? { ...it, pose: still } : it)),
  });
  const { body } = await upload(mina, lazy);
  expect(body.unranked).toEqual([0]);
  const take = await mina.open(body.version, { section: 0 });
  expect(await env.DB.prepare("select board_id from takes where id = ?").bind(take).first()).toEqual({
    board_id: null,
  });
  expect((await mina.dance(body.version)).body.best).toBe(true);
  const { id, lead } = await crewOfThree();
  expect(codeOf(await challenge(lead, id, body.version, { section: 0 }))).toBe("section-unranked");
});

test("hostile bytes are refused with a reason, and nothing is kept of them", async () => {
  const mina = await dancer();
  const good = paperMoon();
  const whole = encodeChoreography(good);
  const verse = { kind: "verse", from: 0, to: 8 } as const;
  const made: [string, Choreography][] = [
    ["title-empty", { ...good, title: { en: "\u200b \u00a0", ko: "달" } }],
    ["title-too-long", { ...good, title: { en: "Moon", ko: "달".repeat(61) } }],
    ["title-characters", { ...good, title: { en: "Moon\u202e", ko: "달" } }],
    ["title-characters", { ...good, title: { en: "Mo\u0000on", ko: "달" } }],
    ["about-too-long", { ...good, about: { en: "x".repeat(501), ko: "" } }],
    ["about-characters", { ...good, about: { en: "a\nb", ko: "" } }],
    ["sections-none", { ...good, sections: [] }],
    [
      "sections-many",
      { ...good, counts: 80, sections: Array.from({ length: 65 }, (_, i) => ({ ...verse, from: i, to: i + 1 })) },
    ],
    ["sections-overlap", { ...good, sections: [verse, { ...verse, from: 7, to: 16 }] }],
    [
      "section-names",
      {
        ...good,
        sections: [
          { ...verse, name: "Drop" },
          { ...verse, from: 8, to: 16, name: " drop " },
        ],
      },
    ],
    ["section-names", { ...good, sections: [{ ...verse, name: " " }] }],
    ["keyframes-few", { ...good, keyframes: good.keyframes.slice(0, 1) }],
    ["track-short", { ...good, track: good.track.slice(0, 150) }],
    ["track-short", { ...good, track: good.track.filter(({ time }) => time < 2 || time > 4) }],
    ["choreography-long", { ...good, counts: 4000 }],
    ["choreography-invalid", { ...good, tempo: { bpm: Number.NaN, firstBeat: 0 } }],
    [
      "choreography-invalid",
      { ...good, keyframes: good.keyframes.map((it) => ({ ...it, weight: Number.POSITIVE_INFINITY })) },
    ],
    ["choreography-invalid", { ...good, counts: 1e9 }],
    ["choreography-invalid", { ...good, slug: "../paper" }],
    ["choreography-invalid", { ...good, position: "a\u0007b" }],
    ["choreography-invalid", { ...good, sections: [{ ...verse, name: "x".repeat(61) }] }],
  ];
  for (const [code, one] of made)
    expect([code, codeOf(await upload(mina, one, "visibility=me"))]).toEqual([code, code]);
  const bytes: [string, Uint8Array][] = [
    ["choreography-invalid", new Uint8Array()],
    ["choreography-invalid", new TextEncoder().encode("no choreography at all")],
    ["choreography-invalid", whole.slice(0, whole.length - 3)],
    ["choreography-invalid", Uint8Array.from([...whole, 0])],
    ["choreography-invalid", twiceNamed(whole)],
    ["choreography-invalid", announcing(whole)],
    ["too-large", new Uint8Array(LIMITS.choreographyBytes + 1)],
  ];
  for (const [code, one] of bytes)
    expect([code, codeOf(await upload(mina, one, "visibility=me"))]).toEqual([code, code]);
  expect(codeOf(await upload(mina, whole, "visibility=friends"))).toBe("input-invalid");
  expect(codeOf(await upload(mina, whole, "visibility=crew&crew=nobody"))).toBe("crew-unknown");
  expect(codeOf(await mina.ask("POST", "/choreographies?visibility=me", whole))).toBe("choreography-media-type");
  expect(codeOf(await upload(new Client(), whole))).toBe("signed-out");
  expect(await count("choreographies")).toBe(0);
  expect((await env.REPLAYS.list()).objects).toEqual([]);
});

/** The same choreography with a key of its head written twice, so that another value hides behind the one that is read. */
function twiceNamed(bytes: Uint8Array): Uint8Array {
  const text = String.fromCharCode(...bytes.subarray(9));
  const head = `{"slug":"hidden",${text.slice(1)}`;
  const out = new Uint8Array(9 + head.length);
  out.set(bytes.subarray(0, 9));
  for (let i = 0; i < head.length; i++) out[9 + i] = head.charCodeAt(i);
  new DataView(out.buffer).setUint32(
    5,
    new DataView(bytes.buffer).getUint32(5, true) + '"slug":"hidden",'.length,
    true,
  );
  return out;
}

/** A head that announces more than there is. */
function announcing(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  new DataView(out.buffer).setUint32(5, 0xffffffff, true);
  return out;
}

test("a dancer publishes so much in a day, and so much in all", async () => {
  const mina = await dancer();
  await upload(mina, paperMoon(), "visibility=me");
  await env.DB.exec(`update quotas set used = ${QUOTAS.choreographies} where kind = 'choreographies'`);
  expect(codeOf(await upload(mina, paperMoon({ level: "hard" }), "visibility=me"))).toBe("quota-reached");
  await env.DB.exec("delete from quotas");
  await fillVersions(mina.id);
  expect(codeOf(await upload(mina, paperMoon({ level: "hard" }), "visibility=me"))).toBe("choreographies-too-many");
});

test("a publication that is refused leaves the routine as it was: its audience, its boards, its challenges", async () => {
  const { id, lead, member } = await crewOfThree();
  const { version } = (await upload(lead, paperMoon(), `visibility=crew&crew=${id}`)).body;
  await member.dance(version);
  await challenge(lead, id, version);
  await fillVersions(lead.id);
  const kept = async () => [await count("bests"), await count("crew_challenges")];
  const before = await kept();
  expect(Math.min(...before)).toBeGreaterThan(0);
  for (const audience of ["visibility=everyone", "visibility=me"])
    expect(codeOf(await upload(lead, paperMoon({ level: "hard" }), audience))).toBe("choreographies-too-many");
  expect(await kept()).toEqual(before);
  expect((await member.get(`/choreographies/${version}`)).body).toMatchObject({ visibility: "crew", crew: id });
  expect(codeOf(await new Client().get(`/choreographies/${version}`))).toBe("choreography-unknown");
});

async function fillVersions(owner: string): Promise<void> {
  const json = JSON.stringify(Array.from({ length: LIMITS.versionsOfDancer }, (_, i) => String(i).padStart(64, "0")));
  await env.DB.prepare(
    `insert into choreographies (version, slug, summary, current, published_at, owner_id, visibility)
      select value, 'other', '{}', 0, 0, ?1, 'me' from json_each(?2)`,
  )
    .bind(owner, json)
    .run();
}

test("taken back, nobody sees it: board and challenge end, takes stay with who danced them, the file is gone", async () => {
  const { id, lead, member } = await crewOfThree();
  const { version } = (await upload(lead, paperMoon())).body;
  const take = (await member.dance(version)).body.take.id;
  await challenge(lead, id, version);
  const open = await member.open(version);
  expect(codeOf(await member.drop("/routines/paper-moon"))).toBe("choreography-forbidden");
  expect((await lead.drop("/routines/paper-moon")).status).toBe(200);
  aMomentLater();
  for (const who of [lead, member, new Client()]) {
    expect(codeOf(await who.get("/routines/paper-moon"))).toBe("choreography-unknown");
    expect(codeOf(await who.get(board(version)))).toBe("choreography-unknown");
    expect(codeOf(await who.get(`/choreographies/${version}/file`))).toBe("choreography-unknown");
  }
  expect(await getChoreography(env, version)).toBeNull();
  for (const table of ["bests", "buckets", "crew_challenges", "title_words"]) expect(await count(table), table).toBe(0);
  expect((await member.get(`/takes/${take}`)).body.result.score).toBeGreaterThan(0);
  const { body } = await member.get(`/choreographies/${version}`);
  expect(body).toMatchObject({ open: false, author: null, title: { en: "", ko: "" }, cover: [], counts: 16 });
  expect(JSON.stringify(body)).not.toMatch(/moon|달/i);
  expect((await member.get("/progress?zone=0")).body.choreographies[0].open).toBe(false);
  expect(codeOf(await lead.get(`/choreographies/${version}`))).toBe("choreography-unknown");
  expect(codeOf(await member.put(open, bytesOf(open, version)))).toBe("choreography-unknown");
  expect((await env.DB.prepare("pragma foreign_key_check").all()).results).toEqual([]);
  expect((await upload(lead, paperMoon({ level: "hard" }))).status).toBe(201);
});

test("a version that was taken back is published anew with the same bytes, and its board begins anew", async () => {
  const mina = await dancer();
  const { version } = (await upload(mina, paperMoon())).body;
  await mina.dance(version);
  await mina.drop("/routines/paper-moon");
  expect((await upload(mina, paperMoon())).body.version).toBe(version);
  aMomentLater();
  expect((await mina.get(board(version))).body.dancers).toBe(0);
  expect((await mina.get(`/choreographies/${version}/file`)).status).toBe(200);
  await tidy(env);
  expect((await mina.get(`/choreographies/${version}/file`)).status).toBe(200);
});

test("one version taken back, the one before it is danced", async () => {
  const mina = await dancer();
  const first = (await upload(mina, paperMoon())).body.version;
  const second = (await upload(mina, paperMoon({ level: "hard" }))).body.version;
  await env.DB.prepare("update choreographies set published_at = published_at - 1000 where version = ?")
    .bind(first)
    .run();
  expect((await mina.drop(`/choreographies/${second}`)).status).toBe(200);
  expect((await mina.get("/routines/paper-moon")).body.choreographies).toMatchObject([
    { version: first, current: true },
  ]);
  expect(versionsIn(await mina.get("/routines?search=moon"))).toEqual([first]);
});

/** The Worker's means; just before it deletes a file of a choreography, something happens. */
function deleting(before: () => Promise<unknown>): typeof env {
  const REPLAYS = new Proxy(env.REPLAYS, {
    get: (bucket, name) =>
      name === "delete"
        ? async (keys: string | string[]) => {
            await before();
            return bucket.delete(keys);
          }
        : Reflect.get(bucket, name).bind(bucket),
  });
  return { ...env, REPLAYS };
}

test("a version that is published anew while its file is cleared away keeps its file", async () => {
  const mina = await dancer();
  const { version } = (await upload(mina, paperMoon())).body;
  await mina.drop("/routines/paper-moon");
  await env.REPLAYS.put(`choreographies/${version}`, encodeChoreography(paperMoon()));
  await env.DB.exec("update choreographies set leftover = 1");
  const anew = vi.fn(async () => expect((await upload(mina, paperMoon())).status).toBe(201));
  await clearFiles(deleting(anew), open(env));
  expect(anew).toHaveBeenCalledOnce();
  const file = await mina.get(`/choreographies/${version}/file`);
  expect(file.body).toEqual(encodeChoreography(paperMoon()));
});

test("files that a broken-off taking back left are cleared away by night", async () => {
  const mina = await dancer();
  const { version } = (await upload(mina, paperMoon())).body;
  await mina.drop("/routines/paper-moon");
  await env.REPLAYS.put(`choreographies/${version}`, "x");
  await env.DB.exec("update choreographies set leftover = 1");
  await tidy(env);
  expect(await getChoreography(env, version)).toBeNull();
  expect(await env.DB.prepare("select leftover from choreographies").first()).toEqual({ leftover: 0 });
});
