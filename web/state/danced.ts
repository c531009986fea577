import { spanOf } from "#dance/choreo/summary.ts";
import { kindOf } from "#dance/practice/board.ts";
import { type DancedTake, secondsDanced } from "#dance/practice/progress.ts";
import { sectionSpan } from "#dance/practice/span.ts";
import type { ShortTake, Summary } from "../api.ts";
import type { KeptTake } from "./outbox.ts";
import type { PractisedPass } from "./practised.ts";

/** Routines by their version, those of older versions too. */
export type Routines = ReadonlyMap<string, Summary>;

/** What was danced, from wherever it is known. */
export interface Sources {
  /** Judged by the Worker. */
  readonly judged: readonly ShortTake[];
  /** Takes on this device that wait to be sent. */
  readonly waiting: readonly KeptTake[];
  /** Passes through loops on this device. */
  readonly passes: readonly PractisedPass[];
}

/** Seconds on the wall that a section lasts at a rate; 0 where its routine is not known. */
function secondsOf(routines: Routines, version: string, section: number, rate: number): number {
  const routine = routines.get(version);
  const span = routine && spanOf(routine, section);
  return span ? secondsDanced(span.to - span.from, rate) : 0;
}

/** True where a pass went through less than its section; so is any pass of a routine that is not known. */
function isPart(routines: Routines, { version, section, span }: PractisedPass): boolean {
  const routine = routines.get(version);
  if (!routine) return true;
  const whole = sectionSpan(routine, section);
  return span.from !== whole.from || span.to !== whole.to;
}

/** Everything that was danced, once each: what the Worker judged stands for the same take on the device. */
export function allDanced({ judged, waiting, passes }: Sources, routines: Routines): readonly DancedTake[] {
  const takes = new Map<string, DancedTake>();
  for (const pass of passes) takes.set(pass.id, { ...pass, part: isPart(routines, pass) });
  for (const { id, version, section, rate, mirror, seated = false, result, endedAt } of waiting) {
    const seconds = secondsOf(routines, version, section, rate);
    const [kind, atMs] = [kindOf({ mirror, seated }), endedAt - seconds * 1000];
    takes.set(id, { id, version, section, kind, rate, score: result.score, atMs, seconds });
  }
  for (const take of judged) {
    const seconds = secondsOf(routines, take.version, take.section, take.rate);
    takes.set(take.id, { ...asDanced(take), seconds });
  }
  return [...takes.values()];
}

/** Whether a take has a page of its own: a pass that was not sent has none. */
export const hasPage = (take: DancedTake): boolean => take.part === undefined;

/** A judged take as the practice room knows it. */
export const asDanced = ({ id, version, section, kind, rate, score, at }: ShortTake): DancedTake => ({
  id,
  version,
  section,
  kind,
  rate,
  score,
  atMs: at,
  seconds: 0,
});
