import { Circle, Square } from "lucide-react";
import type { ReactElement } from "react";
import type { DanceIn } from "../../stage/dance-in.ts";
import { useWords } from "../../state/language.ts";
import { type Senses, useWatch } from "../../state/rig.ts";
import { HeldDance } from "../pause-panel.tsx";
import { Foot } from "../stage-foot.tsx";
import { placeWords } from "../stage-setup.tsx";
import { CameraTrouble, GettingReady } from "../stage-trouble.tsx";

interface FootProps {
  readonly dance: DanceIn;
  readonly senses: Senses;
}

/** What stands below the picture before the dance and in pauses, or over it what is wrong with camera or detector. */
export function DanceInFoot({ dance, senses }: FootProps): ReactElement | null {
  const { state, pause, ringed, framing, hint } = useWatch(dance.view);
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
  if (state !== "paused") return null;
  const says = { goOn: say.goOn, finish: say.pausedKeep, giveUp: say.again };
  return <HeldDance dance={dance} senses={senses} cause={pause} hands={ringed} says={says} />;
}

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
