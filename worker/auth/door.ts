import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { dancerOfToken } from "../db/dancers.ts";
import { deviceSeen } from "../db/devices.ts";
import { type Asker, type Env, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { readToken } from "./cookie.ts";
import { tokenHash } from "./token.ts";

/** Learns who asks; anybody may pass. */
export const whoever = createMiddleware<Env>(async (c, next) => {
  c.set("asker", await askerOf(c));
  await next();
});

/** Lets dancers pass and nobody else. */
export const dancersOnly = createMiddleware<SignedIn>(async (c, next) => {
  const asker = await askerOf(c);
  if (!asker) return problem(c, "signed-out");
  c.set("asker", asker);
  return next();
});

/**
 * Which deletion in the middle of the request a write failed by: of its own dancer, or of what it names; null where of
 * none. Only a route that names what others may delete says the latter: elsewhere, a row that lacks another is a bug.
 */
export async function deletedMeanwhile(error: unknown, c: Context<Env>) {
  const said = `${error} ${error instanceof Error ? error.cause : ""}`;
  if (!c.var.asker || !said.includes("FOREIGN KEY constraint failed")) return null;
  if (!(await askerOf(c))) return "signed-out" as const;
  if (!c.var.tells?.includes("gone-meanwhile")) return null;
  console.error(error); // it may be a bug there too
  return "gone-meanwhile" as const;
}

/** The dancer whose device asks, or null; a device is noted as seen once an hour. */
async function askerOf(c: Context<Env> | Context<SignedIn>): Promise<Asker | null> {
  const token = readToken(c);
  if (!token) return null;
  const { db } = c.var as Env["Variables"];
  const found = await dancerOfToken(db, await tokenHash(token));
  if (!found) return null;
  const { seenAt, ...asker } = found;
  const at = now();
  if (at - seenAt > LIMITS.deviceSeenMs) await deviceSeen(db, asker.id, asker.device, at);
  return asker;
}
