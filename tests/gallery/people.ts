import { decodeChoreography } from "#dance/choreo/file.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { danceOf, type Habit } from "./dances.ts";

/** A routine as the library lists it, as far as the gallery needs it. */
export interface Listed {
  readonly version: string;
  readonly slug: string;
  readonly sections: readonly { readonly from: number; readonly to: number }[];
  readonly bpm: number;
}

/** Somebody who has danced before the pictures are taken. */
export interface Person {
  readonly name: string;
  readonly habit: Habit;
}

let people = 0;
const habit = (late: number, wander: number, lowArm: number, shiver: number, legless = 0): Habit => ({
  own: people++,
  late,
  wander,
  lowArm,
  from: 2,
  to: 5,
  shiver,
  legless,
});

export const PEOPLE: readonly Person[] = [
  { name: "Sora", habit: habit(0.03, 0.02, 0, 0.007) },
  { name: "Jun", habit: habit(0.02, 0.09, 12, 0.006) },
  { name: "하늘", habit: habit(0.06, 0.05, 20, 0.012) },
  { name: "Tess", habit: habit(-0.03, 0.13, 30, 0.014) },
  { name: "Dae", habit: habit(0.05, 0.16, 45, 0.02) },
  { name: "느긋한 고래 31", habit: habit(0.08, 0.2, 60, 0.03) },
];

/** Me: an arm that hangs, a beat that wanders, legs out of the picture at the end. */
export const ME: Person = { name: "Min", habit: habit(0.05, 0.12, 38, 0.013, 1.6) };

/** The door of the API with one dancer's cookie. */
export class Door {
  readonly url: string;
  cookie = "";

  constructor(url: string) {
    this.url = url;
  }

  async ask<T>(path: string, method = "GET", body?: unknown): Promise<T> {
    const bytes = body instanceof Uint8Array;
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        origin: this.url,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && {
          "content-type": bytes ? "application/vnd.eightcount.replay" : "application/json",
        }),
      },
      ...(body !== undefined && { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(";")[0] ?? "";
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

const DAY_MS = 86_400_000;

interface Danced {
  readonly takeId: string;
  /** A challenge of everybody's, in which these takes stand. */
  readonly challengeId: string;
  /** The crew of everybody, which I lead. */
  readonly crewId: string;
  readonly door: Door;
}

/** Everybody lets the lead see what they dance of a routine, and is asked for a section of it. */
async function shareAll(doors: readonly Door[], lead: Door, crew: string, version: string): Promise<void> {
  const { dancer: coach } = await lead.ask<{ dancer: { id: string } }>("/me");
  const until = Date.now() + 30 * DAY_MS;
  for (const door of doors.slice(0, -2))
    await door.ask("/me/grants", "POST", { crew, coach: coach.id, scope: "choreography", version, until });
  const ask = { dancer: null, version, section: -1, rate: 1, target: 850_000, text: "Arms first.", dueAt: until };
  await lead.ask(`/crews/${crew}/assignments`, "POST", ask);
}

/** A crew of everybody, which the last challenges to the section. */
async function challengeAll(doors: readonly Door[], it: Listed, section: number) {
  const lead = doors.at(-1);
  if (!lead) throw new Error("nobody is there");
  const { id } = await lead.ask<{ id: string }>("/crews", "POST", { name: "Stage door" });
  const { token } = await lead.ask<{ token: string }>(`/crews/${id}/invites`, "POST", { uses: doors.length, hours: 1 });
  for (const door of doors) await door.ask(`/invites/${token}`, "POST", {});
  const terms = {
    title: "All of it by Sunday",
    version: it.version,
    section,
    kind: "full",
    dueAt: Date.now() + 3 * DAY_MS,
  };
  const challenge = await lead.ask<{ id: string }>(`/crews/${id}/challenges`, "POST", terms);
  await shareAll(doors, lead, id, it.version);
  return { crewId: id, challengeId: challenge.id };
}

/** One take of a section by everybody, me last: opened together, danced for as long as the song lasts, then sent. */
export async function danceAll(url: string, it: Listed, section: number): Promise<Danced> {
  const bytes = new Uint8Array(await (await fetch(`${url}/api/choreographies/${it.version}/file`)).arrayBuffer());
  const read = decodeChoreography(bytes);
  if (!read.ok) throw new Error(read.problem.message);
  const people = [...PEOPLE, ME].map((person) => ({ person, door: new Door(url) }));
  for (const { person, door } of people) await door.ask("/dancers", "POST", { name: person.name });
  const doors = people.map(({ door }) => door);
  const crewIds = await challengeAll(doors, it, section);
  const opened = [];
  for (const { person, door } of people) {
    const { id: session } = await door.ask<{ id: string }>("/sessions", "POST", {});
    const terms = { session, version: it.version, section, rate: 1, mirror: false };
    opened.push({ door, person, id: (await door.ask<{ id: string }>("/takes", "POST", terms)).id });
  }
  const span = it.sections[section] ?? { from: 0, to: Math.max(...it.sections.map((s) => s.to)) };
  await new Promise((r) => setTimeout(r, ((span.to - span.from) * 60_000) / it.bpm + 1500));
  for (const { door, person, id } of opened) {
    const frames = danceOf(read.value, section, person.habit);
    const terms = { version: it.version, section, rate: 1, mirror: false, seated: false, takeId: id };
    await door.ask(`/takes/${id}/replay`, "PUT", encodeReplay({ ...terms, frames }));
  }
  const mine = opened.at(-1);
  if (!mine) throw new Error("nobody danced");
  return { takeId: mine.id, ...crewIds, door: mine.door };
}
