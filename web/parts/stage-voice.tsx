import { type ReactElement, useEffect, useState, useSyncExternalStore } from "react";
import type { Watch } from "../detector/index.ts";
import { Announcer, countWord } from "../song/voice.ts";
import type { Stage, StageState } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { useSwitches } from "../state/switches.ts";
import { placeWords } from "./stage-setup.tsx";

/** Milliseconds that a sentence must stand on the screen before it is spoken. */
const STEADY_MS = 800;

const nothing = () => () => undefined;

/** A title and the first sentence under it: who stands three metres away does not want to hear more. */
export const spokenOf = ([title, say]: readonly [string, string]): string => `${title}. ${say.split(/(?<=[.?])\s/)[0]}`;

/** Speaks what is said of the dancer's place between takes; silent in a take from the count-in on, and while `quiet`. */
export function useSpokenPlace(stage: Pick<Stage, "view"> | null, quiet: boolean): void {
  const words = useWords();
  const { hints, seated } = useSwitches();
  const [announcer] = useState(() => new Announcer());
  const view = useSyncExternalStore(stage?.view.subscribe ?? nothing, () => stage?.view.get() ?? null);
  const resting = view?.state === "setup" || view?.state === "given-up";
  const text = resting && hints && !quiet ? spokenOf(placeWords(words, view.framing, view.hint, seated)) : null;
  useEffect(() => {
    if (text === null) return announcer.tell(null, words.language);
    const timer = setTimeout(() => announcer.tell(text, words.language), STEADY_MS);
    return () => clearTimeout(timer);
  }, [announcer, text, words.language]);
  useEffect(() => () => announcer.tell(null, "en"), [announcer]);
}

/** The count that is spoken, in writing; `count` from 0 over the choreography, negative in the count-in. */
export function CountCaption({
  stage,
  count,
}: {
  readonly stage: { readonly view: Watch<{ readonly state: StageState }> };
  readonly count: number;
}): ReactElement | null {
  const { language } = useWords();
  const { counting } = useSwitches();
  const state = useSyncExternalStore(stage.view.subscribe, () => stage.view.get().state);
  if (!counting || (state !== "count-in" && state !== "dancing")) return null;
  return (
    <p className="st-caption" aria-hidden="true">
      {countWord(count, language)}
    </p>
  );
}
