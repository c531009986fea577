import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { LIMITS } from "../limits.ts";

const TOKEN = /^[0-9a-f]{64}$/;

const secure = (c: Context): boolean => new URL(c.req.url).protocol === "https:";
/** Browsers refuse the __Host- prefix without https, which a local server does not have. */
const nameFor = (c: Context): string => (secure(c) ? "__Host-eightcount" : "eightcount");

/** The token that the request carries, or null where it carries none or none of ours. */
export function readToken(c: Context): string | null {
  const token = getCookie(c, nameFor(c));
  return token && TOKEN.test(token) ? token : null;
}

export function writeToken(c: Context, token: string): void {
  setCookie(c, nameFor(c), token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: secure(c),
    maxAge: LIMITS.cookieDays * 86_400,
  });
}
