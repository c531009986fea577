import { createMiddleware } from "hono/factory";
import type { Bindings, Env } from "./env.ts";
import { problem } from "./problem.ts";

type Rate = "NEWCOMERS" | "WRITINGS" | "READINGS";
const READING = new Set(["GET", "HEAD", "OPTIONS"]);
/** Where somebody without a name may try things: names, codes, passkeys, invites, the operator's token. */
const DOORSTEP = /^\/api\/(dancers|devices(\/\w+)?|invites\/[^/]*|operator\/.*)$/;
const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;
/** After so many seconds it is worth trying again. */
const PERIOD_SECONDS = "60";

/** Bounds what one address may ask in a minute (wrangler.toml). Whoever asks over loopback runs the server themselves. */
export const rates = createMiddleware<Env>(async (c, next) => {
  const address = c.req.header("cf-connecting-ip");
  if (!address || LOOPBACK.test(address)) return next();
  const rate = rateOf(c.req.method, c.req.path);
  if (await within(c.env, rate, addressBlock(address))) return next();
  c.header("retry-after", PERIOD_SECONDS);
  return problem(c, "too-many");
});

const rateOf = (method: string, path: string): Rate =>
  DOORSTEP.test(path) ? "NEWCOMERS" : READING.has(method) ? "READINGS" : "WRITINGS";

const within = async (env: Bindings, rate: Rate, key: string): Promise<boolean> =>
  (await env[rate].limit({ key })).success;

/** One household has one IPv4 address, or 2^64 of IPv6 that share their first half. */
function addressBlock(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail?.split(":").filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(missing).fill("0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
