// What axe finds on a page, and where the Tab key comes to.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What axe has to say, a line each; of colours alone where the rest has been said. */
export async function flaws(page: Page, coloursOnly = false): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (coloursOnly ? axe.withRules(["color-contrast"]) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What axe has to say of a page on the dark ground and on the light one, a line each that tells where. */
export async function flawsOnBoth(page: Page, at: string): Promise<string[]> {
  const dark = await flaws(page);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = "light";
  });
  const light = await flaws(page, true);
  return [...dark.map((it) => `${at}, dark: ${it}`), ...light.map((it) => `${at}, light: ${it}`)];
}

/** Presses Tab until something that fits has the focus, which then is to be seen. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector)) {
      const seen = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        const shown = [at, at.parentElement, at.closest("label"), at.closest(".sec")];
        return shown.some((it) => it && getComputedStyle(it).boxShadow !== "none");
      });
      expect(seen, `focus on ${selector} is seen`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab never comes to ${selector}`);
}
