import { createMiddleware } from "hono/factory";
import { dancerOfToken } from "../db/dancers.ts";
import type { Env, SignedIn } from "../env.ts";
import { problem } from "../problem.ts";
import { readToken } from "./cookie.ts";
import { tokenHash } from "./token.ts";

/** Learns who asks; anybody may pass. */
export const whoever = createMiddleware<Env>(async (c, next) => {
  const token = readToken(c);
  c.set("asker", token ? await dancerOfToken(c.var.db, await tokenHash(token)) : null);
  await next();
});

/** Lets dancers pass and nobody else. */
export const dancersOnly = createMiddleware<SignedIn>(async (c, next) => {
  const token = readToken(c);
  const asker = token ? await dancerOfToken(c.var.db, await tokenHash(token)) : null;
  if (!asker) return problem(c, "signed-out");
  c.set("asker", asker);
  return next();
});
