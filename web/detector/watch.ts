/** A value that can be read at any time and watched: fits React's useSyncExternalStore(watch.subscribe, watch.get). */
export interface Watch<T> {
  readonly get: () => T;
  /** Calls back after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A watch and the one place that may change it. */
export function makeWatch<T>(initial: T): Watch<T> & { readonly set: (value: T) => void } {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
