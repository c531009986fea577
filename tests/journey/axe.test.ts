// Every page as axe sees it, in both languages, sizes and grounds; and every path by the keyboard alone.
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { cameraFile } from "../fixtures/dancer.ts";
import { openNotation } from "../gallery/acts.ts";
import { danceWeeks } from "../gallery/history.ts";
import { danceAll, type Listed } from "../gallery/people.ts";
import { flaws, tabTo } from "./axe.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";

const SLUG = "lantern-season";

/** A page to look at. `mine` is seen by somebody who has danced for weeks, all others by whoever comes first. */
interface Place {
  readonly path: string;
  /** Stands on the page once it is whole. */
  readonly shows: string;
  readonly mine?: boolean;
  /** What is done before it is looked at. */
  readonly act?: (page: Page) => Promise<unknown>;
}

/** A routine in the editor, looked at once what is to be said of it is said. */
async function editNotation(page: Page): Promise<void> {
  await openNotation(page);
  await page.locator(".studio-desk .advice p").first().waitFor();
}

/** The same routine before it is danced, by its author alone. */
async function danceNotation(page: Page): Promise<void> {
  await editNotation(page);
  await page.locator(".editor-head .dance-draft").click();
  await page.locator(".cho .only-here").waitFor();
}

/** Every page but the stage; a new page is a line here. */
const PLACES: readonly Place[] = [
  { path: "/", shows: ".cards .card" },
  { path: "/", shows: ".hero .eight", mine: true },
  { path: `/dance/${SLUG}`, shows: ".sec" },
  {
    path: `/dance/${SLUG}`,
    shows: ".sec .best:not(.none)",
    mine: true,
    act: (page) => page.locator(".cell8").first().click(),
  },
  { path: "/takes/TAKE", shows: ".heat", mine: true },
  { path: "/boards", shows: ".board-list" },
  { path: `/boards/${SLUG}/all`, shows: ".lb .mine", mine: true },
  { path: `/boards/${SLUG}/1`, shows: "[role=tabpanel] .state" },
  { path: "/progress", shows: ".state a.btn" },
  {
    path: "/progress",
    shows: ".pg-line canvas",
    mine: true,
    act: (page) => page.locator(".pg-line summary").click(),
  },
  { path: "/studio", shows: ".studio-home .state" },
  { path: "/studio/new", shows: ".ways" },
  { path: "/studio/open", shows: ".studio-open .drop" },
  { path: "/studio/open", shows: ".studio-open .drop", act: editNotation },
  { path: "/studio/open", shows: ".studio-open .drop", act: danceNotation },
  { path: "/studio/dance-in", shows: ".di-choose" },
  { path: "/challenges/CHALLENGE", shows: ".dare-page .lb", mine: true },
  {
    path: "/challenges/CHALLENGE",
    shows: ".dare-page .lb",
    mine: true,
    act: (page) => page.locator(".challenges button").first().click(),
  },
  { path: "/challenges/none", shows: ".page:not([role=status]) .state", mine: true },
  { path: "/studio/import/new", shows: ".import-drop" },
  { path: "/crews", shows: ".crews h1" },
  { path: "/crews", shows: ".crew-list a", mine: true },
  { path: "/crews/CREW", shows: ".crew-grid", mine: true },
  { path: "/crews/CREW/sync", shows: ".live-way a", mine: true },
  { path: "/crews/CREW/sync/live", shows: ".live-choose .btn.go", mine: true },
  { path: "/crews/none", shows: ".page:not([role=status]) .state", mine: true },
  { path: "/join/INVITE", shows: ".crew-join form" },
  { path: `/join/${"0".repeat(64)}`, shows: ".page:not([role=status]) .state" },
  { path: `/boards/${SLUG}/all?window=week&scope=picks`, shows: ".lb .mine", mine: true },
  { path: "/account", shows: ".acc h1" },
  { path: "/account", shows: ".acc h1", mine: true },
  { path: "/nowhere", shows: ".page:not([role=status]) .state" },
  { path: "/dance/nowhere", shows: ".page:not([role=status]) .state" },
  { path: `/boards/${SLUG}/99`, shows: ".page:not([role=status]) .state" },
  { path: "/takes/none", shows: ".page:not([role=status]) .state" },
  { path: `/shared/${"0".repeat(64)}`, shows: ".page:not([role=status]) .state" },
];

const READY = ".st-ready";
const STAGE: readonly Place[] = [
  { path: `/dance/${SLUG}/0/stage`, shows: READY },
  {
    path: `/dance/${SLUG}/0/stage`,
    shows: READY,
    act: async (page) => {
      await page.locator(`${READY} .btn.go`).click();
      await page.locator(READY).waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await page.locator("[role=alertdialog]").waitFor();
    },
  },
  { path: `/dance/${SLUG}/99/stage`, shows: ".page:not([role=status]) .state" },
];

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

const told = (found: Record<string, string[]>) => Object.entries(found).filter(([, list]) => list.length > 0);

describe("axe finds nothing", () => {
  test.each(LOOKS)("on any page, %s, %s, dark and light", async (locale, size) => {
    const found: Record<string, string[]> = {};
    const lookAt = async (mine: boolean) => {
      const page = await visitor({ ...SIZES[size], locale }, mine);
      for (const place of PLACES.filter((it) => (it.mine ?? false) === mine)) {
        await visit(page, place);
        found[`${mine} ${place.path} dark`] = await flaws(page);
        await page.evaluate(() => {
          document.documentElement.dataset.theme = "light";
        });
        found[`${mine} ${place.path} light`] = await flaws(page, true);
      }
    };
    await Promise.all([lookAt(false), lookAt(true)]);
    expect(told(found)).toEqual([]);
  });

  test.each(LOOKS)(
    "on the stage: ready, paused, none; asked for the camera and refused it, %s, %s",
    async (locale, size) => {
      const found: Record<string, string[]> = {};
      const page = await visitor({ ...SIZES[size], locale });
      for (const [i, place] of STAGE.entries()) {
        await visit(page, place);
        found[`${i} ${place.path}`] = await flaws(page);
      }
      await page.context().clearPermissions();
      await page.addInitScript(() => {
        const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
        Object.defineProperty(navigator.mediaDevices, "getUserMedia", { value: refuse });
      });
      await page.goto(`/dance/${SLUG}/0/stage`);
      await page.locator(".stage h1, .stage h2").first().waitFor();
      found["camera asked or refused"] = await flaws(page);
      expect(told(found)).toEqual([]);
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
