import { DETECTOR_CACHE } from "./thread/rules.ts";

/** What one dancer is seen by: without these nobody can dance. */
const NEEDED = ["/models/movenet-lightning.json", "/models/movenet-lightning.bin"] as const;

/** Whether the pose model is on this device, so that it dances without network; it comes with the first stage that is opened. */
export async function isModelKept(): Promise<boolean> {
  try {
    if (!(await caches.has(DETECTOR_CACHE))) return false;
    const kept = await (await caches.open(DETECTOR_CACHE)).keys();
    return NEEDED.every((path) => kept.some(({ url }) => new URL(url).pathname === path));
  } catch {
    return false; // a private window that lets nothing be kept
  }
}
