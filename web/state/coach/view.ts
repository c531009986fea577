import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { Span } from "#dance/practice/span.ts";

/** How bodies are laid out: side by side, one over the other, and that with what was before and comes after. */
export const LAYOUTS = ["side", "over", "onion"] as const;
export type Layout = (typeof LAYOUTS)[number];
export const REVIEW_SPEEDS = [0.1, 0.25, 0.5, 0.75, 1] as const;

/** Everything that a review shows: what its address says, so that a link leads to the very view. */
export interface ReviewView {
  /** Song time in seconds; null: the beginning. */
  readonly at: number | null;
  readonly layout: Layout;
  readonly rate: number;
  /** The take that stands beside, of whoever it is. */
  readonly beside: string | null;
  readonly limb: LimbGroup | null;
  /** The note that is open. */
  readonly note: string | null;
  /** Counts that are gone round in, from 0 over the whole choreography. */
  readonly loop: Span | null;
  /** Frames (1/30 s) by which the take and the one beside are moved against the song by hand. */
  readonly nudge: number;
  readonly besideNudge: number;
}

/** Frames that anything may be nudged by. */
export const NUDGE_MOST = 30;
const ID = /^[0-9A-Za-z-]{1,64}$/;

const number = (text: string | null): number | null => (text && Number.isFinite(Number(text)) ? Number(text) : null);
const frames = (text: string | null): number =>
  Math.round(Math.min(NUDGE_MOST, Math.max(-NUDGE_MOST, number(text) ?? 0)));
const id = (text: string | null): string | null => (text && ID.test(text) ? text : null);

function spanIn(text: string | null): Span | null {
  const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(text ?? "")?.map(Number) ?? [];
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

/** The view that an address asks for; what it does not say, or says wrongly, is as usual. */
export function viewOf(search: string, usual: Layout): ReviewView {
  const asked = new URLSearchParams(search);
  const rate = number(asked.get("rate"));
  return {
    at: number(asked.get("at")),
    layout: LAYOUTS.find((it) => it === asked.get("view")) ?? usual,
    rate: REVIEW_SPEEDS.find((it) => it === rate) ?? 0.5,
    beside: id(asked.get("beside")),
    limb: LIMB_GROUPS.find((it) => it === asked.get("limb")) ?? null,
    note: id(asked.get("note")),
    loop: spanIn(asked.get("loop")),
    nudge: frames(asked.get("nudge")),
    besideNudge: frames(asked.get("nudge2")),
  };
}

/** The address of a view of a take's review. */
export function reviewAddress(takeId: string, view: Partial<ReviewView> = {}): string {
  const search = new URLSearchParams();
  const say = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== 0) search.set(name, String(value));
  };
  say("at", view.at === null || view.at === undefined ? null : Math.round(view.at * 1000) / 1000);
  say("view", view.layout);
  say("rate", view.rate);
  say("beside", view.beside);
  say("limb", view.limb);
  say("note", view.note);
  say("loop", view.loop && `${view.loop.from}-${view.loop.to}`);
  say("nudge", view.nudge);
  say("nudge2", view.besideNudge);
  const text = search.toString();
  return `/review/${takeId}${text ? `?${text}` : ""}`;
}
