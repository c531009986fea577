import { createMiddleware } from "hono/factory";
import { spend } from "../db/quotas.ts";
import { now, type SignedIn } from "../env.ts";
import { DAY_MS, QUOTAS } from "../limits.ts";
import { problem } from "../problem.ts";

/** Lets a dancer make so many of a kind in a day. Stands behind dancersOnly. */
export const withinQuota = (kind: keyof typeof QUOTAS) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const day = Math.floor(now() / DAY_MS);
    if (!(await spend(c.var.db, c.var.asker.id, kind, day, QUOTAS[kind]))) return problem(c, "quota-reached");
    return next();
  });
