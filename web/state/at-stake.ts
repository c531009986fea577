import { useEffect, useSyncExternalStore } from "react";
import { type Store, store } from "./stored.ts";

/** How many things would be lost if the page went now: a take under way, a dance that lives in memory alone. */
const held = store(0);

const ask = (event: Event): void => event.preventDefault();

/** From now on the browser asks before the page goes, and we never load it anew ourselves. Returns how to let go; twice is once. */
export function holdPage(): () => void {
  held.set(held.get() + 1);
  if (held.get() === 1) globalThis.addEventListener?.("beforeunload", ask); // absent where no browser is
  let gone = false;
  return () => {
    if (gone) return;
    gone = true;
    held.set(held.get() - 1);
    if (held.get() === 0) globalThis.removeEventListener?.("beforeunload", ask);
  };
}

/** Whether something would be lost with the page. */
export const isAtStake = (): boolean => held.get() > 0;

/** The same for what is drawn. */
export const useAtStake = (): boolean => useSyncExternalStore(held.subscribe, isAtStake);

/** Holds the page for as long as that is true. */
export function useHoldPage(held: boolean): void {
  useEffect(() => (held ? holdPage() : undefined), [held]);
}

/** Holds the page for as long as that is true of a store's value. */
export function holdPageWhile<T>(of: Pick<Store<T>, "get" | "subscribe">, unkept: (value: T) => boolean): void {
  let letGo: (() => void) | null = null;
  const look = () => {
    if (unkept(of.get())) letGo ??= holdPage();
    else {
      letGo?.();
      letGo = null;
    }
  };
  of.subscribe(look);
  look();
}
