// Every page as axe sees it, in both languages, sizes and grounds; and every path by the keyboard alone.
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { cameraFile } from "../fixtures/dancer.ts";
import { danceWeeks } from "../gallery/history.ts";
import { danceAll, type Listed } from "../gallery/people.ts";
import { flaws, flawsOnBoth, tabTo } from "./axe.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";
import { PLACES, type Place, READY, SLUG, STAGE } from "./places.ts";

const SIZES = { desktop: DESKTOP, phone: PHONE } as const;
const LOCALES = ["en-US", "ko-KR"] as const;
const LOOKS = LOCALES.flatMap((locale) => (["desktop", "phone"] as const).map((size) => [locale, size] as const));

const home = atHome(() => cameraFile({ slug: SLUG, section: 1, dances: "still" }));
/** Who has danced, and what stands for the words in capitals in the addresses above. */
let me: { readonly cookie: string; readonly ids: Readonly<Record<string, string>> };
beforeAll(async () => {
  const { choreographies } = (await (await fetch(`${home.url}/api/choreographies`)).json()) as {
    choreographies: Listed[];
  };
  const routine = choreographies.find(({ slug }) => slug === SLUG);
  if (!routine) throw new Error(`there is no ${SLUG}`);
  const { takeId, challengeId, door } = await danceAll(home.url, routine, -1);
  await danceWeeks(door, routine);
  const [crew] = (await door.ask<{ crews: { id: string }[] }>("/crews")).crews;
  const path = `/crews/${crew?.id}/invites`;
  const { token } = await door.ask<{ token: string }>(path, "POST", { uses: 1, hours: 1 });
  const ids = { TAKE: takeId, CHALLENGE: challengeId, CREW: String(crew?.id), INVITE: token };
  me = { cookie: door.cookie, ids };
});

/** A page of a newcomer, or of the one who has danced; nothing moves in it, so that no colour is between two. */
async function visitor(options: BrowserContextOptions, mine = false): Promise<Page> {
  const page = await newcomer(home.browser, home.url, { ...options, reducedMotion: "reduce" });
  const [name, value] = me.cookie.split("=") as [string, string];
  if (mine) await page.context().addCookies([{ name, value, url: home.url }]);
  return page;
}

async function visit(page: Page, { path, shows, act }: Place): Promise<void> {
  await page.goto(path.replace(/[A-Z]{4,}/, (word) => me.ids[word] ?? word));
  await page.locator(shows).first().waitFor({ timeout: 90_000 });
  await expect.poll(() => page.locator("h1").count()).toBeGreaterThan(0);
  await act?.(page);
}

describe("axe finds nothing", () => {
  test.each(LOOKS)("on any page, %s, %s, dark and light", async (locale, size) => {
    const lookAt = async (mine: boolean) => {
      const page = await visitor({ ...SIZES[size], locale }, mine);
      const found: string[] = [];
      for (const place of PLACES.filter((it) => (it.mine ?? false) === mine)) {
        await visit(page, place);
        found.push(...(await flawsOnBoth(page, place.path)));
      }
      return found;
    };
    expect((await Promise.all([lookAt(false), lookAt(true)])).flat()).toEqual([]);
  });

  test.each(LOOKS)(
    "on the stage: ready, paused, none; asked for the camera and refused it, %s, %s",
    async (locale, size) => {
      const page = await visitor({ ...SIZES[size], locale });
      for (const place of STAGE) {
        await visit(page, place);
        expect(await flaws(page), place.path).toEqual([]);
      }
      await page.context().clearPermissions();
      await page.addInitScript(() => {
        const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
        Object.defineProperty(navigator.mediaDevices, "getUserMedia", { value: refuse });
      });
      await page.goto(`/dance/${SLUG}/0/stage`);
      await page.locator(".stage h1, .stage h2").first().waitFor();
      expect(await flaws(page), "camera asked or refused").toEqual([]);
    },
  );
});

describe("by the keyboard alone", () => {
  test("from the library past the frame to a routine, a section, a span, and onto the stage; there start, pause, give up", async () => {
    const page = await visitor(DESKTOP);
    await page.goto("/");
    await page.locator(".card").first().waitFor();
    await tabTo(page, ".skip", 1);
    await page.keyboard.press("Enter");
    await tabTo(page, `.card[href="/dance/${SLUG}"]`, 12);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/dance/${SLUG}`);
    await page.locator(".sec").first().waitFor();
    await tabTo(page, ".sec input[type=radio]");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(".sec").nth(1).locator("input").isChecked()).toBe(true);
    await tabTo(page, ".cell8");
    await page.keyboard.press("Enter");
    await tabTo(page, ".cho-start .btn");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/stage\?.*loop=/);
    await page.locator(`${READY} .btn.go`).waitFor({ timeout: 90_000 });
    await page.keyboard.press("Space");
    await page.locator(READY).waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await page.locator("[role=alertdialog]").waitFor();
    await tabTo(page, "[role=alertdialog] button");
    await page.keyboard.press("Escape");
    await page.waitForURL(`**/dance/${SLUG}`);
  });

  test("through progress: a goal, a section opened, its table, a spot to loop; a board's tabs; the name", async () => {
    const page = await visitor(DESKTOP, true);
    await page.goto("/progress");
    await page.locator(".pg-line canvas").first().waitFor();
    await tabTo(page, ".goal input[type=radio]");
    await page.keyboard.press("ArrowRight");
    await page.getByText("of 4").first().waitFor();
    await tabTo(page, ".pg-sec button");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".pg-open:not([hidden])").count()).toBe(0);
    await page.keyboard.press("Enter");
    await tabTo(page, ".pg-line summary");
    await page.keyboard.press("Enter");
    await page.locator(".pg-line table").waitFor();
    await tabTo(page, ".weak-spots .btn");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/stage\?.*loop=/);
    await page.goto(`/boards/${SLUG}/0`);
    await page.locator("[role=tab]").first().waitFor();
    await tabTo(page, "[role=tab][aria-selected=true]");
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(`**/boards/${SLUG}/1*`);
  });
});

test("a page that is not there says so in its tab too, marks no place of the frame, and gone files are not found", async () => {
  const page = await visitor(DESKTOP);
  for (const [path, title] of [
    ["/nowhere", "There is no such page"],
    ["/dance/nowhere", "This routine is not here"],
    [`/boards/${SLUG}/99`, "This routine has no such section"],
    [`/dance/${SLUG}/99/stage`, "This routine has no such section"],
  ] as const) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await expect.poll(() => page.title()).toBe(`${title} · Eightcount`);
  }
  await page.goto("/nowhere");
  await page.locator(".state").waitFor();
  expect(await page.locator("nav [aria-current]").count()).toBe(0);
  expect((await fetch(`${home.url}/assets/gone-12345678.js`)).status).toBe(404);
  expect((await fetch(`${home.url}/dance/any`)).headers.get("content-type")).toContain("html");
});
