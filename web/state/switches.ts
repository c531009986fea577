import { useSyncExternalStore } from "react";
import { SCALES, type Scale } from "#dance/practice/scale.ts";
import { TEACHER_PLACES, type TeacherPlace } from "../stage/types.ts";
import { keptStore } from "./kept.ts";

/** How the dancer likes the stage; remembered on this device. */
export interface Switches {
  readonly teacher: TeacherPlace;
  readonly metronome: boolean;
  /** Counts spoken where the device has a voice for it, clicked where not. */
  readonly counting: boolean;
  /** What is said of the dancer's place is spoken too. */
  readonly hints: boolean;
  /** By which judgements are called on the stage; score and boards know performance alone. */
  readonly scale: Scale;
  /** The dancer sits: judged on head, arms and trunk, on boards of its own. */
  readonly seated: boolean;
  /** Through what the song is heard, where the browser does not tell. */
  readonly sound: SoundBy;
}

/** What a song may be heard through, as far as its delay goes: by wire or in the device, or by radio. */
export const SOUND_BY = ["wire", "radio"] as const;
export type SoundBy = (typeof SOUND_BY)[number];

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
    hints: kept.hints !== false,
    scale: SCALES.find((scale) => scale === kept.scale) ?? "performance",
    seated: kept.seated === true,
    sound: SOUND_BY.find((by) => by === kept.sound) ?? "wire",
  };
}

export const switches = keptStore<Switches>("switches", readSwitches);

export const useSwitches = (): Switches => useSyncExternalStore(switches.subscribe, switches.get, switches.get);

/** Where the teacher may be, with a video or without. */
export const teacherPlaces = (video: boolean): readonly TeacherPlace[] =>
  TEACHER_PLACES.filter((place) => video || place !== "video");

/** Turns some switches and remembers them. */
export const turn = (some: Partial<Switches>): void => switches.change((now) => ({ ...now, ...some }));
