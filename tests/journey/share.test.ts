import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { danceOf, type Habit } from "../gallery/dances.ts";
import { Door, type Listed, ME, PEOPLE } from "../gallery/people.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";

const SLUG = "lantern-season";
const CHORUS = 1;

interface Danced {
  readonly take: string;
  readonly cookie: string;
}

/** Takes of a chorus by whoever, danced at the same time; each is one of the routine with a habit. */
async function danceChorus(url: string, dancers: readonly (readonly [Door, Habit])[]): Promise<string[]> {
  const { choreographies } = (await (await fetch(`${url}/api/choreographies`)).json()) as { choreographies: Listed[] };
  const it = choreographies.find(({ slug }) => slug === SLUG) as Listed;
  const file = new Uint8Array(await (await fetch(`${url}/api/choreographies/${it.version}/file`)).arrayBuffer());
  const read = decodeChoreography(file);
  if (!read.ok) throw new Error(read.problem.message);
  const terms = { version: it.version, section: CHORUS, rate: 1, mirror: false, seated: false };
  const opened: string[] = [];
  for (const [door] of dancers) {
    const { id: session } = await door.ask<{ id: string }>("/sessions", "POST", {});
    opened.push((await door.ask<{ id: string }>("/takes", "POST", { ...terms, session })).id);
  }
  const { from, to } = it.sections[CHORUS] as { from: number; to: number };
  await new Promise((over) => setTimeout(over, ((to - from) * 60_000) / it.bpm));
  for (const [i, [door, habit]] of dancers.entries()) {
    const takeId = opened[i] as string;
    const frames = danceOf(read.value, CHORUS, habit);
    await door.ask(`/takes/${takeId}/replay`, "PUT", encodeReplay({ ...terms, takeId, frames }));
  }
  return opened;
}

const home = atHome(() => "/dev/null");
let mine: Danced;
beforeAll(async () => {
  const [me, sora] = [new Door(home.url), new Door(home.url)];
  await me.ask("/dancers", "POST", { name: "Min" });
  await sora.ask("/dancers", "POST", { name: "Sora" });
  const worse = { ...ME.habit, lowArm: 60, shiver: 0.02 };
  const [, take] = await danceChorus(home.url, [
    [me, worse],
    [me, ME.habit],
    [sora, PEOPLE[0]?.habit ?? ME.habit],
  ]);
  mine = { take: take as string, cookie: me.cookie };
});

/** A page of the dancer whose take it is. */
async function asMe(options: Parameters<typeof newcomer>[2] = DESKTOP): Promise<Page> {
  const page = await newcomer(home.browser, home.url, options);
  const [name, value] = mine.cookie.split("=") as [string, string];
  await page.context().addCookies([{ name, value, url: home.url }]);
  await page.goto(`/takes/${mine.take}`);
  await page.locator(".replay canvas").waitFor();
  return page;
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id} ${v.nodes[0]?.html}`);

/** What the canvas shows; differs whenever a pixel does. */
const picture = (page: Page) =>
  page.locator(".replay canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

describe("a take looked at again", () => {
  test("is scrubbed by keys and pointer: frames, counts, eight-counts, speed; a heat cell leads to its worst count", async () => {
    const page = await asMe();
    const slider = page.getByRole("slider", { name: "Position in the song" });
    const at = () => slider.inputValue().then(Number);
    const count = () => page.locator(".replay h2 .num").textContent();
    await slider.focus();
    await page.keyboard.press("Home");
    const [start, before] = [await at(), await picture(page)];
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect((await at()) - start).toBeGreaterThan(0.03);
    expect((await at()) - start).toBeLessThan(0.11);
    await expect.poll(() => picture(page)).not.toBe(before);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect((await at()) - start).toBeLessThan(0.02);
    const first = await count();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await count()).toBe(`${first?.split(":")[0]}:2`);
    expect(await slider.getAttribute("aria-valuetext")).toContain(`${first?.split(":")[0]}:2`);
    await page.keyboard.press("]");
    expect(await count()).toBe(`${Number(first?.split(":")[0]) + 1}:1`);
    await page.keyboard.press("1");
    expect(await page.getByRole("radio", { name: "0.25×" }).isChecked()).toBe(true);
    const from = await at();
    await page.keyboard.press(" ");
    await expect.poll(at).toBeGreaterThan(from);
    await page.keyboard.press(" ");
    const box = await slider.boundingBox();
    if (!box) throw new Error("the slider has no place");
    await page.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
    const quarter = await at();
    expect(quarter).toBeLessThan(from);
    await page.locator(".heat .worst").click();
    await page.locator(".said-row .chip", { hasText: "Right arm" }).waitFor();
    await page.locator(".said", { hasText: /Right arm \d+° (low|high|off)/ }).waitFor({ timeout: 30_000 });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("scrub");
  });

  test("is compared with my take before and with the first of the board: words, and a third skeleton", async () => {
    const page = await asMe();
    const select = page.getByLabel("Compare with");
    const choose = async (group: string) => {
      const option = page.locator(`.compare optgroup[label="${group}"] option`).first();
      await option.waitFor({ state: "attached" });
      await select.selectOption((await option.getAttribute("value")) as string);
    };
    const alone = await picture(page);
    await choose("My takes");
    const told = page.locator(".told-difference");
    await told.getByText(/^\+\d+\.\d since \d\d:\d\d\.$/).waitFor();
    expect(await told.textContent()).toMatch(/Right arm better in 3/);
    await choose("On the board");
    await told.getByText(/ behind Sora\.$/).waitFor();
    await page.locator(".who .other", { hasText: "Sora" }).waitFor();
    await expect.poll(() => picture(page)).not.toBe(alone);
    expect(await violations(page)).toEqual([]);
  });
});

describe("a take shown to others", () => {
  test("has a card, a page for whoever has the link with a preview for machines, and an end", async () => {
    const page = await asMe();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.locator(".card-view img").waitFor();
    expect(await violations(page)).toEqual([]);
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByText("Save picture").click()]);
    expect(saved.suggestedFilename()).toBe("eightcount-tall.png");
    await page.getByRole("button", { name: "Make the page" }).click();
    const link = await page.getByLabel("Link to the page").inputValue();

    const stranger = await newcomer(home.browser, home.url, { ...PHONE, locale: "ko-KR" });
    expect((await stranger.goto(link))?.status()).toBe(200);
    await stranger.getByText("춘 사람: Min").waitFor();
    await stranger.locator(".replay canvas").waitFor();
    expect(await stranger.locator(".score").textContent()).toMatch(/\d+\.\d\/100/);
    expect(await stranger.locator(".told").textContent()).toContain("확인됨");
    expect(await violations(stranger)).toEqual([]);
    const html = await (await fetch(link)).text();
    const card = /og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
    const png = new DataView(await (await fetch(card)).arrayBuffer());
    expect([png.getUint32(16), png.getUint32(20)]).toEqual([1200, 630]);
    expect(html).toContain("danced by Min");

    const account = await page.context().newPage();
    await account.goto("/account");
    await account.getByRole("heading", { name: "Pages of your takes" }).waitFor();
    await account.getByText("With your name, with the replay.").waitFor();
    expect(await violations(account)).toEqual([]);
    await account.close();

    await page.getByRole("button", { name: "End the page" }).click();
    await page.getByText("The old link shows nothing any more.").waitFor();
    expect([(await fetch(link)).status, (await fetch(card)).status]).toEqual([404, 404]);
    await stranger.goto(link);
    await stranger.getByRole("heading", { name: "끝난 페이지예요" }).waitFor();
    expect(await violations(stranger)).toEqual([]);
  });
});
