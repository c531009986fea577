import { type ReactElement, useEffect } from "react";
import { useWords } from "../state/language.ts";
import type { Done } from "./stage-take.ts";

/** Milliseconds that a score stands before its result page comes up: to read it, and to raise a hand for one more. */
const STAYS_MS = 6000;

interface DonePanelProps {
  readonly done: Done;
  /** A hand is in a ring: nobody is called away meanwhile. */
  readonly reaching: boolean;
  readonly onResult: () => void;
  readonly onAgain: () => void;
}

/** The score of a take that is over, large; its result page comes by itself. */
export function DonePanel({ done, reaching, onResult, onAgain }: DonePanelProps): ReactElement {
  const { take, stage, n } = useWords();
  const safe = done.id !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits anew when a hand comes or goes, not with every render
  useEffect(() => {
    if (!safe || reaching) return;
    const timer = setTimeout(onResult, STAYS_MS);
    return () => clearTimeout(timer);
  }, [safe, reaching]);
  return (
    <section className="st-panel done" aria-label={take.done}>
      <div role="status">
        <p>{take.done}</p>
        <b className="num">{n.score(done.score)}</b>
        <p>{safe ? take.sees : take.waits}</p>
      </div>
      <div className="row">
        {safe && (
          // biome-ignore lint/a11y/noAutofocus: what nearly everybody wants now is one key away
          <button type="button" className="btn go big" autoFocus onClick={onResult}>
            {take.result}
          </button>
        )}
        <button type="button" className="btn big" onClick={onAgain}>
          {stage.again}
        </button>
      </div>
    </section>
  );
}
