import { useEffect, useMemo, useRef } from "react";
import type { Gesture } from "#dance/practice/gesture.ts";
import type { HandOffers, Stage, StageState } from "../stage/index.ts";
import { nextRate } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import type { Words } from "../words/index.ts";

/** What the dancer may have done on the stage, by key, by hand or by button. */
export interface StageActs {
  readonly start: () => void;
  readonly again: () => void;
  readonly goOn: () => void;
  /** One eight-count back; null in a loop, whose pass begins anew. */
  readonly back: (() => void) | null;
  readonly setRate: (rate: number) => void;
  /** Null while there is none to see. */
  readonly result: (() => void) | null;
}

type Offer = NonNullable<HandOffers[Gesture]> & { readonly act: () => void };
type Offers = Readonly<Partial<Record<Gesture, Offer>>>;

/** One step slower; at the slowest, full speed again, so that a hand alone reaches every speed. */
function slower({ hands, n }: Words, rate: number, acts: StageActs): Offer {
  const next = nextRate(rate, -1);
  const words = next === null ? hands.fullSpeed(n.speed(1)) : hands.slower(n.speed(next));
  return { words, sign: "slower", act: () => acts.setRate(next ?? 1) };
}

/** What each ring does as the stage stands: start or again; back or slower; go on. */
function offersFor(words: Words, state: StageState, rate: number, acts: StageActs): Offers {
  const { hands } = words;
  const again: Offer = { words: hands.again, sign: "again", act: acts.again };
  switch (state) {
    case "setup":
    case "given-up":
      return {
        again: { words: hands.start, sign: "play", act: acts.start },
        back: slower(words, rate, acts),
      };
    case "paused":
      return {
        again,
        back: acts.back ? { words: hands.eightBack, sign: "back", act: acts.back } : slower(words, rate, acts),
        pause: { words: hands.goOn, sign: "play", act: acts.goOn },
      };
    case "ended":
      return acts.result
        ? {
            again: { ...again, act: acts.start },
            back: slower(words, rate, acts),
            pause: { words: hands.result, sign: "result", act: acts.result },
          }
        : {};
    default:
      return {};
  }
}

/** Offers what is to be done just now to the dancer's hands; nothing while `held` by a sheet. */
export function useHands(stage: Stage, state: StageState, rate: number, acts: StageActs, held: boolean): void {
  const words = useWords();
  const latest = useRef<Offers>({});
  latest.current = held ? {} : offersFor(words, state, rate, acts);
  const key = JSON.stringify(latest.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is all that is drawn; what is done is looked up
  const offers = useMemo(() => latest.current, [key]);
  useEffect(() => stage.setHands(offers, (gesture) => latest.current[gesture]?.act()), [stage, offers]);
}
