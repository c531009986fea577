// What the tests of challenges do again and again.
import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { Client } from "./client.ts";
import { challenge } from "./crew.ts";
import { bytesOf, CHORUS, danced } from "./dance.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const frames = (swing: number) => ({ frames: danced(CHORUS.from, CHORUS.to, swing) });
/** Moves a challenge's start or end by so many milliseconds, which is what waiting would do. */
export const wait = async (id: string, ms: number) => {
  await env.DB.prepare("update crew_challenges set starts_at = starts_at - ?1, due_at = due_at - ?1 where id = ?2")
    .bind(ms, id)
    .run();
};
/** A challenge that began two minutes ago, so that takes opened a minute ago count. */
export async function begun(
  who: Client,
  crew: string,
  version: string,
  change: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await challenge(who, crew, version, change);
  expect(status, JSON.stringify(body)).toBe(201);
  await wait(body.id, 120_000);
  return body.id;
}
/** Rank, dancer and take of each row of a challenge, as somebody sees it. */
export const standings = async (who: Client, id: string) =>
  (await who.get(`/challenges/${id}`)).body.standings.map(
    (row: { rank: number; dancer: { id: string }; takeId: string }) => [row.rank, row.dancer.id, row.takeId],
  );

/** A take danced without network so long ago, delivered now. */
export async function late(who: Client, version: string, agoMs: number): Promise<string> {
  const { body: session } = await who.post("/sessions", {});
  const id = crypto.randomUUID();
  const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
  await who.post("/takes", { ...terms, late: { id, dancedAt: Date.now() - agoMs } });
  expect((await who.put(id, bytesOf(id, version))).status).toBe(200);
  return id;
}
