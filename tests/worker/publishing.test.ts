import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { LIMITS, QUOTAS } from "../../worker/limits.ts";
import { getChoreography } from "../../worker/replays.ts";
import { Client, codeOf, count, dancer } from "./client.ts";
import { challenge, crewOfThree } from "./crew.ts";
import { choreographyNamed, poseAt, publish, upload } from "./dance.ts";
import { board, paperMoon, versionsIn } from "./paper-moon.ts";

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
