// People of the journeys and takes of theirs, made at the door of the API.
import type { Browser, Page } from "playwright-core";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { danceOf, type Habit } from "../gallery/dances.ts";
import { Door, type Listed } from "../gallery/people.ts";
import { newcomer } from "./house.ts";

/** Arms that hang, and the same dancer after practice. */
export const BEFORE: Habit = {
  late: 0.03,
  wander: 0.05,
  lowArm: 50,
  from: 0,
  to: 9,
  shiver: 0.01,
  legless: 0,
  own: 31,
};
export const AFTER: Habit = { ...BEFORE, wander: 0.02, lowArm: 0, shiver: 0.006, own: 32 };

/** Somebody with a name, at the door of the API. */
export async function named(url: string, name: string): Promise<Door> {
  const door = new Door(url);
  await door.ask("/dancers", "POST", { name });
  return door;
}

/** A page of theirs. */
export async function pageOf(browser: Browser, door: Door, options: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, door.url, options);
  await page.context().grantPermissions(["camera", "microphone"]);
  const [name = "", value = ""] = door.cookie.split("=");
  await page.context().addCookies([{ name, value, url: door.url }]);
  return page;
}

/** A take of a section danced a moment ago without network, delivered now. */
export async function dance(door: Door, it: Listed, section: number, habit: Habit): Promise<string> {
  const file = await (await fetch(`${door.url}/api/choreographies/${it.version}/file`)).arrayBuffer();
  const read = decodeChoreography(new Uint8Array(file));
  if (!read.ok) throw new Error(read.problem.message);
  const { id: session } = await door.ask<{ id: string }>("/sessions", "POST", {});
  const terms = { version: it.version, section, rate: 1, mirror: false };
  const late = { id: crypto.randomUUID(), dancedAt: Date.now() };
  await door.ask("/takes", "POST", { session, ...terms, late });
  const frames = danceOf(read.value, section, habit);
  await door.ask(`/takes/${late.id}/replay`, "PUT", encodeReplay({ ...terms, seated: false, takeId: late.id, frames }));
  return late.id;
}
