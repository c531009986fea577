import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { LIMITS } from "../limits.ts";

const TOKEN = /^[0-9a-f]{64}$/;

const secure = (c: Context): boolean => new URL(c.req.url).protocol === "https:";
/** Browsers refuse the __Host- prefix without https, which a local server does not have. */
const nameFor = (c: Context, name = "eightcount"): string => (secure(c) ? `__Host-${name}` : name);
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/;

/** The token that the request carries, or null where it carries none or none of ours. */
export function readToken(c: Context): string | null {
  const token = getCookie(c, nameFor(c));
  return token && TOKEN.test(token) ? token : null;
}

export function writeToken(c: Context, token: string): void {
  keep(c, nameFor(c), token, LIMITS.cookieDays * 86_400);
}

/** The device forgets its token. */
export function dropToken(c: Context): void {
  deleteCookie(c, nameFor(c), { path: "/", secure: secure(c) });
}

/** Where the asker's last writing stands in the database, if it was a moment ago; null else. */
export function readBookmark(c: Context): string | null {
  const bookmark = getCookie(c, nameFor(c, "eightcount-at"));
  return bookmark && BOOKMARK.test(bookmark) ? bookmark : null;
}

/** A database without https is a local one, and has no replica that could lag behind. */
export function writeBookmark(c: Context, bookmark: string): void {
  if (secure(c)) keep(c, nameFor(c, "eightcount-at"), bookmark, LIMITS.bookmarkSeconds);
}

function keep(c: Context, name: string, value: string, maxAge: number): void {
  setCookie(c, name, value, { path: "/", httpOnly: true, sameSite: "Lax", secure: secure(c), maxAge });
}
