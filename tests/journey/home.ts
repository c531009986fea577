import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type House, openBrowser, openHouse } from "./house.ts";

/** A house of its own and a browser for all tests of a file; there from the first test on. */
export interface Home {
  readonly url: string;
  readonly browser: Browser;
}

/**
 * Opens both before the tests of a file and closes them after, and every page at the end of its test: one that goes on
 * dancing would take the machine from the next. `camera` is the film that the browser's camera plays.
 */
export function atHome(camera: () => string | Promise<string>): Home {
  let house: House | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const film = Promise.resolve(camera());
    [house, browser] = await Promise.all([openHouse(), film.then(openBrowser)]);
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  return {
    get url() {
      if (!house) throw new Error("the house is not open yet");
      return house.url;
    },
    get browser() {
      if (!browser) throw new Error("the browser is not open yet");
      return browser;
    },
  };
}
