import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Gesture } from "#dance/practice/gesture.ts";
import type { DanceIn } from "../../stage/dance-in.ts";
import type { HandOffers } from "../../stage/index.ts";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";
import { isNeeded, isWriting } from "../key-of.ts";

/** Space begins, pauses and goes on; Escape pauses, and leaves from there. Nothing while `held` by what has keys of its own. */
export function useDanceInKeys(dance: DanceIn, held: boolean): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    if (held) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.defaultPrevented || isWriting(event)) return;
      const { state } = dance.view.get();
      const danced = state === "dancing" || state === "count-in";
      if (event.key === "Escape" && danced) dance.pause();
      else if (event.key === "Escape") navigate("/studio");
      else if (event.key !== " " || isNeeded(event)) return;
      else if (danced) dance.pause();
      else if (state === "paused") dance.resume();
      else dance.start();
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [dance, navigate, held]);
}

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
