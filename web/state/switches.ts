import { useSyncExternalStore } from "react";
import { TEACHER_PLACES, type TeacherPlace } from "../stage/types.ts";
import { recall, remember, store } from "./stored.ts";

/** How the dancer likes the stage; remembered on this device. */
export interface Switches {
  readonly teacher: TeacherPlace;
  readonly metronome: boolean;
  /** Counts spoken where the device has a voice for it, clicked where not. */
  readonly counting: boolean;
}

/** What was remembered, as far as it makes sense. */
export function readSwitches(text: string | null): Switches {
  let kept: Partial<Record<keyof Switches, unknown>> = {};
  try {
    kept = JSON.parse(text ?? "{}") ?? {};
  } catch {
    // Nonsense is as good as nothing.
  }
  return {
    teacher: TEACHER_PLACES.find((place) => place === kept.teacher) ?? "beside",
    metronome: kept.metronome === true,
    counting: kept.counting === true,
  };
}

export const switches = store<Switches>(readSwitches(recall("switches")));

export const useSwitches = (): Switches => useSyncExternalStore(switches.subscribe, switches.get, switches.get);

/** Turns some switches and remembers them. */
export function turn(some: Partial<Switches>): void {
  switches.set({ ...switches.get(), ...some });
  remember("switches", JSON.stringify(switches.get()));
}
