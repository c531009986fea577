import { useEffect, useState, useSyncExternalStore } from "react";
import { isModelKept } from "../offline/model.ts";
import { type Sending, sending } from "./sending.ts";
import { newer } from "./version.ts";

const watchOnline = (listener: () => void): (() => void) => {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
};

/** False while the browser knows that it has no network. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    watchOnline,
    () => navigator.onLine,
    () => true,
  );

/** True while there is no network and the pose model was never fetched: nobody can dance on this device then. */
export function useModelMissing(): boolean {
  const online = useOnline();
  const [kept, setKept] = useState(true);
  useEffect(() => {
    if (!online) void isModelKept().then(setKept);
  }, [online]);
  return !online && !kept;
}

/** How many takes wait to be sent. */
export const useSending = (): Sending => useSyncExternalStore(sending.subscribe, sending.get, sending.get);

/** True once a newer version of the page waits to be let in. */
export const useNewer = (): boolean => useSyncExternalStore(newer.subscribe, newer.get, newer.get);

/** Names the tab after the page; null leaves that to what is shown in its place. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = title ? `${title} · Eightcount` : "Eightcount";
  }, [title]);
}

/** True after so many milliseconds: a loader that flashes is worse than none. */
export function useAfter(delayMs: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return passed;
}
