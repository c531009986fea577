import { useLocation } from "wouter";
import type { StageState } from "../stage/index.ts";
import { isNeeded, isWriting } from "./key-of.ts";
import { usePageKeys } from "./page-keys.ts";

/** A dance that is not judged as a take. `startsIn`: it has been begun, and somebody is on the way to her place. */
interface Danced {
  readonly view: { get(): { readonly state: StageState; readonly startsIn?: number | null } };
  pause(): void;
  resume(): void;
}

/** Space begins, pauses and goes on; Escape pauses, and leaves for `back` from there. Nothing while `off`. */
export function useDanceKeys(dance: Danced, start: () => void, back: string, off = false): void {
  const [, navigate] = useLocation();
  usePageKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.defaultPrevented || isWriting(event)) return;
    const { state, startsIn = null } = dance.view.get();
    const holds = state === "dancing" || state === "count-in" || startsIn !== null;
    if (event.key === "Escape" && holds) dance.pause();
    else if (event.key === "Escape") navigate(back);
    else if (event.key !== " " || isNeeded(event)) return;
    else if (holds) dance.pause();
    else if (state === "paused") dance.resume();
    else start();
    event.preventDefault();
  }, off);
}
