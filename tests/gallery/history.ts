import { decodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { danceOf, type Habit } from "./dances.ts";
import type { Door, Listed } from "./people.ts";

/** A take of weeks ago: how long, in which section, how well (1 is perfect), how fast. */
interface Before {
  readonly daysAgo: number;
  readonly minutesOn?: number;
  readonly section: number;
  readonly skill: number;
  readonly rate?: number;
}

/** Three weeks of somebody who gets better, with a slow evening and a week off. */
const WEEKS: readonly Before[] = [
  { daysAgo: 24, section: 0, skill: 0.2, rate: 0.75 },
  { daysAgo: 24, minutesOn: 3, section: 0, skill: 0.25 },
  { daysAgo: 24, minutesOn: 6, section: 1, skill: 0.1, rate: 0.5 },
  { daysAgo: 15, section: 0, skill: 0.35 },
  { daysAgo: 15, minutesOn: 4, section: 0, skill: 0.3 },
  { daysAgo: 15, minutesOn: 9, section: 1, skill: 0.4 },
  { daysAgo: 8, section: 1, skill: 0.45 },
  { daysAgo: 8, minutesOn: 5, section: 0, skill: 0.5, rate: 0.75 },
  { daysAgo: 8, minutesOn: 8, section: 0, skill: 0.6 },
  { daysAgo: 1, section: 0, skill: 0.55 },
  { daysAgo: 1, minutesOn: 4, section: 0, skill: 0.7 },
  { daysAgo: 0, minutesOn: -9, section: 0, skill: 0.8 },
  { daysAgo: 0, minutesOn: -5, section: 0, skill: 0.75 },
];

/** The better, the less everything is off; the arm that hangs is mended last. */
const habitOf = (skill: number): Habit => ({
  late: 0.02,
  wander: 0.26 * (1 - skill),
  lowArm: 70 * (1 - skill),
  from: 0,
  to: 9,
  shiver: 0.03 * (1 - skill),
  legless: 0,
  own: 7,
});

/** Dances three weeks of takes in a dancer's name, as takes that were danced without network and delivered today. */
export async function danceWeeks(door: Door, it: Listed): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(`${door.url}/api/choreographies/${it.version}/file`)).arrayBuffer());
  const read = decodeChoreography(bytes);
  if (!read.ok) throw new Error(read.problem.message);
  const { id: session } = await door.ask<{ id: string }>("/sessions", "POST", {});
  for (const { daysAgo, minutesOn = 0, section, skill, rate = 1 } of WEEKS) {
    const terms = { version: it.version, section, rate, mirror: false };
    const late = { id: crypto.randomUUID(), dancedAt: Date.now() - daysAgo * 86_400_000 + minutesOn * 60_000 };
    await door.ask("/takes", "POST", { session, ...terms, late });
    const frames = danceOf(read.value, section, habitOf(skill));
    await door.ask(
      `/takes/${late.id}/replay`,
      "PUT",
      encodeReplay({ ...terms, seated: false, takeId: late.id, frames }),
    );
  }
}
