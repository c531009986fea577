// What practice has come to: on another device, and without network.
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { danceWeeks } from "../gallery/history.ts";
import { Door, type Listed } from "../gallery/people.ts";
import { atHome } from "./home.ts";
import { newcomer } from "./house.ts";

const SLUG = "lantern-season";

const home = atHome(() => "/dev/null");
let routine: Listed;
let cookie: string;
beforeAll(async () => {
  const { choreographies } = (await (await fetch(`${home.url}/api/choreographies`)).json()) as {
    choreographies: Listed[];
  };
  routine = choreographies.find(({ slug }) => slug === SLUG) as Listed;
  const door = new Door(home.url);
  await door.ask("/dancers", "POST", { name: "Mina" });
  await danceWeeks(door, routine);
  cookie = door.cookie;
});

/** A browser that never danced, in which the dancer of three weeks is signed in. */
async function secondDevice(): Promise<Page> {
  const page = await newcomer(home.browser, home.url);
  const [name, value] = cookie.split("=") as [string, string];
  await page.context().addCookies([{ name, value, url: home.url }]);
  return page;
}

test("a second device knows where its dancer stopped, the bests of a routine count by count, and the weeks danced", async () => {
  const page = await secondDevice();
  await page.goto("/");
  await page.getByText("Where you stopped").waitFor();
  expect(await page.locator(".hero h2").textContent()).toBe("Lantern Season, Verse");
  expect(await page.locator(".hero .say").textContent()).toMatch(/Last take \d+\.\d\./);
  const best = await page.locator(".card .best b").first().textContent();
  await page.goto(`/dance/${SLUG}`);
  await page.locator(".cell8 svg").first().waitFor();
  await expect.poll(() => page.locator(".sec .best").first().textContent()).toBe(best);
  await page.goto("/progress");
  await page.locator(".pg-line canvas").waitFor();
  await expect.poll(() => page.locator(".pg-sec").count()).toBe(2);
  await expect.poll(() => page.locator(".sittings li").count()).toBe(5);
  await expect.poll(() => page.locator(".streak").textContent()).toMatch(/[3-5]\s+weeks/);
  await page.locator(".pg-line summary").click();
  await expect.poll(() => page.locator(".pg-line tbody tr").count()).toBe(10);
  expect(await page.locator(".pg-line tbody", { hasText: "best" }).count()).toBe(1);
  await page.locator(".pg-sec button").nth(1).click();
  const spot = page.locator(".weak-spots .btn").first();
  const eight = Number((await spot.textContent())?.match(/\d+/)?.[0]);
  await spot.click();
  await page.waitForURL(new RegExp(`/dance/${SLUG}/1/stage\\?rate=0\\.75&seated=0&loop=${eight}&ladder=1`));
});

test("without network the page stands as it was, with what waits on this device counted in", async () => {
  const page = await secondDevice();
  await page.goto("/progress");
  await page.locator(".pg-line canvas").waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.locator(".pg-line canvas").waitFor();
  const kept = () => page.evaluate(async () => (await (await caches.open("eightcount-own")).keys()).length);
  await expect.poll(kept).toBeGreaterThanOrEqual(3);
  await page.context().setOffline(true);
  await page.evaluate(
    ({ version, slug }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("eightcount", 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const laying = opening.result.transaction("takes", "readwrite");
          const terms = { version, slug, section: 0, rate: 1, mirror: false, endedAt: Date.now() };
          const [result, replay] = [{ score: 1_000_000 }, new Uint8Array(8)];
          laying.objectStore("takes").put({ id: "here", ...terms, result, replay, opened: false, refused: null });
          laying.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    { version: routine.version, slug: SLUG },
  );
  await page.reload();
  await page.getByText("when this device was last online").waitFor();
  await page.getByText("1 take waiting to be sent").waitFor();
  const row = page.locator(".pg-sec").first();
  await expect.poll(() => row.locator(".two-nums").textContent()).toBe("best100.0last100.0");
  await row.locator("summary").click();
  await expect.poll(() => row.locator("tbody tr").first().textContent()).toContain("best, waiting to be sent100.0");
});

test("who loops without a name has a week too, told by this device alone", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.addInitScript((version) => {
    const pass = { id: "p", version, section: 0, rate: 0.75, score: 400_000, atMs: Date.now(), seconds: 90 };
    localStorage.setItem("eightcount.practised", JSON.stringify([{ ...pass, span: { from: 0, to: 8 } }]));
  }, routine.version);
  await page.goto("/progress");
  await page.getByRole("heading", { level: 1, name: "A good start" }).waitFor();
  expect(await page.locator(".streak").textContent()).toContain("2\u00a0min");
  expect(await page.locator(".pg-open").textContent()).toContain("no take at full speed yet");
});
