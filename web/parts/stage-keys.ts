import type { Stage } from "../stage/index.ts";
import { nextRate } from "../state/addresses.ts";
import { switches, teacherPlaces, turn } from "../state/switches.ts";
import { isNeeded, isWriting, keyOf } from "./key-of.ts";
import { usePageKeys } from "./page-keys.ts";
import type { StageActs } from "./stage-hands.ts";

export interface StageKeyActs extends StageActs {
  readonly leave: () => void;
  readonly help: () => void;
  readonly settings: () => void;
  /** The speed that the next take or pass has. */
  readonly rate: number;
}

const isDanced = (stage: Stage): boolean => ["dancing", "count-in"].includes(stage.view.get().state);

/** A sheet is read, and a dance is not danced blind behind it. */
function held(stage: Stage, open: () => void): void {
  stage.pause();
  open();
}

function startOrPause(stage: Stage, acts: StageKeyActs): void {
  if (isDanced(stage)) stage.pause();
  else if (stage.view.get().state === "paused") acts.goOn();
  else acts.start();
}

/** Back one eight-count, straight from the dance too; a loop begins its pass anew. */
function goBack(stage: Stage, acts: StageKeyActs): void {
  stage.pause();
  if (stage.view.get().state === "paused") (acts.back ?? acts.goOn)();
}

function changeRate(acts: StageKeyActs, step: 1 | -1): void {
  const next = nextRate(acts.rate, step);
  if (next !== null) acts.setRate(next); // a take under way keeps its speed, and says so
}

function cycleTeacher(stage: Stage): void {
  const { teacher, video } = stage.view.get();
  const places = teacherPlaces(video);
  turn({ teacher: places[(places.indexOf(teacher) + 1) % places.length] ?? "beside" });
}

type Press = (stage: Stage, acts: StageKeyActs) => void;

/** Every key of the stage; letters as they are without Shift. */
const KEYS: Readonly<Record<string, Press>> = {
  " ": startOrPause,
  Escape: (stage, acts) => (isDanced(stage) ? stage.pause() : acts.leave()),
  ArrowLeft: goBack,
  r: (_, acts) => acts.again(),
  ArrowUp: (_, acts) => changeRate(acts, 1),
  ArrowDown: (_, acts) => changeRate(acts, -1),
  t: cycleTeacher,
  m: () => turn({ metronome: !switches.get().metronome }),
  s: (stage, acts) => held(stage, acts.settings),
  "?": (stage, acts) => held(stage, acts.help),
};

/** The keyboard of the stage; `off` while a sheet is open that has its own keys. */
export function useStageKeys(stage: Stage, acts: StageKeyActs, off: boolean): void {
  usePageKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.defaultPrevented || isWriting(event)) return;
    const press = KEYS[keyOf(event)];
    if (!press || isNeeded(event)) return;
    press(stage, acts);
    event.preventDefault();
  }, off);
}
