import { mkdtempSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeReplay } from "#dance/replay/codec.ts";
import { builtIn } from "../fixtures/dancer.ts";
import { danceOf, type Habit } from "../gallery/dances.ts";
import { type House, openHouse } from "./house.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
const STATE = mkdtempSync(join(tmpdir(), "eightcount-killed-"));

/**
 * When the lights go out: after a share of the body is sent, or after a share of the time that a whole delivery takes
 * on this machine; 1.5 is after its answer.
 */
const MOMENTS = [{ sent: 0.5 }, { passed: 0 }, { passed: 0.25 }, { passed: 0.5 }, { passed: 0.8 }, { passed: 1.5 }];

let house: House;
let cookie = "";
beforeAll(async () => {
  house = await openHouse(STATE);
});
afterAll(async () => {
  await house?.close();
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever shape came back
async function ask(path: string, method = "GET", body?: unknown): Promise<any> {
  const headers = { "content-type": "application/json", ...(cookie && { cookie }) };
  const answer = await fetch(`${house.url}/api${path}`, { method, headers, body: JSON.stringify(body) });
  const [set] = answer.headers.getSetCookie();
  if (set) cookie = set.split(";")[0] ?? "";
  return answer.json();
}

/** Begins a delivery; `sent` of its bytes go out at once, all of them where it is 1. Resolves to its status, 0 where it was cut. */
function deliver(take: string, bytes: Uint8Array, sent = 1): Promise<number> {
  return new Promise((done) => {
    const headers = { "content-type": "application/vnd.eightcount.replay", "content-length": bytes.length, cookie };
    const put = request(`${house.url}/api/takes/${take}/replay`, { method: "PUT", headers, agent: false });
    put.once("response", (answer) => answer.resume().once("close", () => done(answer.statusCode ?? 0)));
    put.once("error", () => done(0));
    if (sent === 1) put.end(bytes);
    else put.write(bytes.subarray(0, Math.floor(bytes.length * sent)));
  });
}

/** Somebody's dance of the chorus; no two are alike, so that the later are better. */
function dance(version: string, takeId: string, late: number): Uint8Array {
  const habit: Habit = { late, wander: 0.03, lowArm: 0, from: 0, to: 0, shiver: 0.008, legless: 0, own: 0 };
  const terms = { version, section: CHORUS, rate: 1, mirror: false, seated: false, takeId };
  return encodeReplay({ ...terms, frames: danceOf(builtIn(SLUG), CHORUS, habit) });
}

const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));

test("a Worker killed in the middle of a delivery loses nothing and counts nothing twice, whenever that is", async () => {
  const { choreographies } = await ask("/choreographies");
  const { version, sections, bpm } = choreographies.find((c: { slug: string }) => c.slug === SLUG);
  await ask("/dancers", "POST", { name: "Mina" });
  const { id: session } = await ask("/sessions", "POST", {});
  const open = async () =>
    (await ask("/takes", "POST", { session, version, section: CHORUS, rate: 1, mirror: false })).id as string;
  const takes = [await open(), ...(await Promise.all(MOMENTS.map(open)))];
  const replays = takes.map((take, i) => dance(version, take, 0.12 - i * 0.015));
  const { from, to } = sections[CHORUS];
  await wait(((to - from) * 60_000) / bpm);

  const [first = "", ...others] = takes;
  const before = performance.now();
  expect(await deliver(first, replays[0] as Uint8Array)).toBe(200);
  const usual = performance.now() - before; // of a server that has just begun, as it is after each kill

  const cut: number[] = [];
  for (const [i, take] of others.entries()) {
    const { sent = 1, passed = 0 } = MOMENTS[i] ?? {};
    const bytes = replays[i + 1] as Uint8Array;
    const status = deliver(take, bytes, sent);
    await wait(sent < 1 ? 100 : passed * usual);
    await house.kill();
    cut.push(await status);
    house = await openHouse(STATE);
    expect(await deliver(take, bytes)).toBe(200);
  }
  expect(cut.filter((status) => status === 0).length).toBeGreaterThan(1); // the lights did go out

  const { takes: kept } = await ask("/me/export");
  expect(kept.map(({ id }: { id: string }) => id).sort()).toEqual([...takes].sort());
  for (const { id, results, replay } of kept) {
    expect(results.length).toBe(1);
    expect(Buffer.from(replay, "base64").equals(replays[takes.indexOf(id)] as Uint8Array)).toBe(true);
  }
  const best = [...kept].sort((a, b) => b.score - a.score)[0];
  const board = await ask(`/choreographies/${version}/sections/${CHORUS}/leaderboard`);
  expect(board).toMatchObject({ dancers: 1, standings: [{ rank: 1, mine: true, score: best.score }] });
  expect(board.standings.length).toBe(1);
});
