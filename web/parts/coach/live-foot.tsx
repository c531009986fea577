import type { ReactElement, ReactNode } from "react";
import { Link } from "wouter";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";
import type { Words } from "../../words/index.ts";
import { Foot } from "../stage-foot.tsx";
import { CameraTrouble, GettingReady } from "../stage-trouble.tsx";
import { type FootProps, Gather, Places } from "./live-gather.tsx";

/** What stands below the picture before the dance and in pauses, or over it what is wrong with camera or detector. */
export function LiveFoot(props: FootProps): ReactElement | null {
  const { dance, senses } = props;
  const view = useWatch(dance.view);
  const live = useWatch(senses.camera.view).state === "live";
  const seeing = useWatch(senses.source.state).kind === "ready";
  if (view.state === "paused") return <Paused {...props} may={live && seeing} />;
  if (view.state !== "setup" && view.state !== "given-up") return null;
  if (!live) return <CameraTrouble camera={senses.camera} />;
  if (!seeing) return <GettingReady rig={senses} />;
  return (
    <Foot hands={false}>{view.startsIn === null ? <Gather {...props} view={view} /> : <Places {...props} />}</Foot>
  );
}

/** What holds the dance up. */
function pauseWords(words: Words, { dance, senses }: FootProps): readonly [string, string] {
  const { setup, stage, take } = words;
  const camera = senses.camera.view.get().state;
  const detector = senses.source.state.get();
  if (camera !== "live") return [setup[camera], `${setup[`${camera}Say`]} ${take.held}`];
  if (detector.kind === "failed") return [take.lost, `${setup[detector.failure]} ${take.held}`];
  if (detector.kind !== "ready") return [take.mending[0], `${take.mending[1]} ${take.held}`];
  return stage.pauses[dance.view.get().pause ?? "asked"];
}

function Paused(props: FootProps & { readonly may: boolean }): ReactElement {
  const { dance, senses, back, may } = props;
  const words = useWords();
  const { live: say, setup } = words;
  const camera = useWatch(senses.camera.view).state;
  const detector = useWatch(senses.source.state).kind;
  const [title, text] = pauseWords(words, props);
  const mend = camera !== "live" ? () => senses.camera.retry() : () => senses.source.retry();
  const canMend = (camera !== "live" && camera !== "asked") || detector === "failed";
  return (
    <Foot hands={false}>
      <section className="st-panel" role="alertdialog" aria-labelledby="live-paused" aria-describedby="live-paused-say">
        <div>
          <h2 id="live-paused">{title}</h2>
          <p id="live-paused-say">
            {text} {may && say.stand}
          </p>
        </div>
        <div className="row">
          {may && <Main onClick={() => dance.resume()}>{say.goOn}</Main>}
          {!may && canMend && <Main onClick={mend}>{setup.retry}</Main>}
          <button type="button" className="btn big" onClick={() => dance.finish()}>
            {say.finish}
          </button>
          <button type="button" className="btn big" onClick={() => dance.giveUp()}>
            {say.giveUp}
          </button>
          <Link className="btn big" href={back}>
            {say.leave}
          </Link>
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
