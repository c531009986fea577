import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { decodeReplay } from "#dance/replay/codec.ts";
import { deleteDancer } from "../../worker/db/accounts.ts";
import { open } from "../../worker/db/open.ts";
import { putReplay } from "../../worker/replays.ts";
import { tidy } from "../../worker/tidy.ts";
import { aMomentLater, Client, count, dancer } from "./client.ts";
import { CHORUS, danced, publish } from "./dance.ts";

/** The board as it is seen a moment later. */
async function board(version: string, who = new Client()) {
  aMomentLater();
  return (await who.get(`/choreographies/${version}/sections/${CHORUS.section}/leaderboard`)).body;
}

/** Signs a new device in as the dancer. */
async function anotherDevice(who: Client): Promise<Client> {
  const { body } = await who.post("/me/codes", {});
  const device = new Client();
  expect(await device.post("/devices", { code: body.code })).toMatchObject({ status: 201, body: { id: who.id } });
  device.id = who.id;
  return device;
}

test("one dancer on two devices: both know the name, both dance, each is listed and says which is here", async () => {
  const version = await publish();
  const laptop = await dancer("Mina");
  const phone = await anotherDevice(laptop);
  expect((await phone.get("/me")).body.dancer).toEqual({ id: laptop.id, name: "Mina" });
  await laptop.dance(version, { frames: danced(4, 8, 0.5) });
  expect((await phone.dance(version)).body.best).toBe(true);
  expect((await board(version)).dancers).toBe(1);
  const { devices } = (await phone.get("/me/devices")).body;
  expect(devices.length).toBe(2);
  expect(devices.filter((device: { here: boolean }) => device.here).length).toBe(1);
  expect(JSON.stringify(devices)).not.toMatch(/[0-9a-f]{64}/);
});

test("a code signs one device in, once, and not after ten minutes; who has a name needs none", async () => {
  const mina = await dancer();
  const { code, expiresAt } = (await mina.post("/me/codes", {})).body;
  expect(code).toMatch(/^[A-Z2-9]{20}$/);
  expect(expiresAt).toBeGreaterThan(Date.now() + 9 * 60_000);
  expect((await (await dancer("Jihyo")).post("/devices", { code })).body.problem.code).toBe("dancer-exists");
  const typed = code.toLowerCase().replace(/(.{5})/g, "$1 ");
  const tries = await Promise.all(Array.from({ length: 8 }, () => new Client().post("/devices", { code: typed })));
  expect(tries.filter(({ status }) => status === 201).length).toBe(1);
  expect(new Set(tries.filter(({ status }) => status !== 201).map(({ body }) => body.problem.code))).toEqual(
    new Set(["code-unknown"]),
  );
  const { body: late } = await mina.post("/me/codes", {});
  await env.DB.exec("update codes set expires_at = 1");
  expect((await new Client().post("/devices", { code: late.code })).body.problem.code).toBe("code-unknown");
  expect((await new Client().post("/devices", { code: "x".repeat(65) })).body.problem.code).toBe("code-unknown");
  expect((await new Client().post("/devices", {})).body.problem.code).toBe("input-invalid");
  expect((await new Client().post("/me/codes", {})).body.problem.code).toBe("signed-out");
  const { results } = await env.DB.prepare("select * from codes").all();
  expect(JSON.stringify(results)).not.toContain(late.code);
});

test("who has lost every device comes back by a code on paper: each good once, old ones no more", async () => {
  const mina = await dancer("Mina");
  expect((await mina.get("/me/account")).body.recoveryCodes).toBe(0);
  const { codes: old } = (await mina.post("/me/recovery", {})).body;
  const { codes } = (await mina.post("/me/recovery", {})).body;
  expect(new Set([...old, ...codes]).size).toBe(16);
  await mina.post("/me/codes", {});
  const found = new Client();
  expect((await found.post("/devices", { code: old[0] })).body.problem.code).toBe("code-unknown");
  expect((await found.post("/devices", { code: codes[3] })).body).toEqual({ id: mina.id, name: "Mina" });
  expect((await new Client().post("/devices", { code: codes[3] })).body.problem.code).toBe("code-unknown");
  expect((await found.get("/me/account")).body.recoveryCodes).toBe(7);
});

