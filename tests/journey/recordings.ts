import type { Page } from "playwright-core";

/** The ids under which songs and videos are kept in this browser. */
export const recordings = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle("recordings");
    const names: string[] = [];
    for await (const name of (await kept.getDirectoryHandle("labels")).keys()) names.push(name);
    return names;
  });
