import { CircleHelp, Pause } from "lucide-react";
import { type ReactElement, useState } from "react";
import { useLocation } from "wouter";
import type { Stage } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { type Rig, useWatch } from "../state/rig.ts";
import { useStageKeys } from "./stage-keys.ts";
import { CameraTrouble, StandReady } from "./stage-setup.tsx";
import { KeySheet, PauseSheet } from "./stage-sheets.tsx";
import type { Taking } from "./stage-take.ts";

interface FloorSheetsProps {
  readonly stage: Stage;
  readonly take: Taking;
  readonly rig: Rig;
  readonly back: string;
}

/** What lies over the camera picture between takes and in pauses. */
export function FloorSheets({ stage, take, rig, back }: FloorSheetsProps): ReactElement {
  const { stage: say } = useWords();
  const view = useWatch(stage.view);
  const live = useWatch(rig.camera.view).state === "live";
  const [keys, setKeys] = useState(false);
  const [, navigate] = useLocation();
  const paused = view.state === "paused";
  useStageKeys(
    stage,
    { start: take.start, again: take.again, leave: () => navigate(back), help: () => setKeys(true) },
    keys || take.finishing,
  );
  const resting = view.state === "setup" || view.state === "given-up";
  return (
    <>
      {resting &&
        (live ? (
          <StandReady framing={view.framing} onStart={take.start} again={view.state === "given-up"} />
        ) : (
          <CameraTrouble camera={rig.camera} />
        ))}
      {(view.state === "dancing" || view.state === "count-in") && (
        <button type="button" className="st-corner" aria-label={say.pause} onClick={() => stage.pause()}>
          <Pause fill="currentColor" aria-hidden />
        </button>
      )}
      {resting && (
        <button type="button" className="st-corner keys" aria-label={say.keys} onClick={() => setKeys(true)}>
          <CircleHelp aria-hidden />
        </button>
      )}
      {(take.finishing || view.state === "ended") && <p className="st-done">{say.finishing}</p>}
      {paused && !keys && (
        <PauseSheet cause={view.pause} back={back} ready={live} onResume={() => stage.resume()} onAgain={take.again} />
      )}
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </>
  );
}
