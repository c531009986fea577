import { createMiddleware } from "hono/factory";
import type { Env } from "../env.ts";
import { problem } from "../problem.ts";

const BEARER = /^Bearer (\S+)$/;
const digest = (text: string): Promise<ArrayBuffer> => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));

/** Lets whoever runs this server pass, by the secret OPERATOR_TOKEN; where none is set, nobody. Compared in constant time. */
export const operatorsOnly = createMiddleware<Env>(async (c, next) => {
  const secret = c.env.OPERATOR_TOKEN;
  const [, token] = BEARER.exec(c.req.header("authorization") ?? "") ?? [];
  if (!secret || token === undefined) return problem(c, "operator-only");
  // Digests are of one length, whatever was sent.
  const [ours, theirs] = await Promise.all([digest(secret), digest(token)]);
  if (!crypto.subtle.timingSafeEqual(ours, theirs)) return problem(c, "operator-only");
  return next();
});
