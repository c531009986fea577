import { type ReactElement, useState } from "react";
import { useLocation } from "wouter";
import { nearestSpeed } from "#dance/practice/ladder.ts";
import { type Stage, underWay } from "../stage/index.ts";
import { useHoldPage } from "../state/at-stake.ts";
import type { Practising } from "../state/practice.ts";
import { type Rig, useWatch } from "../state/rig.ts";
import type { KeptVideo } from "../state/teacher-video.ts";
import { Corners, PauseCorner, SpeedButtons } from "./stage-corners.tsx";
import { DonePanel } from "./stage-done.tsx";
import { Foot, HandsNote } from "./stage-foot.tsx";
import { type StageActs, useHands } from "./stage-hands.ts";
import { useStageKeys } from "./stage-keys.ts";
import { NextLoop, PassNote } from "./stage-pass.tsx";
import { TakePaused } from "./stage-pause.tsx";
import type { LoopTaking } from "./stage-practice.ts";
import { SettingsAway, useSettings } from "./stage-settings.tsx";
import { StandReady } from "./stage-setup.tsx";
import { KeySheet } from "./stage-sheets.tsx";
import type { Taking } from "./stage-take.ts";
import { CameraTrouble, GettingReady } from "./stage-trouble.tsx";

interface FloorSheetsProps {
  readonly stage: Stage;
  /** Null in a loop. */
  readonly take: Taking | null;
  readonly loop: LoopTaking;
  readonly practising: Practising | null;
  readonly rig: Rig;
  readonly kept: KeptVideo;
  readonly back: string;
}

/** What may be done on the stage, in a take or in a loop. */
function actsOf(stage: Stage, take: Taking | null, loop: LoopTaking): StageActs {
  if (!take) {
    const { start, again } = loop;
    return { start, again, goOn: again, back: null, setRate: (rate) => loop.speed(nearestSpeed(rate)), result: null };
  }
  return {
    start: take.start,
    again: take.again,
    goOn: () => stage.resume(),
    back: () => stage.back(),
    setRate: (rate) => void stage.setRate(rate),
    result: take.done ? take.result : null,
  };
}

/** What lies over the camera picture and below it between takes and in pauses, with all keys and hands. */
export function FloorSheets({ stage, take, loop, practising, rig, kept, back }: FloorSheetsProps): ReactElement {
  const view = useWatch(stage.view);
  const live = useWatch(rig.camera.view).state === "live";
  const seeing = useWatch(rig.source.state).kind === "ready";
  const [keys, setKeys] = useState(false);
  const [, navigate] = useLocation();
  const { state } = view;
  const acts = actsOf(stage, take, loop);
  const rate = practising ? practising.ladder.speed : view.rate;
  const danced = state === "dancing" || state === "count-in";
  useHoldPage(take !== null && (underWay(view) || take.done?.id === null));
  const settings = useSettings(danced);
  const { Sheet } = settings;
  const sheet = keys || Sheet !== null;
  const show = { help: () => setKeys(true), settings: settings.show };
  useHands(stage, state, rate, acts, sheet);
  useStageKeys(stage, { ...acts, ...show, rate, leave: () => navigate(back) }, sheet);
  // A loop ends only to go on with a longer one, or, where nobody is seen just then, to be begun by hand.
  const resting = state === "setup" || state === "given-up" || (state === "ended" && !take);
  return (
    <>
      {resting && !live && <CameraTrouble camera={rig.camera} />}
      {resting && live && !seeing && <GettingReady rig={rig} />}
      {danced && <PauseCorner onPause={() => stage.pause()} />}
      {resting && <Corners {...show} />}
      {practising && state !== "paused" && <PassNote practising={practising} />}
      {practising && state === "dancing" && <SpeedButtons onStep={loop.step} />}
      {state === "count-in" && stage.heedsArms && <HandsNote crossed />}
      {resting && live && seeing && (
        <Foot hands={view.ringed}>
          {take || loop.ready ? (
            <StandReady framing={view.framing} hint={view.hint} onStart={acts.start} again={state !== "setup"} />
          ) : (
            <NextLoop retry={loop.retry} />
          )}
        </Foot>
      )}
      {state === "paused" && !sheet && (
        <Foot hands={live && seeing && view.ringed}>
          <TakePaused
            {...{ rig, acts, back, practising }}
            cause={view.pause}
            finish={practising || stage.frames.length === 0 ? null : () => stage.finish()}
            onSettings={show.settings}
          />
        </Foot>
      )}
      {state === "ended" && take?.done && !sheet && (
        <Foot hands={view.ringed}>
          <DonePanel done={take.done} reaching={view.reaching} onResult={take.result} onAgain={acts.start} />
        </Foot>
      )}
      {Sheet && <Sheet stage={stage} kept={kept} onClose={settings.close} />}
      {settings.away && <SettingsAway />}
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </>
  );
}
