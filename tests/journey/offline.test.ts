import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";
import { judgedTakes, layInOutbox, nothingWaits, WAITING } from "./shelf.ts";
import { openWire, type Wire } from "./wire.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
const DANCED: CameraKind = { slug: SLUG, section: CHORUS };
const START = ".st-ready .btn.go";

/** The same film as in an earlier test is a copy of another dancer's take: judged, and not verified. */
const JUDGED = "text=/judged again on|Not verified/";

const home = atHome(() => cameraFile(DANCED));
let wire: Wire;
let page: Page;
beforeEach(async () => {
  wire = await openWire(home.url);
  page = await newcomer(home.browser, wire.url);
});
afterEach(async () => {
  await page.context().close();
  await wire.close();
});

/** Opens the library for the first time and stays until the page needs no network any more. */
async function visit(page: Page): Promise<void> {
  await page.goto("/");
  const kept = () =>
    page.evaluate(async () => {
      const files = await (await caches.open("eightcount-choreographies")).keys();
      return navigator.serviceWorker.controller === null ? 0 : files.length;
    });
  await expect.poll(kept, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
}

const cutNetwork = (context: BrowserContext) => context.setOffline(true);
const networkBack = (context: BrowserContext) => context.setOffline(false);

test("after one visit the library and every routine open without network, in the look and letters they had", async () => {
  await visit(page);
  const failed: string[] = [];
  await cutNetwork(page.context());
  page.on("requestfailed", (request) => failed.push(new URL(request.url()).pathname));
  await page.goto("/");
  for (const slug of [SLUG, "glass-escalator", "midnight-switch"])
    await page.locator(`a[href="/dance/${slug}"]`).first().waitFor();
  await page.goto(`/dance/${SLUG}`);
  await page.locator(".cho-start a").waitFor();
  await page.goto("/dance/midnight-switch");
  await page.locator(".cho-start a").waitFor();
  // Nor does the page go once it has asked in vain for what else there is of the routine.
  await expect.poll(() => failed.filter((path) => path === "/api/routines/midnight-switch").length).toBeGreaterThan(1);
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".cho-start a").isVisible()).toBe(true);
  await page.locator(WAITING).waitFor();
  expect(failed.filter((path) => /\.(js|css|html)$/.test(path))).toEqual([]);
});

