import type { NewDevice } from "../db/devices.ts";
import { newId } from "../env.ts";
import { newToken, tokenHash } from "./token.ts";

/** Browsers and systems by what they say of themselves; the first that fits. */
const BROWSERS = [
  ["Edg", "Edge"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["CrOS", "ChromeOS"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

/** A name by which a dancer knows a device again, "Chrome, Android"; made of the User-Agent and nothing finer. */
export function deviceName(agent: string | undefined): string {
  const first = (list: readonly (readonly [string, string])[]) => list.find(([sign]) => agent?.includes(sign))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(", ");
}

/** A device that is about to be signed in, and the token by which it will be known. */
export async function newDevice(agent: string | undefined): Promise<{ token: string; device: NewDevice }> {
  const token = newToken();
  return { token, device: { id: newId(), name: deviceName(agent), tokenHash: await tokenHash(token) } };
}
