import { forget, look, remember, type Store, store } from "./stored.ts";

/** A store that outlives the visit, and is the same in every tab of this browser. */
export interface KeptStore<T> extends Pick<Store<T>, "get" | "subscribe"> {
  /** Changes what this device remembers now: another tab may have written since this page was opened. */
  change(edit: (now: T) => T): void;
  /** As if nothing had ever been remembered, here and in every other tab. */
  forget(): void;
}

/** A kept store of the word `key`; `read` makes sense of what was remembered, of null and of nonsense too. */
export function keptStore<T>(key: string, read: (text: string | null) => T): KeptStore<T> {
  const value = store<T>(read(look(key) ?? null));
  /** False while the browser remembers less than this visit knows: refused, or full. */
  let kept = true;
  const take = (text: string | null) => value.set(alike(value.get(), read(text)));
  // Absent where no browser is.
  globalThis.addEventListener?.("storage", ({ key: changed }) => {
    if (changed !== null && changed !== `eightcount.${key}`) return;
    const text = kept ? look(key) : undefined; // what lies there now: this tab may have written since
    if (text !== undefined) take(text);
  });
  return {
    get: value.get,
    subscribe: value.subscribe,
    change(edit) {
      const text = kept ? look(key) : undefined;
      if (text !== undefined) take(text);
      value.set(edit(value.get()));
      kept = remember(key, JSON.stringify(value.get()));
    },
    forget() {
      forget(key);
      kept = true;
      value.set(read(null));
    },
  };
}

/** What was read again, with the objects of before wherever they say the same: who watches one of them begins nothing anew. */
function alike<T>(before: T, next: T): T {
  if (same(before, next)) return before;
  if (!isRecord(before) || !isRecord(next)) return next;
  const entries = Object.entries(next).map(([key, it]) => [key, same(before[key], it) ? before[key] : it]);
  return Object.fromEntries(entries) as T;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isRecord = (it: unknown): it is Record<string, unknown> =>
  typeof it === "object" && it !== null && !Array.isArray(it);
