import { type ReactElement, useCallback, useEffect, useState } from "react";
import { useWords } from "../state/language.ts";
import type SwitchSheet from "./stage-switches.tsx";

/**
 * The sheet of settings, a chunk of its own: fetched with the stage, for in a pause the network may be gone. `Sheet` is
 * null until it was asked for and is there; until then nothing of the stage makes room. `away`: it could not be had.
 */
export function useSettings(danced: boolean) {
  const [it, setIt] = useState<typeof SwitchSheet | null>(null);
  const [asked, setAsked] = useState(false);
  const [away, setAway] = useState(false);
  const fetch = useCallback(
    () =>
      import("./stage-switches.tsx").then(
        ({ default: sheet }) => setIt(() => sheet),
        () => setAway(true),
      ),
    [],
  );
  useEffect(() => void fetch(), [fetch]);
  useEffect(() => {
    if (danced) setAsked(false); // whoever dances on meanwhile has no sheet come up before her
  }, [danced]);
  const show = () => {
    setAsked(true);
    setAway(false);
    void fetch();
  };
  return { Sheet: asked ? it : null, away: asked && away && it === null, show, close: () => setAsked(false) };
}

/** That settings could not be had, and that nothing is lost by it. */
export function SettingsAway(): ReactElement {
  const { practice } = useWords();
  return (
    <p className="st-note" role="alert">
      {practice.settingsAway}
    </p>
  );
}
