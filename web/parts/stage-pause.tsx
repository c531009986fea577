import type { ReactElement } from "react";
import { Link } from "wouter";
import type { PauseCause } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import type { Practising } from "../state/practice.ts";
import type { Rig } from "../state/rig.ts";
import type { Words } from "../words/index.ts";
import { ladderSays } from "../words/ladder.ts";
import { Main, Mend, PausePanel, useTrouble } from "./pause-panel.tsx";
import type { StageActs } from "./stage-hands.ts";

interface TakePausedProps {
  readonly cause: PauseCause | null;
  readonly rig: Rig;
  readonly acts: StageActs;
  readonly back: string;
  /** Ends the take with what was danced; null in a loop, or before anything was judged. */
  readonly finish: (() => void) | null;
  readonly onSettings: () => void;
  /** In a loop: the pass under way is broken, the ones before it are kept. */
  readonly practising: Practising | null;
}

function said(words: Words, cause: PauseCause | null, practising: Practising | null): readonly [string, string] {
  const [title, say] = words.stage.pauses[cause ?? "asked"];
  if (!practising) return [title, say];
  const ladder = practising.said ? ladderSays(words, practising.said) : "";
  return [title, `${ladder} ${practising.pass ? words.practice.held : ""}`];
}

/** The take waits, below the picture in which the dancer sees herself and the rings. */
export function TakePaused(props: TakePausedProps): ReactElement {
  const { rig, cause, practising, back, finish } = props;
  const words = useWords();
  const { stage, practice, take } = words;
  const amiss = useTrouble(rig);
  const [title, say] = amiss ?? said(words, cause, practising);
  return (
    <PausePanel title={title} say={`${say} ${amiss ? (finish ? take.waitsFinish : take.held) : ""}`}>
      {amiss ? <Mend {...rig} /> : <GoOn {...props} />}
      {amiss && finish && (
        <button type="button" className="btn big" onClick={finish}>
          {take.finish}
        </button>
      )}
      <Link className="btn big" href={back}>
        {practising ? practice.end : stage.giveUp}
      </Link>
    </PausePanel>
  );
}

/** Going on, and all that may be done before. */
function GoOn({ acts, practising, onSettings }: TakePausedProps): ReactElement {
  const { stage, practice, take } = useWords();
  return (
    <>
      <Main onClick={acts.goOn}>{stage.resume}</Main>
      {acts.back && (
        <button type="button" className="btn big" onClick={acts.back}>
          {take.eightBack}
        </button>
      )}
      {!practising && (
        <button type="button" className="btn big" onClick={acts.again}>
          {stage.again}
        </button>
      )}
      <button type="button" className="btn big" onClick={onSettings}>
        {practice.settings}
      </button>
    </>
  );
}
