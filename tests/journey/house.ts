import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromiumArgs } from "../../scripts/chromium.ts";
import { launchChromium } from "../fixtures/chromium.ts";
import { migratedState } from "../fixtures/migrated.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Below the ports that a machine gives to whoever connects or asks for any: nobody takes one before the server does. */
const [PORTS_FROM, PORTS_TO] = [20_000, 32_000] as const;

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS_FROM + Math.floor(Math.random() * (PORTS_TO - PORTS_FROM));
    const free = await new Promise<boolean>((answer) => {
      const probe = createServer().once("error", () => answer(false));
      probe.listen(port, "localhost", () => probe.close(() => answer(true)));
    });
    if (free) return port;
  }
}

export interface House {
  readonly url: string;
  close(): Promise<void>;
  /** Kills page, Worker and database in the middle of whatever they do; what they stored stays. */
  kill(): Promise<void>;
}

/**
 * The product as `npm start` serves it, on a port and a database of its own; `kept` is the folder of one that was there
 * before, or is yet to be made. Rejects with what the server printed if it fails.
 */
export async function openHouse(kept?: string): Promise<House> {
  const [port, state] = await Promise.all([freePort(), kept ?? migratedState()]);
  const env = { ...process.env, PORT: String(port), STATE_DIR: state };
  const server: ChildProcess = spawn("node", ["scripts/serve.ts"], { cwd: ROOT, env, detached: true });
  let printed = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (text) => (printed += text));
  const url = `http://localhost:${port}`;
  for (let i = 0; i < 600; i++) {
    if (server.exitCode !== null) throw new Error(`the server ended: ${printed}`);
    const answers = await fetch(`${url}/api/choreographies`).then(
      (r) => r.ok,
      () => false,
    );
    if (answers) break;
    if (i === 599) throw new Error(`the server did not answer: ${printed}`);
    await new Promise((r) => setTimeout(r, 200));
  }
  const gone = new Promise((r) => server.once("exit", r));
  return {
    url,
    async kill() {
      if (server.pid) process.kill(-server.pid, "SIGKILL");
      await gone;
    },
    async close() {
      if (server.pid) process.kill(-server.pid, "SIGTERM");
      await Promise.race([gone, new Promise((r) => setTimeout(r, 5000))]);
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** A real Chromium whose camera plays `camera`, an .mjpeg. */
export const openBrowser = (camera: string): Promise<Browser> =>
  launchChromium([...chromiumArgs(camera), "--autoplay-policy=no-user-gesture-required"]);

/** What dances before a camera in real time may try again; tests/README.md says why. */
export const IN_REAL_TIME = { retry: 2 } as const;

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const DESKTOP = { viewport: { width: 1440, height: 900 } } as const;

const errors: string[] = [];

/** What pages threw that nobody caught since it was last asked, promises that nobody waited for too; `setup.ts` asks after every test. */
export const pageErrors = (): string[] => errors.splice(0);

/** A page of a dancer who has never been here, with the camera allowed; what it throws and nobody catches fails the test. */
export async function newcomer(browser: Browser, url: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", ...options, permissions: ["camera"], baseURL: url });
  context.on("weberror", (thrown) => {
    const { stack, message } = thrown.error();
    errors.push(`${thrown.page()?.url() ?? url}: ${stack || message}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}
