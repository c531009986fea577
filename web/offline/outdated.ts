const RELOADED = "eightcount.reloaded";

/**
 * Another tab may have let a newer version take over: a part of the old page is gone then. Loaded anew, once, and never
 * while the page `mayGo` not; what asked for the part is refused then, and says so.
 */
export function reloadWhenOutdated(mayGo: () => boolean): void {
  addEventListener("vite:preloadError", (event) => {
    if (!mayGo() || !navigator.onLine || sessionStorage.getItem(RELOADED) === location.href) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED, location.href);
    location.reload();
  });
}
