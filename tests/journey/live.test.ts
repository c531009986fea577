// Three before one camera, of whom one is late: found by the model of several people, told while they dance, and after.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { crowdFilm } from "../fixtures/crowd-film.ts";
import { cameraFile, clipOf } from "../fixtures/dancer.ts";
import { Door } from "../gallery/people.ts";
import { countIn, tapAtFrame } from "./beat.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer, openBrowser, PHONE } from "./house.ts";

const SLUG = "lantern-season";
const DANCED = { slug: SLUG, section: 0 };
/** Seconds by which each is late, from the left of the camera: a mirror shows the late one last. */
const LATE = [0.2, 0, 0];

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const home = atHome(() => crowdFilm(DANCED, LATE));
let crew: string;
let cookie: string;
beforeAll(async () => {
  const [lead, other] = [new Door(home.url), new Door(home.url)] as const;
  await lead.ask("/dancers", "POST", { name: "Ara" });
  await other.ask("/dancers", "POST", { name: "Choi" });
  ({ id: crew } = await lead.ask<{ id: string }>("/crews", "POST", { name: "Kalgunmu" }));
  const { token } = await lead.ask<{ token: string }>(`/crews/${crew}/invites`, "POST", { uses: 1, hours: 1 });
  await other.ask(`/invites/${token}`, "POST", {});
  ({ cookie } = lead);
});

/** A page of the one who leads the crew. */
async function leadsPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const page = await newcomer(browser, home.url, options);
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: home.url }]);
  return page;
}

/** Presses Tab until something that is called so has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (name.test(focused)) return;
  }
  throw new Error(`no way by Tab to ${name}`);
}

test(
  "three of a crew are all found; the late one is told late while they dance and after it, and nothing of it leaves the page",
  IN_REAL_TIME,
  async () => {
    const page = await leadsPage(home.browser);
    await page.goto(`/crews/${crew}/sync`);
    await page.getByLabel("Section").selectOption({ label: "Verse" });
    await tabTo(page, /^Dance it together, live$/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Together, live" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const chosen = page.locator(".live-fields option:checked");
    await expect.poll(() => chosen.allTextContents()).toEqual(["Lantern Season", "Verse"]);
    await tabTo(page, /^To the camera$/);
    const sent: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "I see 3 dancers" }).waitFor({ timeout: 90_000 });
    await page.getByLabel("Who is number 3").selectOption({ label: "Choi" });
    expect(await violations(page)).toEqual([]);
    await page.getByText("At once").click();
    const frame = clipOf(DANCED).firstCount - Math.round(countIn(SLUG) * 30);
    await tapAtFrame(page, ".live-gather .btn.go", frame);
    const told = page.locator(".live-verdict .off").filter({ hasText: /Choi\s*\d+\sms late/ });
    await told.waitFor();
    await page.getByRole("heading", { name: "Spread", exact: true }).waitFor({ timeout: 60_000 });
    const row = (number: number) => page.locator(".live-members li").nth(number - 1);
    const called = (number: number) => page.locator(".live-members").getByLabel(`Who is number ${number}`);
    expect(await called(3).inputValue()).toBe("Choi");
    /** Milliseconds late as that row says, early is -; 0 where it says together. */
    const late = async (number: number) => {
      const said = (await row(number).locator("span.num").textContent()) ?? "";
      if (said === "Together") return 0;
      const [, ms, way] = /(\d+)\sms (late|early)/.exec(said) ?? [];
      return Number(ms) * (way === "early" ? -1 : 1);
    };
    // Honest here is within 40 ms; a busy machine sees two or three pictures a second.
    expect(Math.abs((await late(3)) - 200)).toBeLessThan(100);
    for (const other of [1, 2]) expect(Math.abs(await late(other))).toBeLessThan(100);
    await called(2).selectOption("Ara");
    await called(3).selectOption("Ara");
    expect([await called(2).inputValue(), await called(3).inputValue()]).toEqual(["Choi", "Ara"]);
    await page.getByRole("rowheader", { name: "Ara" }).waitFor();
    await page.getByRole("heading", { name: /^Formation/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(sent).toEqual([]);
  },
);

test("one alone is asked for another, in Korean on a phone too; and a blocked camera is told", async () => {
  const browser = await openBrowser(await cameraFile({ ...DANCED, dances: "still" }));
  try {
    const page = await leadsPage(browser, { ...PHONE, locale: "ko-KR" });
    await page.goto(`/crews/${crew}/sync/live`);
    await page.locator(".live-choose a.go").click();
    await page.getByRole("heading", { name: "1명이 보여요" }).waitFor({ timeout: 90_000 });
    await page.getByText("한 명만 더 있으면 돼요.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Space");
    await page.getByRole("heading", { name: "제자리로" }).waitFor();
    await page.getByText("두 명이 보이지 않았어요.").waitFor();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
      const stream = document.querySelector("video")?.srcObject as MediaStream;
      stream.getVideoTracks()[0]?.dispatchEvent(new Event("ended"));
    });
    await page.getByRole("button", { name: "다시 시도" }).click();
    await page.getByRole("heading", { name: "카메라가 막혀 있어요" }).waitFor();
  } finally {
    await browser.close();
  }
});