test("the page says to the browser what it is, so that it can be installed", async () => {
  await visit(page);
  const session = await page.context().newCDPSession(page);
  const { errors, manifest } = await session.send("Page.getAppManifest").then((it) => ({
    errors: it.errors,
    manifest: JSON.parse(it.data ?? "{}"),
  }));
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect([errors, installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")]).toEqual([[], []]);
  expect(manifest.name).toBe("Eightcount");
});

test(
  "a take danced without network waits on the device, and arrives once when the network is back",
  IN_REAL_TIME,
  async () => {
    await visit(page);
    await page.goto(`/dance/${SLUG}/${CHORUS}/stage`);
    await page.locator(START).waitFor({ timeout: 90_000 }); // the detector has been used once
    await cutNetwork(page.context());
    await page.reload();
    await page.locator(START).waitFor({ timeout: 90_000 });
    await tapOnTheBeat(page, START, DANCED);
    await page.waitForURL(/\/takes\//, { timeout: 90_000 });
    await page.locator(".score.num").waitFor();
    await page.getByText(/1.take waiting/).waitFor();
    expect(wire.deliveries).toEqual([]);

    await networkBack(page.context());
    await page.locator(JUDGED).waitFor();
    await page.getByText("not on the board").waitFor();
    await nothingWaits(page);
    const takes = await judgedTakes(page);
    expect(takes).toHaveLength(1);
    expect(page.url()).toContain(takes[0]?.id);
    expect(takes[0]?.score).toBeGreaterThan(200_000);
    expect(takes[0]?.dancedAt).toBeGreaterThan(0);
    expect(wire.deliveries).toEqual([takes[0]?.id]);
    await page.reload();
    await page.locator(".score.num").waitFor();
  },
);

test("who never opened a stage is told without network what is missing, and dances once the network is back", async () => {
  await visit(page);
  await cutNetwork(page.context());
  await page.goto(`/dance/${SLUG}`);
  await page.getByText("Without network you cannot dance this yet").waitFor();
  await page.getByText("you can look around, not dance").waitFor();
  await page.goto(`/dance/${SLUG}/${CHORUS}/stage`);
  await page.getByText("The pose model is not on this device yet").waitFor({ timeout: 60_000 });
  await networkBack(page.context());
  await page.locator(START).waitFor({ timeout: 90_000 });
  await cutNetwork(page.context());
  await page.goto(`/dance/${SLUG}`);
  await page.getByText("You can still dance").waitFor();
});

test.each([
  ["after half of it", "half"],
  ["before the answer came", "answer"],
] as const)("a delivery cut %s is made again, and the take is there once", async (_, fate) => {
  await visit(page);
  const [take] = await layInOutbox(page, 1, false);
  wire.fate = fate;
  await page.reload();
  await wire.begun(1);
  await page.getByText(/1.take waiting/).waitFor();
  wire.fate = "whole";
  await page.reload();
  await wire.begun(2);
  await nothingWaits(page);
  expect((await judgedTakes(page)).map(({ id }) => id)).toEqual([take]);
});

test("a tab closed in the middle of a delivery loses nothing: the next visit sends it", async () => {
  await visit(page);
  const [take] = await layInOutbox(page, 1, false);
  wire.fate = "slow";
  await page.reload();
  await wire.begun(1);
  await page.close();
  wire.fate = "whole";
  page = await page.context().newPage();
  await page.goto("/");
  await wire.begun(2);
  await nothingWaits(page);
  expect((await judgedTakes(page)).map(({ id }) => id)).toEqual([take]);
});

test("three takes are sent in the order in which they were danced, one at a time, though two tabs are open", async () => {
  await visit(page);
  const ids = await layInOutbox(page, 3, false);
  wire.fate = "slow";
  const other = await page.context().newPage();
  await Promise.all([page.reload(), other.goto("/")]);
  await wire.begun(3);
  await Promise.all([nothingWaits(page), nothingWaits(other)]);
  expect(wire.deliveries).toEqual(ids);
  expect(wire.most).toBe(1);
  expect(await judgedTakes(page)).toHaveLength(3);
});

test("a take opened before the network went enters the board when it is delivered later", async () => {
  await visit(page);
  const [take] = await layInOutbox(page, 1, true);
  await new Promise((r) => setTimeout(r, 8000)); // its music has to have played
  await page.reload();
  await wire.begun(1);
  await nothingWaits(page);
  expect(await judgedTakes(page)).toMatchObject([{ id: take, dancedAt: null }]);
  await page.goto(`/boards/${SLUG}/${CHORUS}`);
  await page.locator(".lb .mine").waitFor();
});

test("a newer version waits, says so, and takes over only when the dancer lets it", async () => {
  await visit(page);
  wire.newer = true;
  await page.reload();
  const load = page.getByRole("button", { name: "Load it" });
  await load.waitFor();
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await new Promise((r) => setTimeout(r, 1000));
  expect(await page.evaluate(() => "stays" in window)).toBe(true);
  await load.click();
  await page.waitForFunction(() => !("stays" in window));
  await page.locator(`a[href="/dance/${SLUG}"]`).first().waitFor();
  const waits = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
  expect([await waits(), await load.count()]).toEqual([false, 0]);
});

test("a device that has room for a few takes only says so before it has none", async () => {
  await visit(page);
  await expect.poll(() => page.evaluate(() => caches.has("eightcount-reserve"))).toBe(true);
  await page.evaluate(async () => (await caches.open("eightcount-reserve")).delete("/reserve"));
  const devtools = await page.context().newCDPSession(page);
  const { usage } = await devtools.send("Storage.getUsageAndQuota", { origin: wire.url });
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: wire.url, quotaSize: usage + 1_000_000 });
  await page.reload();
  await page.getByText(/room for \d\s*more take/).waitFor();
});

test(
  "on a full device a finished take finds the room that was held back for it, and the page says so",
  IN_REAL_TIME,
  async () => {
    await visit(page);
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
        if (this.name !== "takes") return put.call(this, value, key);
        IDBObjectStore.prototype.put = put; // full only once
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    wire.fate = "answer";
    await page.goto(`/dance/${SLUG}/${CHORUS}/stage`);
    await page.locator(START).click({ timeout: 90_000 });
    await page.waitForURL(/\/takes\//, { timeout: 90_000 });
    await page.getByText(/room for \d\s*more take/).waitFor();
    expect(await page.getByText("keeps nothing on the device").count()).toBe(0);
    wire.fate = "whole";
    await page.goto("/");
    await nothingWaits(page);
    expect(await judgedTakes(page)).toHaveLength(1);
  },
);

test("a window that keeps nothing says that the take is lost with it, and still sends it", IN_REAL_TIME, async () => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  wire.fate = "answer";
  await page.goto(`/dance/${SLUG}/${CHORUS}/stage`);
  await page.locator(START).click({ timeout: 90_000 });
  await page.waitForURL(/\/takes\//, { timeout: 90_000 });
  await wire.begun(1);
  await page.getByText("keeps nothing on the device").first().waitFor();
  wire.fate = "whole";
  // The page, or the browser itself, may have tried again before the dancer does.
  const sendNow = page.getByRole("button", { name: "Send now" });
  const judged = page.locator(JUDGED);
  await sendNow.or(judged).first().waitFor();
  if (await sendNow.isVisible()) await sendNow.click({ timeout: 5000 }).catch(() => undefined);
  await judged.waitFor();
  expect(await judgedTakes(page)).toHaveLength(1);
});
