import { apart, type Body, bodiesOnce, type Colour, type Crowd, placeOf, trunkOf } from "./bodies.ts";
import type { Pose } from "./pose.ts";

const LIMITS = {
  /** A body farther from what was expected than this is another one; in the units of `cost`. */
  join: 3,
  /** How far, in trunk lengths, a body may be from where it was expected, and how much farther for a second unseen. */
  stray: 0.6,
  strayPerSecond: 1.6,
  strayMost: 6,
  /** Seconds over which a speed is forgotten while the body is unseen, and over which it is learnt. */
  coast: 0.7,
  learn: 0.12,
  /** What a difference in size (natural logarithm), in colour, in posture counts. */
  size: 1.2,
  look: 4,
  posture: 0.5,
  /** Whoever was seen for less than this, in seconds, and not again for so many does not come back. */
  known: 1,
  forget: 3,
  /** Seconds between two sights that are one. */
  blink: 0.2,
  /** What it counts that somebody has been unseen, and the seconds over which: who is there goes before who has gone. */
  gone: 1,
  away: 0.5,
} as const;

/** Somebody who is followed, as seen last. */
export interface Person {
  /** From 0, in the order in which they came. */
  readonly id: number;
  /** Frames in which they were seen, and for how long in seconds. */
  seen: number;
  shown: number;
  pose: Pose;
  look: Colour | null;
  place: readonly [number, number];
  speed: readonly [number, number];
  /** Length of the trunk, in picture heights. */
  trunk: number;
  /** When they were seen last, on the clock of the frames. */
  time: number;
}

/**
 * Follows everybody from frame to frame as the frames come. Those who cross keep their own name: each is expected where
 * its speed has carried it, and told by size and colour when it comes out from behind another.
 */
export class Follower {
  #people: Person[] = [];
  #next = 0;

  /** Who is followed just now, in the order in which they came. */
  get people(): readonly Readonly<Person>[] {
    return this.#people;
  }

  /** Looks at the next frame: who each body is. Whoever is new joins unless `joins` is false; then they are nobody. */
  step({ time, bodies }: Crowd, joins = true): { readonly id: number; readonly pose: Pose }[] {
    this.#people = this.#people.filter((it) => !joins || time - it.time < LIMITS.forget || it.shown >= LIMITS.known);
    const people = this.#people;
    const seen = bodiesOnce(bodies);
    const chosen = pair(people, seen, time);
    return seen.flatMap((body, i) => {
      const known = chosen[i] === undefined ? undefined : people[chosen[i]];
      if (!known && !joins) return [];
      const person = known ?? stranger(body, time, this.#next++);
      if (known) meet(person, body, time);
      else this.#people.push(person);
      return [{ id: person.id, pose: body.pose }];
    });
  }

  /** Forgets everybody but these. */
  keep(ids: readonly number[]): void {
    this.#people = this.#people.filter(({ id }) => ids.includes(id));
  }
}

function stranger({ pose, look }: Body, time: number, id: number): Person {
  return { id, seen: 1, shown: 0, pose, look, place: placeOf(pose), speed: [0, 0], trunk: trunkOf(pose), time };
}

function meet(person: Person, { pose, look }: Body, time: number): void {
  const place = placeOf(pose);
  const seconds = Math.max(1e-3, time - person.time);
  const part = 1 - Math.exp(-seconds / LIMITS.learn);
  const learn = (axis: 0 | 1) =>
    person.speed[axis] + part * ((place[axis] - person.place[axis]) / seconds - person.speed[axis]);
  person.speed = [learn(0), learn(1)];
  person.trunk += 0.1 * (trunkOf(pose) - person.trunk);
  person.look = mixed(person.look, look);
  Object.assign(person, {
    pose,
    place,
    time,
    seen: person.seen + 1,
    shown: person.shown + Math.min(LIMITS.blink, seconds),
  });
}

const mixed = (a: Colour | null, b: Colour | null): Colour | null =>
  a && b ? [a[0] + 0.05 * (b[0] - a[0]), a[1] + 0.05 * (b[1] - a[1]), a[2] + 0.05 * (b[2] - a[2])] : (a ?? b);

/** For each body the index of its person, or undefined: the pairs that cost least together. */
function pair(people: readonly Person[], bodies: readonly Body[], time: number): (number | undefined)[] {
  const costs = people.map((person) => bodies.map((body) => Math.min(LIMITS.join, cost(person, body, time))));
  let best = new Map<number, { spent: number; pairs: readonly (readonly [number, number])[] }>([
    [0, { spent: 0, pairs: [] }],
  ]);
  costs.forEach((row, p) => {
    if (row.every((price) => price >= LIMITS.join)) return;
    const reward = LIMITS.join + LIMITS.gone * Math.exp(((people[p] as Person).time - time) / LIMITS.away);
    const next = new Map(best);
    for (const [taken, { spent, pairs }] of best)
      row.forEach((price, b) => {
        if (price >= LIMITS.join || taken & (1 << b)) return;
        const mask = taken | (1 << b);
        const sum = spent + price - reward;
        if (sum < (next.get(mask)?.spent ?? Number.POSITIVE_INFINITY))
          next.set(mask, { spent: sum, pairs: [...pairs, [p, b]] });
      });
    best = next;
  });
  const cheapest = [...best.values()].reduce((a, b) => (b.spent < a.spent ? b : a));
  const out: (number | undefined)[] = bodies.map(() => undefined);
  for (const [p, b] of cheapest.pairs) out[b] = p;
  return out;
}

/** How unlike a person a body is: 0 is just as expected; LIMITS.join and more is somebody else. */
function cost(person: Person, { pose, look }: Body, time: number): number {
  const seconds = time - person.time;
  const carried = LIMITS.coast * (1 - Math.exp(-seconds / LIMITS.coast));
  const place = placeOf(pose);
  const trunk = Math.max(1e-3, person.trunk);
  const [dx, dy] = [0, 1].map(
    (axis) => (place[axis] as number) - (person.place[axis] as number) - (person.speed[axis] as number) * carried,
  ) as [number, number];
  const stray = Math.min(LIMITS.strayMost, LIMITS.stray + LIMITS.strayPerSecond * seconds);
  const grown = Math.abs(Math.log(Math.max(1e-3, trunkOf(pose)) / trunk));
  const moved = apart(person.pose, pose, person.place[0] - place[0], person.place[1] - place[1]) / trunk;
  return (
    Math.hypot(dx, dy) / trunk / stray +
    LIMITS.size * Math.min(1, grown) +
    LIMITS.look * unlike(person.look, look) +
    LIMITS.posture * Math.min(1, moved) * Math.exp(-seconds)
  );
}

const unlike = (a: Colour | null, b: Colour | null): number =>
  a && b ? Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) : 0;
