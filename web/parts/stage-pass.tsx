import { type ReactElement, useEffect, useState } from "react";
import { useWords } from "../state/language.ts";
import type { Practising } from "../state/practice.ts";
import { ladderSays } from "../words/ladder.ts";

/** Milliseconds that a pass is shown: two counts of a slow song to look up, and the rest to read. */
const SHOWN_MS = 5000;

/** What a pass was worth and what the ladder did, shown over the picture while the next is danced. */
export function PassNote({ practising }: { readonly practising: Practising }): ReactElement | null {
  const words = useWords();
  const { pass, said } = practising;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!pass && !said) return;
    setShown(true);
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [pass, said]);
  return (
    <div className={shown ? "st-pass" : "vh"} role="status">
      {pass && said?.why !== "asked" && (
        <p>
          <b className="num">{words.n.score(pass.score)}</b>{" "}
          <span>{words.practice.atSpeed(words.n.speed(pass.rate))}</span>
        </p>
      )}
      {said && <p className="say">{ladderSays(words, said)}</p>}
    </div>
  );
}

/** In place of the start while what is looped next is made ready; where it could not be, the way to try again. */
export function NextLoop({ retry }: { readonly retry: (() => void) | null }): ReactElement {
  const { setup } = useWords();
  return (
    <section className="st-ready">
      <div role={retry ? "alert" : "status"}>
        <h2>{retry ? setup.songFailed : setup.longer}</h2>
        <p>{retry ? setup.songFailedSay : setup.longerSay}</p>
      </div>
      {retry && (
        <button type="button" className="btn go big" onClick={retry}>
          {setup.retry}
        </button>
      )}
    </section>
  );
}
