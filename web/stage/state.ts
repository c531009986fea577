import type { PauseCause, StageState } from "./types.ts";

/** Where the stage stands, as far as starting and stopping goes. */
export interface Standing {
  readonly state: StageState;
  readonly pause: PauseCause | null;
}

/** What may happen to it. */
export type StageEvent =
  | { readonly kind: "start" }
  | { readonly kind: "counted-in" }
  | { readonly kind: "pause"; readonly cause: PauseCause }
  | { readonly kind: "resume" }
  | { readonly kind: "end" }
  | { readonly kind: "finish" }
  | { readonly kind: "give-up" };

export const SETUP: Standing = { state: "setup", pause: null };

/** A take is under way: rate and mirror are locked. */
export const underWay = ({ state }: Pick<Standing, "state">): boolean =>
  state === "count-in" || state === "dancing" || state === "paused";

/** The stage after an event; an event that makes no sense here changes nothing (the same object comes back). */
export function nextStanding(now: Standing, event: StageEvent): Standing {
  const to = (state: StageState, pause: PauseCause | null = null): Standing => ({ state, pause });
  switch (event.kind) {
    case "start":
      return underWay(now) ? now : to("count-in");
    case "counted-in":
      return now.state === "count-in" ? to("dancing") : now;
    case "pause":
      return now.state === "count-in" || now.state === "dancing" ? to("paused", event.cause) : now;
    case "resume":
      return now.state === "paused" ? to("count-in") : now;
    case "end":
      return now.state === "dancing" ? to("ended") : now;
    case "finish":
      return now.state === "paused" ? to("ended") : now;
    case "give-up":
      return underWay(now) ? to("given-up") : now;
  }
}
