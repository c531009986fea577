import type { ReactElement, ReactNode } from "react";
import { Link } from "wouter";
import type { CameraView } from "../camera/types.ts";
import type { DetectorState } from "../detector/index.ts";
import type { PauseCause } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import type { Practising } from "../state/practice.ts";
import { type Rig, useWatch } from "../state/rig.ts";
import type { Words } from "../words/index.ts";
import { ladderSays } from "../words/ladder.ts";
import type { StageActs } from "./stage-hands.ts";

interface PausePanelProps {
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

/** What holds the take up: a sense that is away, or nothing any more. */
function trouble(words: Words, camera: CameraView, detector: DetectorState): readonly [string, string] | null {
  const { setup, take } = words;
  const { state } = camera;
  if (state !== "live") return [setup[state], setup[`${state}Say`]];
  if (detector.kind === "failed") return [take.lost, setup[detector.failure]];
  return detector.kind === "ready" ? null : take.mending;
}

function said(words: Words, cause: PauseCause | null, practising: Practising | null): readonly [string, string] {
  const [title, say] = words.stage.pauses[cause ?? "asked"];
  if (!practising) return [title, say];
  const ladder = practising.said ? ladderSays(words, practising.said) : "";
  return [title, `${ladder} ${practising.pass ? words.practice.held : ""}`];
}

/** The take waits, below the picture in which the dancer sees herself and the rings. */
export function PausePanel(props: PausePanelProps): ReactElement {
  const { rig, cause, practising, back, finish } = props;
  const words = useWords();
  const { stage, practice, take } = words;
  const camera = useWatch(rig.camera.view);
  const detector = useWatch(rig.source.state);
  const amiss = trouble(words, camera, detector);
  const [title, say] = amiss ?? said(words, cause, practising);
  return (
    <section className="st-panel" role="alertdialog" aria-labelledby="st-paused" aria-describedby="st-paused-say">
      <div>
        <h2 id="st-paused">{title}</h2>
        <p id="st-paused-say">
          {say} {amiss && (finish ? take.waitsFinish : take.held)}
        </p>
      </div>
      <div className="row">
        {amiss ? <Mend rig={rig} camera={camera} detector={detector} /> : <GoOn {...props} />}
        {amiss && finish && (
          <button type="button" className="btn big" onClick={finish}>
            {take.finish}
          </button>
        )}
        <Link className="btn big" href={back}>
          {practising ? practice.end : stage.giveUp}
        </Link>
      </div>
    </section>
  );
}

/** Going on, and all that may be done before. */
function GoOn({ acts, practising, onSettings }: PausePanelProps): ReactElement {
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

/** What mends a camera or a detector that is away. */
function Mend({
  rig,
  camera,
  detector,
}: {
  rig: Rig;
  camera: CameraView;
  detector: DetectorState;
}): ReactElement | null {
  const { setup } = useWords();
  const away = camera.state !== "live";
  if (away ? camera.state === "asked" : detector.kind !== "failed") return null;
  const others = away ? camera.devices.filter(({ id }) => id) : [];
  return (
    <>
      <Main onClick={() => (away ? rig.camera.retry() : rig.source.retry())}>{setup.retry}</Main>
      {others.map(({ id, label }, i) => (
        <button key={id} type="button" className="btn big" onClick={() => rig.camera.choose(id)}>
          {label || setup.cameraN(i + 1)}
        </button>
      ))}
    </>
  );
}

/** The first thing to do, one key away: the panel came up by itself. */
const Main = ({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noAutofocus: the panel came up by itself; going on is one key away
  <button type="button" className="btn go big" autoFocus onClick={onClick}>
    {children}
  </button>
);
