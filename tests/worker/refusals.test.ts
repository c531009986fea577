import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { REPLAY_LIMITS } from "#dance/replay/codec.ts";
import { PROBLEMS, type ProblemCode } from "../../worker/problem.ts";
import { type Answer, aMinuteLater, Client, count, dancer } from "./client.ts";
import { bytesOf, danced, publish } from "./dance.ts";

/** The answer is this problem and looks like every other. */
const refused = (answer: Answer, code: ProblemCode) =>
  expect({ status: answer.status, body: answer.body }).toEqual({
    status: PROBLEMS[code].status,
    body: { problem: { code, message: PROBLEMS[code].message } },
  });

const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

test("bad replays are refused by name, and neither they nor their number harm the take that comes after", async () => {
  const version = await publish();
  const other = await publish("other-steps");
  const mina = await dancer();
  const stored = await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const take = await mina.open(version);
  const good = bytesOf(take, version);
  const flipped = good.slice();
  flipped[200] = (flipped[200] as number) ^ 1;
  const later = good.slice();
  later[4] = 9;
  const frames = danced(4, 8);
  const bad: [ProblemCode, Uint8Array][] = [
    ["replay-unknown", new Uint8Array()],
    ["replay-unknown", noise(5000)],
    ["replay-cut", good.subarray(0, good.length - 1)],
    ["replay-cut", good.subarray(0, 100)],
    ["replay-damaged", flipped],
    ["replay-format", later],
    ["replay-other-choreography", bytesOf(take, other)],
    ["replay-other-choreography", bytesOf(take, "0".repeat(64))],
    ["replay-other-section", bytesOf(take, version, { section: 0 })],
    ["replay-other-settings", bytesOf(take, version, { mirror: true })],
    ["replay-other-settings", bytesOf(take, version, { rate: 0.5 })],
    ["replay-other-take", bytesOf(stored.body.take.id, version)],
    ["replay-empty", bytesOf(take, version, { frames: [] })],
    ["replay-times", bytesOf(take, version, { frames: frames.toReversed() })],
    ["replay-times", bytesOf(take, version, { frames: frames.map((frame) => ({ ...frame, time: 5 })) })],
    ["replay-outside", bytesOf(take, version, { frames: danced(0, 8) })],
    ["replay-outside", bytesOf(take, version, { frames: danced(4, 10) })],
    ["replay-too-large", noise(REPLAY_LIMITS.bytes + 1)],
  ];
  for (const [code, bytes] of bad) refused(await mina.put(take, bytes), code);
  refused(
    await mina.ask("PUT", `/takes/${take}/replay`, good, { "content-type": "application/json" }),
    "replay-media-type",
  );
  expect([await count("results"), await count("bests")]).toEqual([1, 2]);
  expect((await mina.get(`/takes/${stored.body.take.id}`)).body.result).toEqual(stored.body.result);
  expect(await mina.put(take, good)).toMatchObject({ status: 200, body: { best: true } });
});

test("a replay that calls itself small is stopped all the same", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  const bytes = noise(REPLAY_LIMITS.bytes + 10);
  refused(await mina.ask("PUT", `/takes/${take}/replay`, bytes, { "content-length": "" }), "replay-too-large");
});

test("another replay of a closed take is refused, and the first stands", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  const first = await mina.put(take, bytesOf(take, version, { frames: danced(4, 8, 0.5) }));
  refused(await mina.put(take, bytesOf(take, version)), "take-closed");
  refused(await mina.put(take, noise(300)), "take-closed");
  expect((await mina.get(`/takes/${take}`)).body.result).toEqual(first.body.result);
});

test("a take that expired is refused, unless it was closed before: then the first answer still stands", async () => {
  const version = await publish();
  const mina = await dancer();
  const [late, closed] = [await mina.open(version), await mina.open(version)];
  const bytes = bytesOf(closed, version);
  const first = await mina.put(closed, bytes);
  for (const take of [late, closed]) await aMinuteLater(take, 25 * 60);
  refused(await mina.put(late, bytesOf(late, version)), "take-expired");
  const again = await mina.put(closed, bytes);
  expect(again.body.result).toEqual(first.body.result);
});

test("nobody dances four seconds in no time", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  await env.DB.prepare("update takes set opened_at = ?1 where id = ?2").bind(Date.now(), take).run();
  refused(await mina.put(take, bytesOf(take, version)), "take-too-soon");
});

test("a take of another dancer, or of nobody, is unknown; without a name nobody delivers", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const take = await mina.open(version);
  refused(await jihyo.put(take, bytesOf(take, version)), "take-unknown");
  refused(await mina.put("nothing", bytesOf("nothing", version)), "take-unknown");
  refused(await new Client().put(take, bytesOf(take, version)), "signed-out");
});

test("a take is opened only for a session of one's own and a section that there is", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const { body: session } = await mina.post("/sessions", {});
  const terms = { session: session.id, version, section: 1, rate: 1, mirror: false };
  refused(await jihyo.post("/takes", terms), "session-unknown");
  refused(await mina.post("/takes", { ...terms, version: "0".repeat(64) }), "choreography-unknown");
  refused(await mina.post("/takes", { ...terms, version: "latest" }), "choreography-unknown");
  refused(await mina.post("/takes", { ...terms, section: 7 }), "section-unknown");
  refused(await mina.post("/takes", { ...terms, section: -2 }), "section-unknown");
  refused(await mina.post("/takes", { ...terms, rate: 9 }), "input-invalid");
  refused(await mina.post("/takes", { ...terms, mirror: "yes" }), "input-invalid");
  refused(await mina.post("/takes", null), "input-invalid");
  refused(await new Client().post("/takes", terms), "signed-out");
  refused(await new Client().post("/sessions", {}), "signed-out");
  expect((await mina.post("/takes", { ...terms, section: -1 })).status).toBe(201);
});
