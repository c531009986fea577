/** A remembered word; null where there is none, undefined where the browser refuses storage. */
export function look(key: string): string | null | undefined {
  try {
    return localStorage.getItem(`eightcount.${key}`);
  } catch {
    return undefined;
  }
}

/** Reads a remembered word; null where the browser refuses storage. */
export const recall = (key: string): string | null => look(key) ?? null;

/** A value that many places watch. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

/** A small store for useSyncExternalStore. */
export function store<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** True once this browser has refused to remember something (a private window): all holds for this visit alone. */
export const forgets = store(!mayRemember());

function mayRemember(): boolean {
  try {
    localStorage.setItem("eightcount.probe", "");
    localStorage.removeItem("eightcount.probe");
    return true;
  } catch {
    return false;
  }
}

/** Remembers a word on this device; false where the browser refuses, and the page goes on without. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(`eightcount.${key}`, value);
    return true;
  } catch {
    forgets.set(true);
    return false;
  }
}

/** Forgets a remembered word. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(`eightcount.${key}`);
  } catch {
    // What was never remembered need not be forgotten.
  }
}
