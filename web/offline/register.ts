import type { Workbox } from "workbox-window";
import { askAgain, fetchAhead } from "./ahead.ts";
import { reloadWhenOutdated } from "./outdated.ts";
import { keepReserve } from "./storage.ts";

/** What the page is told. */
export interface OfflineEvents {
  /** There is a newer version, and it waits. Say so, and call `applyUpdate` when the dancer says so. */
  onUpdate(): void;
  /** From now on the page opens without network. */
  onReady(): void;
  /** Whether nothing would be lost if the page were loaded anew just now. */
  mayGo(): boolean;
}

const HOUR_MS = 3_600_000;

let worker: Workbox | null = null;
let asked = false;

/** Registers the service worker, once for each page load. While developing, or where the browser has none, nothing happens. */
export async function registerOffline(on: OfflineEvents): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  reloadWhenOutdated(on.mayGo);
  const { Workbox } = await import("workbox-window");
  const first = !navigator.serviceWorker.controller;
  worker = new Workbox("/sw.js");
  worker.addEventListener("waiting", () => on.onUpdate());
  worker.addEventListener("controlling", () => {
    if (asked) location.reload();
  });
  try {
    await worker.register();
    await controlled();
    if (first) await askAgain();
    await fetchAhead();
    await keepReserve();
    on.onReady();
  } catch {
    return; // a private window may refuse; the page works as long as there is network
  }
  lookForUpdates(worker);
}

/** Lets the newer version take over, and loads the page anew. Never call it in the middle of a dance. */
export function applyUpdate(): void {
  asked = true;
  const waiting = navigator.serviceWorker.getRegistration().then((it) => it?.waiting);
  void waiting.then((it) => (it ? worker?.messageSkipWaiting() : location.reload()));
}

/** Resolves once a service worker answers for this page. */
function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true }),
  );
}

/** A page that stays open for days asks whether there is a newer version each time it is looked at, at most once an hour. */
function lookForUpdates(it: Workbox): void {
  let last = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || performance.now() - last < HOUR_MS) return;
    last = performance.now();
    void it.update().catch(() => undefined);
  });
}
