import { Circle, Square } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import type { DanceIn } from "../../stage/dance-in.ts";
import { useWords } from "../../state/language.ts";
import { type Senses, useWatch } from "../../state/rig.ts";
import type { Words } from "../../words/index.ts";
import { Foot } from "../stage-foot.tsx";
import { placeWords } from "../stage-setup.tsx";
import { CameraTrouble, GettingReady } from "../stage-trouble.tsx";

interface FootProps {
  readonly dance: DanceIn;
  readonly senses: Senses;
}

/** What stands below the picture before the dance and in pauses, or over it what is wrong with camera or detector. */
export function DanceInFoot({ dance, senses }: FootProps): ReactElement | null {
  const { state, ringed, framing, hint } = useWatch(dance.view);
  const live = useWatch(senses.camera.view).state === "live";
  const seeing = useWatch(senses.source.state).kind === "ready";
  const words = useWords();
  const { danceIn: say } = words;
  if (state === "setup" || state === "given-up") {
    if (!live) return <CameraTrouble camera={senses.camera} />;
    if (!seeing) return <GettingReady rig={senses} />;
    const [title, place] = placeWords(words, framing, hint, false);
    const well = framing === "whole" && hint === null;
    return (
      <Foot hands={ringed}>
        <section className={`st-ready ${hint ?? framing}`}>
          <div role="status">
            <h2>{title}</h2>
            <p>{well ? say.startSay : place}</p>
          </div>
          <div className="st-go">
            <button type="button" className="btn go big" onClick={() => dance.start()}>
              <Circle fill="currentColor" aria-hidden />
              {say.start}
            </button>
          </div>
        </section>
      </Foot>
    );
  }
  return state === "paused" ? <Paused {...{ dance, senses }} /> : null;
}

/** What holds the recording up, and whether it may go on. */
function pauseWords(words: Words, dance: DanceIn, senses: Senses): readonly [string, string, boolean] {
  const { setup, stage, take } = words;
  const camera = senses.camera.view.get().state;
  const detector = senses.source.state.get();
  if (camera !== "live") return [setup[camera], `${setup[`${camera}Say`]} ${take.held}`, false];
  if (detector.kind === "failed") return [take.lost, `${setup[detector.failure]} ${take.held}`, false];
  if (detector.kind !== "ready") return [take.mending[0], `${take.mending[1]} ${take.held}`, false];
  return [...stage.pauses[dance.view.get().pause ?? "asked"], true];
}

function Paused({ dance, senses }: FootProps): ReactElement {
  const words = useWords();
  const { danceIn: say, setup } = words;
  const camera = useWatch(senses.camera.view);
  const { ringed } = useWatch(dance.view);
  const detector = useWatch(senses.source.state);
  const [title, text, may] = pauseWords(words, dance, senses);
  const mend = camera.state !== "live" ? () => senses.camera.retry() : () => senses.source.retry();
  const canMend = (camera.state !== "live" && camera.state !== "asked") || detector.kind === "failed";
  return (
    <Foot hands={may && ringed}>
      <section className="st-panel" role="alertdialog" aria-labelledby="di-paused" aria-describedby="di-paused-say">
        <div>
          <h2 id="di-paused">{title}</h2>
          <p id="di-paused-say">{text}</p>
        </div>
        <div className="row">
          {may && <Main onClick={() => dance.resume()}>{say.goOn}</Main>}
          {!may && canMend && <Main onClick={mend}>{setup.retry}</Main>}
          <button type="button" className="btn big" onClick={() => dance.finish()}>
            {say.pausedKeep}
          </button>
          <button type="button" className="btn big" onClick={() => dance.giveUp()}>
            {say.again}
          </button>
        </div>
      </section>
    </Foot>
  );
}

/** The first thing to do, one key away: the panel came up by itself. */
const Main = ({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noAutofocus: the panel came up by itself; going on is one key away
  <button type="button" className="btn go big" autoFocus onClick={onClick}>
    {children}
  </button>
);

/** Ends the recording, while it runs. */
export function StopCorner({ onStop }: { readonly onStop: () => void }): ReactElement {
  const { danceIn } = useWords();
  return (
    <button type="button" className="di-stop btn go" onClick={onStop}>
      <Square fill="currentColor" aria-hidden />
      {danceIn.stop}
    </button>
  );
}
