import {
  type Break,
  climb,
  type Ladder,
  type LadderEvent,
  type LadderStep,
  nearestSpeed,
  openLadder,
  type Pass,
  type Speed,
} from "#dance/practice/ladder.ts";
import type { Span } from "#dance/practice/span.ts";
import { type Store, store } from "./stored.ts";

/** A pass that is over, as it is shown for a moment. */
export interface ShownPass {
  /** From 1. */
  readonly number: number;
  readonly score: number;
  readonly rate: Speed;
}

/** How practising a loop stands. */
export interface Practising {
  readonly ladder: Ladder;
  /** Whether the ladder moves by itself. */
  readonly climbing: boolean;
  /** The last pass; null before the first. */
  readonly pass: ShownPass | null;
  /** What the ladder did last; null where nothing is worth saying. */
  readonly said: LadderStep | null;
}

/** Practising a loop: told what happens on the stage, it says at which speed to go on. */
export interface Practice extends Store<Practising> {
  /** A pass begins after a count-in. */
  began(): void;
  /** A pass is over: the speed of the next; null where the loop has grown and is counted in anew. */
  passed(pass: Pass): Speed | null;
  broke(why: Break): void;
  /** For the next pass; this one goes on as it is. */
  speed(speed: Speed): void;
  climb(on: boolean): void;
}

/** Opens practice of a span that may grow to `limit`. */
export function openPractice(span: Span, limit: Span, rate: number, climbing: boolean): Practice {
  const ladder = openLadder(span, limit, nearestSpeed(rate));
  const state = store<Practising>({ ladder, climbing, pass: null, said: null });
  /** The speed that is danced now: one that was asked for in the middle of a pass waits for the next. */
  let danced: Speed = ladder.speed;
  const happen = (event: LadderEvent): void => {
    const { ladder, step } = climb(state.get().ladder, event);
    state.set({ ...state.get(), ladder, said: step });
  };
  const began = (): void => {
    const { said } = state.get();
    happen({ kind: "began" });
    // That the loop has grown is read while the longer one is counted in; what was said of a pause is over with it.
    if (said?.did === "joined") state.set({ ...state.get(), said });
    danced = state.get().ladder.speed;
  };
  return {
    ...state,
    began,
    passed(pass) {
      const before = state.get();
      const shown = { number: (before.pass?.number ?? 0) + 1, score: pass.score, rate: danced };
      if (before.climbing) happen({ kind: "passed", pass });
      else state.set({ ...before, ladder: { ...before.ladder, mixed: false }, said: null });
      const now = state.get();
      state.set({ ...now, pass: shown });
      danced = now.ladder.speed;
      return now.ladder.span === before.ladder.span ? danced : null;
    },
    broke: (why) => happen({ kind: "broken", why }),
    speed: (speed) => happen({ kind: "speed", speed }),
    climb: (on) => state.set({ ...state.get(), climbing: on }),
  };
}
