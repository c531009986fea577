import type { Locator } from "playwright-core";

/** Drops files of this machine onto a place of the page, as a hand does: a folder stays a folder, with all that lies in it. */
export async function dropOnto(place: Locator, paths: readonly string[]): Promise<void> {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error("there is nothing to drop onto");
  const page = place.page();
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 200) / 2];
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", { type, x, y, data });
  await devtools.detach();
}
