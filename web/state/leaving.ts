/**
 * Keeps when the tab is hidden or closed; where `alone` says that this tab alone would still hold something, the browser
 * asks before it closes. The answer stops it.
 */
export function onLeaving(keep: () => void, alone: () => boolean): () => void {
  const ask = (event: Event): void => {
    if (alone()) event.preventDefault();
  };
  addEventListener("beforeunload", ask);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  return () => {
    removeEventListener("beforeunload", ask);
    removeEventListener("pagehide", keep);
    document.removeEventListener("visibilitychange", keep);
  };
}
