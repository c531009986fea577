import { useEffect } from "react";
import type { Gesture } from "#dance/practice/gesture.ts";
import type { DanceIn } from "../../stage/dance-in.ts";
import type { HandOffers } from "../../stage/index.ts";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";

/** What held hands do: begin; in a pause go on, keep what was danced, or dance it again. */
export function useDanceInHands(dance: DanceIn, held: boolean): void {
  const { danceIn: say } = useWords();
  const { state } = useWatch(dance.view);
  useEffect(() => {
    const acts: Partial<Record<Gesture, () => void>> = {};
    let offers: HandOffers = {};
    if (!held && (state === "setup" || state === "given-up")) {
      offers = { again: { words: say.start, sign: "play" } };
      acts.again = () => dance.start();
    } else if (!held && state === "paused") {
      offers = {
        pause: { words: say.goOn, sign: "play" },
        back: { words: say.pausedKeep, sign: "result" },
        again: { words: say.again, sign: "again" },
      };
      acts.pause = () => dance.resume();
      acts.back = () => dance.finish();
      acts.again = () => dance.giveUp();
    }
    if (held) return; // clapping asks for the hands itself
    dance.setHands(offers, (gesture) => acts[gesture]?.());
  }, [dance, state, held, say]);
}
