import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { danceOf, type Habit } from "../gallery/dances.ts";
import { Door, type Listed } from "../gallery/people.ts";
import { DESKTOP, type House, newcomer, openBrowser, openHouse, PHONE } from "./house.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
/** Arms that hang, and the same dancer after practice. */
const BEFORE: Habit = { late: 0.03, wander: 0.05, lowArm: 50, from: 0, to: 9, shiver: 0.01, legless: 0, own: 31 };
const AFTER: Habit = { ...BEFORE, wander: 0.02, lowArm: 0, shiver: 0.006, own: 32 };

let house: House;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  browser = await openBrowser("/dev/null");
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Somebody with a name, at the door of the API. */
async function named(name: string): Promise<Door> {
  const door = new Door(house.url);
  await door.ask("/dancers", "POST", { name });
  return door;
}

async function pageOf(door: Door, options: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, house.url, options);
  await page.context().grantPermissions(["camera", "microphone"]);
  const [name = "", value = ""] = door.cookie.split("=");
  await page.context().addCookies([{ name, value, url: house.url }]);
  return page;
}

/** A take of the chorus danced a moment ago without network, delivered now. */
async function dance(door: Door, it: Listed, habit: Habit): Promise<string> {
  const read = decodeChoreography(
    new Uint8Array(await (await fetch(`${house.url}/api/choreographies/${it.version}/file`)).arrayBuffer()),
  );
  if (!read.ok) throw new Error(read.problem.message);
  const { id: session } = await door.ask<{ id: string }>("/sessions", "POST", {});
  const terms = { version: it.version, section: CHORUS, rate: 1, mirror: false };
  const late = { id: crypto.randomUUID(), dancedAt: Date.now() };
  await door.ask("/takes", "POST", { session, ...terms, late });
  const frames = danceOf(read.value, CHORUS, habit);
  await door.ask(`/takes/${late.id}/replay`, "PUT", encodeReplay({ ...terms, seated: false, takeId: late.id, frames }));
  return late.id;
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

/** Draws a line beside the dancer's right arm. */
async function draw(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Draw on the body" }).click();
  const box = await page.locator("canvas.pen").boundingBox();
  if (!box) throw new Error("no canvas");
  await page.mouse.move(box.x + box.width * 0.72, box.y + box.height * 0.3);
  await page.mouse.down();
  for (let i = 1; i <= 6; i++) await page.mouse.move(box.x + box.width * (0.72 + i * 0.02), box.y + box.height * 0.25);
  await page.mouse.up();
  await page.getByRole("button", { name: "Undo a line" }).waitFor();
}

test("shared, reviewed with a note on a limb, looped, answered with a better take: the assignment closes itself", async () => {
  const [yun, min] = [await named("Coach Yun"), await named("Min")];
  const { id: crew } = await yun.ask<{ id: string }>("/crews", "POST", { name: "Stage door" });
  const { token } = await yun.ask<{ token: string }>(`/crews/${crew}/invites`, "POST", { uses: 1, hours: 1 });
  await min.ask(`/invites/${token}`, "POST", {});
  const { choreographies } = (await (await fetch(`${house.url}/api/choreographies`)).json()) as {
    choreographies: Listed[];
  };
  const it = choreographies.find(({ slug }) => slug === SLUG) as Listed;
  const first = await dance(min, it, BEFORE);

  const coach = await pageOf(yun, DESKTOP);
  await coach.goto(`/crews/${crew}/assignments`);
  await coach.getByRole("button", { name: "Ask for a section" }).click();
  const form = coach.getByRole("dialog");
  await form.getByLabel("Routine").selectOption({ label: "Lantern Season" });
  await form.getByLabel("Section").selectOption({ label: "Chorus" });
  await form.getByLabel("Score to reach").fill("90");
  await form.getByRole("button", { name: "Ask for it" }).click();
  await coach
    .getByText("0 practised")
    .or(coach.getByRole("row", { name: /Min Open – 0/ }))
    .first()
    .waitFor();
  expect(await violations(coach)).toEqual([]);

  const dancer = await pageOf(min, PHONE);
  await dancer.goto(`/takes/${first}`);
  await dancer.getByRole("button", { name: "Show a coach" }).click();
  const sheet = dancer.getByRole("dialog");
  await sheet.getByLabel("Which coach").waitFor();
  expect(await violations(dancer)).toEqual([]);
  await sheet.getByRole("button", { name: "Share", exact: true }).click();
  await sheet.getByText("Sees this take now").waitFor();

  await coach.goto(`/crews/${crew}`);
  await coach.getByRole("link", { name: /^Min/ }).click();
  await coach.locator(".meas").waitFor();
  await coach.keyboard.press("?");
  await coach.getByRole("dialog").getByText("Loop this eight-count, or not").waitFor();
  await coach.keyboard.press("Escape");
  await coach.keyboard.press("]");
  await coach.keyboard.press("1");
  await coach.keyboard.press("Space");
  await coach.getByRole("button", { name: "Pause" }).waitFor();
  await coach.getByLabel("What you see").press("R");
  await coach.getByRole("button", { name: "Play" }).waitFor();
  await coach.getByLabel("What you see").fill("Reach from the shoulder blade. <script>alert(1)</script>");
  await coach.getByLabel("Limb", { exact: true }).selectOption({ label: "Right arm" });
  await draw(coach);
  await coach.getByRole("button", { name: "Voice" }).click();
  await coach.getByRole("button", { name: /^Stop/ }).filter({ hasText: "0:01" }).click();
  await coach.getByRole("button", { name: "Pin the note" }).click();
  await coach.getByRole("button", { name: "Mark as fixed" }).waitFor();
  expect(await coach.locator(".note-head .num").textContent()).toBe("4:1");
  expect(await violations(coach)).toEqual([]);
  await expect.poll(() => coach.url()).toMatch(/note=.*/);
  await coach.goto(coach.url());
  await coach.getByRole("button", { name: "Mark as fixed" }).waitFor();

  await dancer.goto("/");
  await dancer.getByRole("heading", { name: "New in your notes" }).waitFor();
  await dancer.getByRole("link", { name: "See it" }).click();
  const spot = dancer.getByRole("article", { name: "4:1 Right arm" });
  await spot.getByText("<script>alert(1)</script>").waitFor();
  const voice = await dancer.request.get((await spot.locator("audio").getAttribute("src")) as string);
  expect([voice.status(), voice.headers()["content-type"]]).toEqual([200, "audio/webm"]);
  expect(await violations(dancer)).toEqual([]);
  await spot.getByRole("button", { name: "See it" }).click();
  await dancer.locator(".replay h2", { hasText: "4:1" }).waitFor();
  await spot.getByRole("link", { name: "Loop it" }).click();
  await dancer.waitForURL(/\/dance\/lantern-season\/1\/stage\?.*loop=/);

  const better = await dance(min, it, AFTER);
  await dancer.goto(`/takes/${first}`);
  await spot.getByLabel("Attach a newer take").selectOption(better);
  await spot.getByLabel("Reply", { exact: true }).fill("Closer?");
  await spot.getByRole("button", { name: "Send" }).click();
  await spot.getByRole("link", { name: /^Take of/ }).waitFor();
  await dancer.goto("/");
  await dancer.locator(".due .due-state.met").waitFor();

  await coach.reload();
  await coach.getByRole("button", { name: "Show beside" }).click();
  await coach.locator(".who .other").waitFor();
  await coach.goto(`/crews/${crew}/assignments`);
  await coach.locator(".assignment .due-state.met").first().waitFor();
  await coach.goto(`/crews/${crew}/class`);
  await coach.getByRole("rowheader", { name: /Min/ }).waitFor();
  expect(await violations(coach)).toEqual([]);

  await dancer.goto("/account");
  await dancer.getByRole("button", { name: /^Stop sharing with Coach Yun/ }).click();
  await dancer.getByRole("heading", { name: "What coaches see" }).waitFor({ state: "detached" });
  await coach.goto(`/review/${first}`);
  await coach.getByRole("heading", { name: "This take is not shared with you" }).waitFor();
});
