// What may go wrong with a camera or a detector, brought about in a real page.
import type { Page } from "playwright-core";

/** The browser answers the question for the camera with this error; `null` never answers. */
const refuse = (name: string | null) => (page: Page) =>
  page.addInitScript((error) => {
    navigator.mediaDevices.getUserMedia = () =>
      error ? Promise.reject(new DOMException("", error)) : new Promise(() => undefined);
  }, name);

const danced = async (page: Page) => {
  await page.locator(".st-ready .btn.go").click({ timeout: 90_000 });
  await page.waitForTimeout(6000);
};
const sheet = (page: Page) => page.locator(".st-sheet").waitFor({ timeout: 90_000 });
const panel = (page: Page) => page.locator(".st-panel").waitFor({ timeout: 90_000 });

/** The camera's track ends, as it does when its plug is pulled. */
const unplug = (page: Page) =>
  page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
    const stream = document.querySelector("video")?.srcObject as MediaStream;
    stream.getVideoTracks()[0]?.dispatchEvent(new Event("ended"));
  });

/** From when `window.broken` is set, detector threads break, and so does each that is started in their place. */
const breakable = (page: Page) =>
  page.addInitScript(() => {
    const Real = Worker;
    const page = window as unknown as { broken?: boolean };
    window.Worker = class extends Real {
      override postMessage(message: unknown, move?: unknown): void {
        if (page.broken) this.dispatchEvent(new ErrorEvent("error", { message: "broken for the picture" }));
        else super.postMessage(message, move as Transferable[]);
      }
    };
  });

interface Trouble {
  readonly name: string;
  /** Before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly act: (page: Page) => Promise<void>;
}

/** Every trouble of the stage, and how it comes about. */
export const TROUBLES: readonly Trouble[] = [
  { name: "asked", before: refuse(null), act: sheet },
  { name: "denied", before: refuse("NotAllowedError"), act: sheet },
  { name: "none", before: refuse("NotFoundError"), act: sheet },
  { name: "in-use", before: refuse("NotReadableError"), act: sheet },
  {
    name: "no-weights",
    before: (page) => page.route("**/models/**", (route) => route.abort()),
    act: (page) => page.locator(".st-sheet[role=alert]").waitFor({ timeout: 90_000 }),
  },
  {
    name: "unplugged",
    act: async (page) => {
      await danced(page);
      await unplug(page);
      await panel(page);
    },
  },
  {
    name: "hidden",
    act: async (page) => {
      await danced(page);
      await page.evaluate(() => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        Object.defineProperty(document, "hidden", { value: false });
      });
      await panel(page);
    },
  },
  {
    name: "slept",
    act: async (page) => {
      await danced(page);
      await page.evaluate(() => {
        const until = performance.now() + 2500;
        while (performance.now() < until);
      });
      await panel(page);
    },
  },
  {
    name: "stopped",
    before: breakable,
    act: async (page) => {
      await danced(page);
      await page.evaluate(() => Object.assign(window, { broken: true }));
      await page.locator(".st-panel .btn.go").waitFor({ timeout: 30_000 });
    },
  },
];
