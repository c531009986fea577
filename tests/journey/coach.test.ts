import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Listed } from "../gallery/people.ts";
import { flaws } from "./axe.ts";
import { AFTER, BEFORE, dance, named, pageOf } from "./danced.ts";
import { atHome } from "./home.ts";
import { DESKTOP, PHONE } from "./house.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
const home = atHome(() => "/dev/null");

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
  const [yun, min] = [await named(home.url, "Coach Yun"), await named(home.url, "Min")];
  const { id: crew } = await yun.ask<{ id: string }>("/crews", "POST", { name: "Stage door" });
  const { token } = await yun.ask<{ token: string }>(`/crews/${crew}/invites`, "POST", { uses: 1, hours: 1 });
  await min.ask(`/invites/${token}`, "POST", {});
  const { choreographies } = (await (await fetch(`${home.url}/api/choreographies`)).json()) as {
    choreographies: Listed[];
  };
  const it = choreographies.find(({ slug }) => slug === SLUG) as Listed;
  const first = await dance(min, it, CHORUS, BEFORE);

  const coach = await pageOf(home.browser, yun, DESKTOP);
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
  expect(await flaws(coach)).toEqual([]);

  const dancer = await pageOf(home.browser, min, PHONE);
  await dancer.goto(`/takes/${first}`);
  await dancer.getByRole("button", { name: "Show a coach" }).click();
  const sheet = dancer.getByRole("dialog");
  await sheet.getByLabel("Which coach").waitFor();
  expect(await flaws(dancer)).toEqual([]);
  await sheet.getByRole("button", { name: "Share", exact: true }).click();
  await sheet.getByText("Sees this take now").waitFor();

  await coach.goto(`/crews/${crew}`);
  await coach.getByRole("link", { name: /^Min/ }).click();
  await coach.locator(".meas").waitFor();
  await coach.keyboard.press("?");
  const help = coach.getByRole("dialog");
  await help.getByText("Loop this eight-count, or not").waitFor();
  await coach.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
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
  await coach
    .getByRole("button", { name: /^Stop/ })
    .filter({ hasText: /0:0[1-9]/ })
    .click();
  await coach.getByRole("button", { name: "Pin the note" }).click();
  await coach.getByRole("button", { name: "Mark as fixed" }).waitFor();
  expect(await coach.locator(".note-head .num").textContent()).toBe("4:1");
  expect(await flaws(coach)).toEqual([]);
  await coach.getByRole("button", { name: /^All notes/ }).click();
  await coach.getByLabel("What you see").fill("Half a thought");
  await coach.locator(".note-list button").click();
  await coach.getByRole("button", { name: "Mark as fixed" }).waitFor();
  await coach.getByRole("button", { name: /^All notes/ }).click();
  await expect.poll(() => coach.getByLabel("What you see").inputValue()).toBe("Half a thought");
  await coach.locator(".note-list button").click();
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
  expect(await flaws(dancer)).toEqual([]);
  await spot.getByRole("button", { name: "See it" }).click();
  await dancer.locator(".replay h2", { hasText: "4:1" }).waitFor();
  await spot.getByRole("link", { name: "Loop it" }).click();
  await dancer.waitForURL(/\/dance\/lantern-season\/1\/stage\?.*loop=/);

  const better = await dance(min, it, CHORUS, AFTER);
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
  expect(await flaws(coach)).toEqual([]);

  await dancer.goto("/account");
  await dancer.getByRole("button", { name: /^Stop sharing with Coach Yun/ }).click();
  await dancer.getByRole("heading", { name: "What coaches see" }).waitFor({ state: "detached" });
  await coach.goto(`/review/${first}`);
  await coach.getByRole("heading", { name: "This take is not shared with you" }).waitFor();
});
