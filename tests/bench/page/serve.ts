// Builds the bench page and opens it in Chromium with a camera file.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build, preview } from "vite";
import { chromiumArgs } from "../../../scripts/chromium.ts";
import { detectorAliases, weights } from "../../../scripts/weights.ts";
import { launchChromium } from "../../fixtures/chromium.ts";

const root = import.meta.dirname;
const outDir = join(root, "../../../node_modules/.cache/bench-page");

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[sorted.length >> 1] ?? Number.NaN) * 1000) / 1000;
};

const YES = "--use-fake-ui-for-media-stream";
/** What becomes of the flags where there is no camera, or a dancer who says no. */
const WITHOUT = {
  camera: (args: string[]) => args.filter((arg) => !/fake-device|fake-video/.test(arg)),
  consent: (args: string[]) => args.map((arg) => (arg === YES ? `${YES}=deny` : arg)),
} as const;

const shared = { configFile: false as const, root, logLevel: "warn" as const };

let built: Promise<unknown> | null = null;

/** Builds the page, once in a process: not anew under a page that is open. */
function buildPage(): Promise<unknown> {
  built ??= build({
    ...shared,
    plugins: [weights()],
    resolve: { alias: detectorAliases },
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  });
  return built;
}

/** Opens the bench page; `camera` is an .mjpeg file. `without` takes the camera away, or the dancer's consent. */
export async function openBenchPage(
  camera: string,
  without?: keyof typeof WITHOUT,
): Promise<{ page: Page; close: () => Promise<void> }> {
  await buildPage();
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const args = without ? WITHOUT[without](chromiumArgs(camera)) : chromiumArgs(camera);
  const browser = await launchChromium(args);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => console.error(error));
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForFunction(() => "bench" in window);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
