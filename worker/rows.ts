import { createMiddleware } from "hono/factory";
import { readBookmark, writeBookmark } from "./auth/cookie.ts";
import { open } from "./db/open.ts";
import type { Env } from "./env.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Opens the database for a request. Whoever writes is given a bookmark, so that a replica which lags behind never shows
 * them less than what they wrote; all others read from the nearest.
 */
export const rows = createMiddleware<Env>(async (c, next) => {
  const writing = !READING.has(c.req.method);
  const session = c.env.DB.withSession(readBookmark(c) ?? (writing ? "first-primary" : "first-unconstrained"));
  c.set("db", open({ DB: session }));
  await next();
  const bookmark = session.getBookmark();
  if (writing && bookmark) writeBookmark(c, bookmark);
});
