import { env } from "cloudflare:workers";
import type { Client } from "./client.ts";
import { type Crew, crewOfThree } from "./crew.ts";
import { bytesOf, publish } from "./dance.ts";

const DAY_MS = 86_400_000;

/** A crew, a routine, and a judged take of the member's that nobody else may see yet. */
export interface Desk extends Crew {
  readonly version: string;
  readonly take: string;
}

/** A judged take at three quarters of the speed: it stands on no board, where others would see it. */
export async function quietTake(who: Client, version: string, change: Parameters<typeof bytesOf>[2] = {}) {
  const take = await who.open(version, { rate: 0.75 });
  const { status, body } = await who.put(take, bytesOf(take, version, { rate: 0.75, ...change }));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return take;
}

export async function desk(): Promise<Desk> {
  const version = await publish();
  const crew = await crewOfThree();
  // They have been together for an hour: takes of the tests are turned back a minute.
  await env.DB.prepare("update members set joined_at = joined_at - 3600000").run();
  return { ...crew, version, take: await quietTake(crew.member, version) };
}

/** Lets the coach (or another) see all practice, or as said, for a week. */
export const share = (of: Desk, change: Record<string, unknown> = {}) =>
  of.member.post("/me/grants", {
    crew: of.id,
    coach: of.coach.id,
    scope: "practice",
    until: Date.now() + 7 * DAY_MS,
    ...change,
  });

/** A note on the third count of the chorus, or as said. */
export const note = (who: Client, take: string, change: Record<string, unknown> = {}) =>
  who.post(`/takes/${take}/notes`, { from: 10, to: 12, time: 5.1, limb: "left_arm", text: "Reach higher", ...change });
