import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { QUOTAS } from "../../worker/limits.ts";
import { tidy } from "../../worker/tidy.ts";
import { aMinuteLater, Client, count, dancer } from "./client.ts";
import { bytesOf, CHORUS, publish, publishOne } from "./dance.ts";
import { allWrong, endless } from "./endless.ts";

/** Rates are counted from minute to minute: no test begins at the end of one. */
async function earlyInTheMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 30_000) await new Promise((wake) => setTimeout(wake, left + 50));
}

/** Asks as many times at once from an address; gives how often each status came. */
async function flood(address: string | null, times: number, method: string, path: string, body?: string) {
  const headers = { "content-type": "application/json", ...(address && { "cf-connecting-ip": address }) };
  const init = { method, headers, ...(body && { body }) };
  const told: Record<number, number> = {};
  for (let i = 0; i < times; i++) {
    const answer = await exports.default.fetch(`http://localhost:8787/api${path}`, init);
    told[answer.status] = (told[answer.status] ?? 0) + 1;
    if (answer.status === 429) expect(answer.headers.get("retry-after")).toBe("60");
    await answer.arrayBuffer();
  }
  return told;
}

test("one address makes thirty dancers a minute, not more; another is not held up by it", async () => {
  await earlyInTheMinute();
  const name = JSON.stringify({ name: "Mina" });
  expect(await flood("203.0.113.7", 40, "POST", "/dancers", name)).toEqual({ 201: 30, 429: 10 });
  expect(await flood("203.0.113.8", 1, "POST", "/dancers", name)).toEqual({ 201: 1 });
  expect(await count("dancers")).toBe(31);
});

test("codes and invites are not found by trying: one household, whatever its address, has thirty tries a minute", async () => {
  await earlyInTheMinute();
  const guess = JSON.stringify({ code: "GUESS" });
  expect(await flood("2001:db8:0:1::1", 20, "POST", "/devices", guess)).toEqual({ 404: 20 });
  expect(await flood("2001:0db8::1:ffff:0:0:2", 20, "GET", `/invites/${"0".repeat(64)}`)).toEqual({ 404: 10, 429: 10 });
  expect(await flood("2001:db8:0:2::1", 1, "POST", "/devices", guess)).toEqual({ 404: 1 });
  expect(await flood("2001:db8:0:3::1", 40, "POST", "/devices/challenge", "{}")).toEqual({ 201: 30, 429: 10 });
  expect(await flood("2001:db8:0:3::1", 5, "POST", "/devices/passkey", "{}")).toEqual({ 429: 5 });
});

test("readings and writings are bounded apart, and a server on one's own machine is not", async () => {
  await earlyInTheMinute();
  expect(await flood("203.0.113.9", 320, "POST", "/sessions", "{}")).toEqual({ 401: 300, 429: 20 });
  expect(await flood("203.0.113.9", 5, "GET", "/me")).toEqual({ 200: 5 });
  for (const near of ["127.0.0.1", "::1", null])
    expect(await flood(near, 40, "POST", "/devices", "{}")).toEqual({ 400: 40 });
});

test("a dancer opens so many takes in a day, and more on the next; the days before are forgotten", async () => {
  const version = await publish();
  const mina = await dancer();
  await mina.open(version);
  await env.DB.exec(`update quotas set used = ${QUOTAS.takes} where kind = 'takes'`);
  const { body: session } = await mina.post("/sessions", {});
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
  expect(await mina.post("/takes", terms)).toMatchObject({ status: 429, body: { problem: { code: "quota-reached" } } });
  await env.DB.exec("update quotas set day = day - 1");
  expect((await mina.post("/takes", terms)).status).toBe(201);
  await env.DB.exec("update quotas set day = day - 5 where used > 1");
  await tidy(env);
  expect(await env.DB.prepare("select count(*) as n from quotas where used > 1").first()).toEqual({ n: 0 });
  await mina.dance(version);
});

test("a hundred openings at once never pass the quota", async () => {
  const version = await publish();
  const mina = await dancer();
  const { body: session } = await mina.post("/sessions", {});
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
  await mina.post("/takes", terms);
  await env.DB.exec(`update quotas set used = ${QUOTAS.takes - 10} where kind = 'takes'`);
  const answers = await Promise.all(Array.from({ length: 40 }, () => mina.post("/takes", terms)));
  expect(answers.filter(({ status }) => status === 201).length).toBe(10);
});

test("a body larger than its address takes is refused before it is read, on every address that takes one", async () => {
  const mina = await dancer();
  const large = "x".repeat(20_000);
  const doors: [string, string][] = [
    ["POST", "/dancers"],
    ["POST", "/devices"],
    ["POST", "/devices/passkey"],
    ["POST", "/me/passkeys"],
    ["PATCH", "/me"],
    ["PUT", "/me/hidden"],
    ["DELETE", "/me"],
    ["POST", "/sessions"],
    ["POST", "/takes"],
    ["POST", "/crews"],
    ["POST", `/invites/${"0".repeat(64)}`],
  ];
  for (const who of [mina, new Client()])
    for (const [method, path] of doors)
      expect((await who.ask(method, path, { name: large })).body.problem.code).toBe("too-large");
});

test("a result that would not fit into a row of the database is refused with a reason, and leaves nothing", async () => {
  const long = endless();
  const version = await publishOne(long);
  const mina = await dancer();
  const { body: session } = await mina.post("/sessions", {});
  const terms = { session: session.id, version, section: 0, rate: 1, mirror: false };
  const take = (await mina.post("/takes", terms)).body.id;
  await aMinuteLater(take, 20);
  const frames = allWrong(long);
  const answer = await mina.put(take, bytesOf(take, version, { section: 0, frames }));
  expect([answer.status, answer.body.problem?.code]).toEqual([422, "result-too-large"]);
  expect([await count("results"), (await env.REPLAYS.list({ prefix: "replays/" })).objects.length]).toEqual([0, 0]);
});
