import type { Context, Hono } from "hono";
import type { Env } from "./env.ts";
import { problem } from "./problem.ts";

/** What an address answers that no route has: that it knows other methods, or that nothing is there. */
export function elsewhere(app: Hono<Env>) {
  let known: readonly (readonly [method: string, path: RegExp])[] | null = null;
  return (c: Context<Env>) => {
    known ??= app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => [method, new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`)]);
    const methods = new Set(known.filter(([, path]) => path.test(c.req.path)).map(([method]) => method));
    if (methods.size === 0) return problem(c, "not-found");
    if (methods.has("GET")) methods.add("HEAD");
    c.header("allow", [...methods].sort().join(", "));
    return problem(c, "method-unknown");
  };
}
