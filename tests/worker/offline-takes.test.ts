import * as v from "valibot";
import { expect, test } from "vitest";
import { closed } from "../../worker/schemas.ts";
import { aMinuteLater, type Client, count, dancer } from "./client.ts";
import { bytesOf, CHORUS, danced, publish } from "./dance.ts";

const HOUR_MS = 3_600_000;

/** Opens a take under the id of its device, after it was danced. */
async function openLate(
  who: Client,
  version: string,
  id: string = crypto.randomUUID(),
  dancedAt = Date.now() - HOUR_MS,
) {
  const { body: session } = await who.post("/sessions", {});
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
  return who.post("/takes", { ...terms, late: { id, dancedAt } });
}

test("a take danced without network is opened on return, judged at once and kept, with the hour of the dance", async () => {
  const version = await publish();
  const mina = await dancer();
  const dancedAt = Date.now() - 5 * HOUR_MS;
  const { status, body } = await openLate(mina, version, undefined, dancedAt);
  expect(status).toBe(201);
  const put = await mina.put(body.id, bytesOf(body.id, version));
  expect(put).toMatchObject({ status: 200, body: { best: false, standing: null, take: { id: body.id, dancedAt } } });
  expect(put.body.result.score).toBeGreaterThan(900_000);
  expect(v.safeParse(closed, put.body).issues).toBeUndefined();
  const { body: history } = await mina.get(`/takes?version=${version}&section=${CHORUS.section}`);
  expect(history.takes).toMatchObject([{ id: body.id, dancedAt }]);
});

test("a take danced without network never enters the board, however good", async () => {
  const version = await publish();
  const mina = await dancer();
  const lazy = await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const late = await openLate(mina, version);
  const { body } = await mina.put(late.body.id, bytesOf(late.body.id, version));
  expect(body.take.score).toBeGreaterThan(lazy.body.take.score);
  const board = await mina.get(`/choreographies/${version}/sections/${CHORUS.section}/leaderboard`);
  expect(board.body.standings).toMatchObject([{ takeId: lazy.body.take.id, score: lazy.body.take.score }]);
  expect(await count("bests")).toBe(2);
});

test("a take opened in time is still refused when it comes sooner than its music allows", async () => {
  const version = await publish();
  const mina = await dancer();
  const { body: session } = await mina.post("/sessions", {});
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
  const { body } = await mina.post("/takes", terms);
  expect(await mina.put(body.id, bytesOf(body.id, version))).toMatchObject({
    status: 425,
    body: { problem: { code: "take-too-soon" } },
  });
});

test("opened and delivered again by a tab that was closed in the middle, there is one take and one answer", async () => {
  const version = await publish();
  const mina = await dancer();
  const id = crypto.randomUUID();
  const answers = [];
  for (let visit = 0; visit < 3; visit++) {
    expect((await openLate(mina, version, id)).status).toBe(201);
    answers.push(await mina.put(id, bytesOf(id, version)));
  }
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect([await count("takes"), await count("results")]).toEqual([1, 1]);
});

test("the id of another dancer's take opens nothing and changes nothing", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const take = await mina.open(version);
  await aMinuteLater(take, 3 * 24 * 60);
  expect(await openLate(jihyo, version, take)).toMatchObject({
    status: 404,
    body: { problem: { code: "take-unknown" } },
  });
  expect((await mina.get(`/takes/${take}`)).body.take.dancedAt).toBeNull();
});

test("a take opened in time but delivered days later is opened anew as a late one, so that it is not lost", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  await aMinuteLater(take, 3 * 24 * 60);
  const bytes = bytesOf(take, version);
  expect(await mina.put(take, bytes)).toMatchObject({ status: 410, body: { problem: { code: "take-expired" } } });
  expect((await openLate(mina, version, take)).status).toBe(201);
  expect(await mina.put(take, bytes)).toMatchObject({ status: 200, body: { best: false, standing: null } });
});

test("a take still open in time stays what it is: asking for it as a late one does not cost its place", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  await openLate(mina, version, take);
  expect(await mina.put(take, bytesOf(take, version))).toMatchObject({ status: 200, body: { best: true } });
});

test("a device whose clock runs ahead does not date a dance into the future", async () => {
  const version = await publish();
  const mina = await dancer();
  const { body } = await openLate(mina, version, undefined, Date.now() + 48 * HOUR_MS);
  const { take } = (await mina.get(`/takes/${body.id}`)).body;
  expect(take.dancedAt).toBeLessThanOrEqual(take.openedAt);
});

test.each([
  ["no id of a device", { id: "mine", dancedAt: 1 }],
  ["no moment", { id: crypto.randomUUID() }],
  ["a moment before all clocks", { id: crypto.randomUUID(), dancedAt: -1 }],
])("a late take with %s is refused", async (_, late) => {
  const version = await publish();
  const mina = await dancer();
  const { body: session } = await mina.post("/sessions", {});
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false, late };
  expect(await mina.post("/takes", terms)).toMatchObject({ status: 400, body: { problem: { code: "input-invalid" } } });
});
