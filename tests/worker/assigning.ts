// A coach of the tests who asks for the chorus, and a dancer who dances it.
import { env } from "cloudflare:workers";
import type { Client } from "./client.ts";
import { bytesOf, CHORUS, danced } from "./dance.ts";
import { type Desk, desk } from "./desk.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const assign = (who: Client, at: Desk, change: Record<string, unknown> = {}) =>
  who.post(`/crews/${at.id}/assignments`, {
    ...{ dancer: null, version: at.version, section: CHORUS.section, rate: 1, target: 600_000 },
    ...{ text: "Bigger arms", dueAt: Date.now() + 2 * DAY_MS, ...change },
  });

/** Turns an assignment's times back, which is what waiting would do. */
export const wait = (ms: number) =>
  env.DB.prepare("update assignments set made_at = made_at - ?1, due_at = due_at - ?1").bind(ms).run();

/** A coach's desk with an assignment made an hour ago. */
export async function asked(change: Record<string, unknown> = {}): Promise<Desk & { readonly assignment: string }> {
  const at = await desk();
  const { status, body } = await assign(at.coach, at, change);
  if (status !== 201) throw new Error(JSON.stringify(body));
  await wait(HOUR_MS / 2);
  return { ...at, assignment: body.id };
}

export const due = async (who: Client) => (await who.get("/me/assignments")).body.assignments;
export const stands = async (who: Client, at: Desk) => (await who.get(`/crews/${at.id}/assignments`)).body.assignments;

/** A take of the chorus, opened a minute ago, and its replay. */
export async function opened(who: Client, at: Desk, swing = 1, change: Record<string, unknown> = {}) {
  const take = await who.open(at.version, change);
  const frames = danced(CHORUS.from, CHORUS.to, swing);
  return [take, bytesOf(take, at.version, { ...change, frames })] as [string, Uint8Array];
}
