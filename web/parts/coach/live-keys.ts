import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Together } from "../../stage/together.ts";
import { isNeeded, isWriting } from "../key-of.ts";

/** Seconds between the start and the count-in, to get to one's place. */
export const AFTERS = [0, 5, 10] as const;
export const AFTER = 5;

/** Space begins, pauses and goes on; Escape pauses, and leaves from there. */
export function useLiveKeys(dance: Together, back: string, after: number): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.defaultPrevented || isWriting(event)) return;
      const { state, startsIn } = dance.view.get();
      const holds = state === "dancing" || state === "count-in" || startsIn !== null;
      if (event.key === "Escape" && holds) dance.pause();
      else if (event.key === "Escape") navigate(back);
      else if (event.key !== " " || isNeeded(event)) return;
      else if (holds) dance.pause();
      else if (state === "paused") dance.resume();
      else dance.start(after);
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [dance, back, after, navigate]);
}