test("a device that was signed out is nobody's at once; nobody signs out another's", async () => {
  const [laptop, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const phone = await anotherDevice(laptop);
  const { devices } = (await laptop.get("/me/devices")).body;
  const other = devices.find((device: { here: boolean }) => !device.here).id;
  expect((await jihyo.drop(`/me/devices/${other}`)).body.problem.code).toBe("device-unknown");
  expect((await laptop.drop(`/me/devices/${other}`)).body).toEqual({ here: false });
  expect((await phone.get("/me")).body).toEqual({ dancer: null });
  expect((await laptop.drop("/me/devices/this")).body).toEqual({ here: true });
  expect(laptop.cookies.size).toBe(0);
  expect((await laptop.get("/me/devices")).body.problem.code).toBe("signed-out");
});

test("a device is called by what its browser says of itself", async () => {
  const agent =
    "Mozilla/5.0 (Linux; Android 16; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Mobile Safari/537.36";
  const mina = new Client();
  await mina.ask("POST", "/dancers", { name: "Mina" }, { "user-agent": agent });
  expect((await mina.get("/me/devices")).body.devices).toMatchObject([{ name: "Chrome, Android", here: true }]);
});

test("who hides stands on no board for everybody and in no bucket, sees their own rank, and comes back as they were", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  await jihyo.dance(version, { frames: danced(4, 8, 0.5) });
  const { body } = await mina.dance(version);
  const before = await board(version);
  for (let twice = 0; twice < 2; twice++)
    expect((await mina.ask("PUT", "/me/hidden", { hidden: true })).body).toEqual({ hidden: true });
  expect((await mina.get("/me/account")).body).toMatchObject({ hidden: true, dancer: { name: "Mina" } });
  expect(await board(version)).toMatchObject({ dancers: 1, standings: [{ rank: 1, dancer: { name: "Jihyo" } }] });
  expect((await board(version, mina)).me).toMatchObject({ rank: 1, mine: true });
  expect((await new Client().get(`/takes/${body.take.id}`)).status).toBe(404);
  await mina.dance(version, { frames: danced(4, 8) });
  expect((await board(version)).dancers).toBe(1);
  for (let twice = 0; twice < 2; twice++) await mina.ask("PUT", "/me/hidden", { hidden: false });
  const after = await board(version);
  expect(after.dancers).toBe(2);
  expect(after.standings.map((row: { dancer: object }) => row.dancer)).toEqual(
    before.standings.map((row: { dancer: object }) => row.dancer),
  );
  expect((await mina.ask("PUT", "/me/hidden", { hidden: "yes" })).body.problem.code).toBe("input-invalid");
});

test("everything of a dancer comes in one file: names, devices, sessions, takes with results, replays to the byte", async () => {
  const version = await publish();
  const mina = await dancer("Mina");
  await (await dancer("Jihyo")).dance(version);
  for (let i = 0; i < 3; i++) await mina.dance(version);
  await mina.open(version);
  await mina.post("/crews", { name: "Stage door" });
  const file = await mina.get("/me/export");
  expect(file.body.crews).toMatchObject([{ name: "Stage door", role: "lead" }]);
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(file.body).toMatchObject({ format: "eightcount-account-1", dancer: { name: "Mina", hidden: false } });
  expect(file.body.sessions.length).toBe(4);
  expect(file.body.takes.length).toBe(4);
  const closed = file.body.takes.filter((take: { judgedAt: number | null }) => take.judgedAt !== null);
  for (const { id, replay, results } of closed) {
    const bytes = Uint8Array.from(atob(replay), (letter) => letter.charCodeAt(0));
    const read = decodeReplay(bytes);
    expect(read.ok && read.value.takeId).toBe(id);
    expect(results[0].score).toBeGreaterThan(900_000);
  }
  expect(closed.length).toBe(3);
  expect(JSON.stringify(file.body)).not.toContain("Jihyo");
  expect((await new Client().get("/me/export")).body.problem.code).toBe("signed-out");
});

test("a deleted dancer leaves nothing: no row, no byte, no place on a board; the receipt says how much it was", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  await anotherDevice(mina);
  await mina.post("/me/codes", {});
  await mina.dance(version);
  await mina.dance(version);
  const kept = await jihyo.dance(version);
  expect((await mina.drop("/me", { name: "Jihyo" })).body.problem.code).toBe("name-differs");
  const { status, body } = await mina.drop("/me", { name: "Mina" });
  expect(status).toBe(200);
  expect(body.deleted).toEqual({
    takes: 2,
    sessions: 2,
    devices: 2,
    passkeys: 0,
    standings: 2,
    crews: 0,
    notes: 0,
    choreographies: 0,
  });
  expect((await mina.get("/me")).body).toEqual({ dancer: null });
  expect(await board(version)).toMatchObject({ dancers: 1, standings: [{ rank: 1, dancer: { name: "Jihyo" } }] });
  const keys = (await env.REPLAYS.list({ prefix: "replays/" })).objects.map(({ key }) => key.split("/")[1]);
  expect(keys).toEqual([kept.body.take.id]);
  expect([await count("dancers"), await count("takes"), await count("results"), await count("codes")]).toEqual([
    1, 1, 1, 0,
  ]);
  const { results } = await env.DB.prepare("select * from deletions").all();
  expect(results).toMatchObject([{ id: body.receipt, pending: null }]);
  expect(JSON.stringify(results)).not.toContain(mina.id);
});

test("a deletion that was broken off before the bytes went is finished by night", async () => {
  const version = await publish();
  const mina = await dancer();
  await mina.dance(version);
  const unfinished = await mina.open(version);
  await putReplay(env, unfinished, "5f".repeat(32), new Uint8Array(9));
  await deleteDancer(open(env), mina.id, "receipt", 1);
  expect((await env.REPLAYS.list({ prefix: "replays/" })).objects.length).toBe(2);
  await tidy(env);
  expect((await env.REPLAYS.list({ prefix: "replays/" })).objects.length).toBe(0);
  expect((await env.DB.prepare("select id, pending from deletions").all()).results).toEqual([
    { id: "receipt", pending: null },
  ]);
});
