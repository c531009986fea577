import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { open } from "../../worker/db/open.ts";
import { getChoreography } from "../../worker/replays.ts";
import { clearFiles, tidy } from "../../worker/tidy.ts";
import { aMomentLater, Client, codeOf, count, dancer } from "./client.ts";
import { challenge, crewOfThree } from "./crew.ts";
import { bytesOf, upload } from "./dance.ts";
import { board, paperMoon, versionsIn } from "./paper-moon.ts";

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
