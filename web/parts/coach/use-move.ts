import { useCallback, useEffect, useRef, useState } from "react";
import { snapSpan } from "#dance/practice/span.ts";
import { LAYOUTS, NUDGE_MOST } from "../../state/coach/view.ts";
import { copyText } from "../../state/copy-text.ts";
import { usePageKeys } from "../page-keys.ts";
import { stepFrom } from "../replay-scene.ts";
import { nextLimb } from "./measures.ts";
import { type ReviewMove, reviewMoveOf } from "./review-keys.ts";
import type { DeskState } from "./use-desk.ts";

/** Copies the address of the view, and says so for a while. */
export function useCopy() {
  const [linked, setLinked] = useState(false);
  useEffect(() => {
    const timer = linked ? setTimeout(() => setLinked(false), 3000) : undefined;
    return () => clearTimeout(timer);
  }, [linked]);
  const copy = useCallback(() => {
    void copyText(location.href).then(setLinked);
  }, []);
  return { linked, copy };
}

interface MoveAsk {
  /** Counts of the choreography, and the one that is seen. */
  readonly counts: number;
  readonly count: number;
  readonly copy: () => void;
  readonly help: () => void;
  readonly write: () => void;
  readonly otherNote: (way: 1 | -1) => void;
}

/** Does what a button or a key asks for, and listens for keys on the whole page. */
export function useMove(desk: DeskState, ask: MoveAsk): (to: ReviewMove) => void {
  const now = useRef({ desk, ask });
  now.current = { desk, ask };
  const move = useCallback((to: ReviewMove) => doMove(now.current.desk, now.current.ask, to), []);
  usePageKeys((event) => {
    const to = event.defaultPrevented ? null : reviewMoveOf(event);
    if (!to) return;
    event.preventDefault();
    if (!event.repeat || to.kind === "step" || to.kind === "nudge") move(to);
  });
  return move;
}

function doMove({ view, change, scene, head }: DeskState, ask: MoveAsk, to: ReviewMove): void {
  if (to.kind === "step" || to.kind === "end") head.setPlaying(false);
  if (to.kind === "play") head.setPlaying(!head.playing);
  else if (to.kind === "end") head.go(to.way < 0 ? scene.from : scene.to);
  else if (to.kind === "step") head.go(stepFrom(scene, head.time.current, to.unit, to.way));
  else if (to.kind === "speed") {
    head.setRate(to.rate);
    change({ rate: to.rate });
  } else if (to.kind === "loop") change({ loop: view.loop ? null : snapSpan(ask.count, ask.count, ask.counts) });
  else if (to.kind === "layout") change({ layout: LAYOUTS[(LAYOUTS.indexOf(view.layout) + 1) % 3] ?? "side" });
  else if (to.kind === "limb") change({ limb: nextLimb(view.limb) });
  else if (to.kind === "nudge") {
    const next = (value: number) => Math.min(NUDGE_MOST, Math.max(-NUDGE_MOST, value + to.way));
    change(to.beside ? { besideNudge: next(view.besideNudge) } : { nudge: next(view.nudge) });
  } else if (to.kind === "link") ask.copy();
  else if (to.kind === "help") ask.help();
  else if (to.kind === "write") ask.write();
  else if (to.kind === "other-note") ask.otherNote(to.way);
}
