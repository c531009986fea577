import { ChevronsLeft, ChevronsRight, CircleHelp, Pause, SlidersHorizontal } from "lucide-react";
import { type ReactElement, useState } from "react";
import { useLocation } from "wouter";
import type { Stage } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import type { Practising } from "../state/practice.ts";
import { type Rig, useWatch } from "../state/rig.ts";
import { useStageKeys } from "./stage-keys.ts";
import { PassNote } from "./stage-pass.tsx";
import type { LoopTaking } from "./stage-practice.ts";
import { StandReady } from "./stage-setup.tsx";
import { KeySheet, PauseSheet } from "./stage-sheets.tsx";
import { SwitchSheet } from "./stage-switches.tsx";
import type { Taking } from "./stage-take.ts";
import { CameraTrouble, GettingReady } from "./stage-trouble.tsx";

interface FloorSheetsProps {
  readonly stage: Stage;
  /** Null in a loop. */
  readonly take: Taking | null;
  readonly loop: LoopTaking;
  readonly practising: Practising | null;
  readonly rig: Rig;
  readonly back: string;
}

/** What lies over the camera picture between takes and in pauses. */
export function FloorSheets({ stage, take, loop, practising, rig, back }: FloorSheetsProps): ReactElement {
  const words = useWords();
  const say = words.stage;
  const view = useWatch(stage.view);
  const live = useWatch(rig.camera.view).state === "live";
  const seeing = useWatch(rig.source.state).kind === "ready";
  const [keys, setKeys] = useState(false);
  const [settings, setSettings] = useState(false);
  const [, navigate] = useLocation();
  const paused = view.state === "paused";
  const { start, again } = take ?? loop;
  const finishing = take?.finishing ?? false;
  useStageKeys(
    stage,
    {
      start,
      again,
      leave: () => navigate(back),
      help: () => setKeys(true),
      settings: () => setSettings(true),
      resume: practising ? again : () => stage.resume(),
      ...(practising && { step: loop.step }),
    },
    keys || settings || finishing,
  );
  const resting = view.state === "setup" || view.state === "given-up";
  return (
    <>
      {resting &&
        (live && !seeing ? (
          <GettingReady rig={rig} />
        ) : live ? (
          <StandReady framing={view.framing} hint={view.hint} onStart={start} again={view.state === "given-up"} />
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
      {practising && !paused && <PassNote practising={practising} />}
      {practising && view.state === "dancing" && <SpeedButtons onStep={loop.step} />}
      {resting && (
        <button
          type="button"
          className="st-corner set"
          aria-label={words.practice.settings}
          onClick={() => setSettings(true)}
        >
          <SlidersHorizontal aria-hidden />
        </button>
      )}
      {(finishing || (take && view.state === "ended")) && <p className="st-done">{say.finishing}</p>}
      {paused && !keys && !settings && (
        <PauseSheet
          cause={view.pause}
          {...{ back, practising }}
          ready={live && seeing}
          onResume={practising ? again : () => stage.resume()}
          onAgain={again}
          onSettings={() => setSettings(true)}
        />
      )}
      {settings && <SwitchSheet stage={stage} onClose={() => setSettings(false)} />}
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </>
  );
}

/** Slower and faster while a loop goes round; the next pass takes it up. */
function SpeedButtons({ onStep }: { readonly onStep: (way: 1 | -1) => void }): ReactElement {
  const { practice } = useWords();
  return (
    <div className="st-speeds">
      <button type="button" aria-label={practice.slower} title={practice.nextPass} onClick={() => onStep(-1)}>
        <ChevronsLeft aria-hidden />
      </button>
      <button type="button" aria-label={practice.faster} title={practice.nextPass} onClick={() => onStep(1)}>
        <ChevronsRight aria-hidden />
      </button>
    </div>
  );
}
