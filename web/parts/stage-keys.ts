import { useEffect, useRef } from "react";
import type { Stage } from "../stage/index.ts";
import { TEACHER_PLACES } from "../stage/types.ts";
import { RATES } from "../state/addresses.ts";
import { turn } from "../state/switches.ts";

export interface StageKeyActions {
  readonly start: () => void;
  readonly again: () => void;
  readonly leave: () => void;
  readonly help: () => void;
  readonly resume: () => void;
  readonly settings: () => void;
  /** In a loop: a step slower or faster, even while it is danced. */
  readonly step?: (way: 1 | -1) => void;
}

/** Space on a control that has its own use for it is left to that control. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("button, a, input, select, textarea, [role=radio]") !== null;

function pressSpace(stage: Stage, actions: StageKeyActions): void {
  const { state } = stage.view.get();
  if (state === "dancing" || state === "count-in") stage.pause();
  else if (state === "paused") actions.resume();
  else actions.start();
}

function pressEscape(stage: Stage, actions: StageKeyActions): void {
  const { state } = stage.view.get();
  if (state === "dancing" || state === "count-in") stage.pause();
  else actions.leave();
}

function changeRate(stage: Stage, step: 1 | -1): void {
  const at = (RATES as readonly number[]).indexOf(stage.view.get().rate);
  const next = RATES[at + step];
  if (next !== undefined) stage.setRate(next);
}

function cycleTeacher(stage: Stage): void {
  const at = TEACHER_PLACES.indexOf(stage.view.get().teacher);
  turn({ teacher: TEACHER_PLACES[(at + 1) % TEACHER_PLACES.length] ?? "beside" });
}

function press(event: KeyboardEvent, stage: Stage, actions: StageKeyActions): boolean {
  switch (event.key) {
    case " ":
      if (isControl(event.target)) return false;
      pressSpace(stage, actions);
      return true;
    case "Escape":
      pressEscape(stage, actions);
      return true;
    case "ArrowLeft":
      actions.again();
      return true;
    case "ArrowUp":
    case "ArrowDown":
      (actions.step ?? ((way) => changeRate(stage, way)))(event.key === "ArrowUp" ? 1 : -1);
      return true;
    case "t":
    case "T":
      cycleTeacher(stage);
      return true;
    case "s":
    case "S":
      if (stage.view.get().state === "dancing") return false;
      actions.settings();
      return true;
    case "?":
      actions.help();
      return true;
    default:
      return false;
  }
}

/** The keyboard of the stage; `held` while a sheet is open that has its own keys. */
export function useStageKeys(stage: Stage | null, actions: StageKeyActions, held: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!stage || held) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (press(event, stage, latest.current)) event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [stage, held]);
}
