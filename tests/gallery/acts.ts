// What is done on a page before it is looked at.
import type { Page } from "playwright-core";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";

/** Opens a routine of ours as a file in the studio. */
export async function openNotation(page: Page): Promise<void> {
  const file = { name: "moon.txt", mimeType: "text/plain", buffer: Buffer.from(BUILT_IN[0]?.notation ?? "") };
  await page.locator("input[type=file]").first().setInputFiles(file);
}

export const start = async (page: Page) => {
  await page.locator(".st-ready .btn.go").click({ timeout: 90_000 });
};

/** Beside the first take that is offered. */
export const compare = async (page: Page) => {
  if (!(await page.locator(".compare select").isVisible())) await page.locator(".compare > summary").click();
  const other = page.locator(".compare optgroup option").first();
  await other.waitFor({ state: "attached" });
  await page.locator(".compare select").selectOption((await other.getAttribute("value")) as string);
  await page.locator(".told-difference .lead").waitFor();
};

export const share = async (page: Page) => {
  await page.locator("button:has(.lucide-share-2)").click();
  await page.locator(".card-view img").waitFor();
};

export const openShared = async (page: Page) => {
  await share(page);
  const link = page.locator(".share-page input[readonly]");
  if (!(await link.isVisible())) await page.locator(".share-page .btn").first().click();
  await page.goto(await link.inputValue());
  await page.locator(".replay canvas").waitFor();
};
