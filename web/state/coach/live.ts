import { useMemo, useSyncExternalStore } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, timeOfCount } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import { sureness } from "#dance/pose/uncertain.ts";
import { type CrewSync, crewSync } from "#dance/practice/sync.ts";
import { RATES, sectionOf, sectionText, WHOLE } from "../addresses.ts";
import { holdPageWhile } from "../at-stake.ts";
import { saveFile } from "../save-file.ts";
import { store } from "../stored.ts";
import { SYNC_WORDS } from "./sync.ts";

/** What a crew dances before one camera. */
export interface LivePlan {
  readonly version: string;
  readonly section: number;
  readonly rate: number;
}

/** A section that several danced before one camera. Nothing of it leaves this page, and it ends with it. */
export interface LiveDance extends LivePlan {
  readonly id: number;
  readonly crew: string;
  readonly atMs: number;
  /** Of the dancers, 1..6, and what they are called, "" where nobody said; a track for each, in song time. */
  readonly numbers: readonly number[];
  readonly names: readonly string[];
  readonly tracks: readonly Track[];
  /** Handed over as a file. */
  readonly saved?: boolean;
}

const dances = store<readonly LiveDance[]>([]);
holdPageWhile(dances, (all) => all.some(({ saved }) => !saved));
/** The names that were given to numbers, by crew. */
const given = store<ReadonlyMap<string, readonly string[]>>(new Map());

/** What a crew danced on this visit, the last first. */
export function useLiveDances(crew: string): readonly LiveDance[] {
  const all = useSyncExternalStore(dances.subscribe, dances.get);
  return useMemo(() => all.filter((it) => it.crew === crew), [all, crew]);
}

/** Keeps a dance for this visit. */
export function keepLive(dance: Omit<LiveDance, "id">): void {
  dances.set([{ ...dance, id: 1 + (dances.get()[0]?.id ?? 0) }, ...dances.get()]);
}

/** Forgets a dance. */
export const dropLive = (id: number): void => dances.set(dances.get().filter((it) => it.id !== id));

const NONE: readonly string[] = [];

/** What the numbers of a crew are called on this visit, from number 1 on; "" where nobody said. */
export const useGiven = (crew: string): readonly string[] =>
  useSyncExternalStore(given.subscribe, () => given.get().get(crew) ?? NONE);

/** Names when one of them is given to another place: whoever had it takes what stood there. */
export function swapName(names: readonly string[], place: number, name: string): string[] {
  const before = names[place] ?? "";
  return Array.from({ length: Math.max(place + 1, names.length) }, (_, i) =>
    i === place ? name : name !== "" && names[i] === name ? before : (names[i] ?? ""),
  );
}

/** Calls a number by a name; two who were mixed up change names. */
export function giveName(crew: string, number: number, name: string): void {
  const names = swapName(given.get().get(crew) ?? NONE, number - 1, name);
  given.set(new Map(given.get()).set(crew, names));
}

/** The same for one of a dance that is over, and from then on: who the track in that place is of. */
export function renameLive({ id, crew, numbers }: LiveDance, place: number, name: string): void {
  dances.set(dances.get().map((it) => (it.id === id ? { ...it, names: swapName(it.names, place, name) } : it)));
  giveName(crew, numbers[place] ?? place + 1, name);
}

/** The address of a crew's floor before one camera. */
export function floorAddress(crew: string, { version, section, rate }: LivePlan): string {
  const asked = new URLSearchParams({ version, section: sectionText(section), rate: String(rate) });
  return `/crews/${crew}/sync/floor?${asked}`;
}

/** What an address of the floor asks for; null where it names no version. Whatever else it does not say is the whole at full speed. */
export function planOf(search: string, sections: Choreography["sections"] | undefined): LivePlan | null {
  const asked = new URLSearchParams(search);
  const version = asked.get("version");
  if (version === null) return null;
  const section = sectionOf(asked.get("section") ?? "all", sections ?? []) ?? WHOLE;
  return { version, section, rate: RATES.find((it) => String(it) === asked.get("rate")) ?? 1 };
}

/**
 * How much they were together, as far as they danced: who stopped half way is told of the half. Lateness over the whole
 * dance counts, for one camera saw them all.
 */
export function liveSync({ tracks, numbers, section }: LiveDance, choreography: Choreography): CrewSync {
  const { tempo, track: reference } = choreography;
  const { from, to } = choreography.sections[section] ?? { from: 0, to: choreography.counts };
  const last = Math.max(...tracks.map((track) => track.at(-1)?.time ?? 0));
  const span = { from, to: Math.min(to, Math.max(from + 1, Math.round(countAtTime(tempo, last)))) };
  const takes = tracks.map((track, i) => ({ member: String(numbers[i]), track, mirror: false }));
  return crewSync(takes, { reference, tempo, span }, "counted");
}

/** The same for a page; null as long as the choreography is under way. */
export const useLiveSync = (dance: LiveDance, choreography: Choreography | undefined): CrewSync | null =>
  useMemo(() => (choreography ? liveSync(dance, choreography) : null), [dance, choreography]);

/** A dancer who lies beside the middle of the others, late is +; `behind` whom, where there are only two. */
interface Off {
  readonly number: number;
  readonly seconds: number;
  readonly behind: number | null;
}

/**
 * Who lies farthest off, if anybody is off. Of two nobody can say which of them is: the later one is told to be behind the
 * other.
 */
export function farthestOff(seen: readonly { readonly number: number; readonly offset: number }[]): Off | null {
  const [first, second] = seen;
  if (first && second && seen.length === 2) {
    const [early, late] = first.offset <= second.offset ? [first, second] : [second, first];
    const seconds = late.offset - early.offset;
    return seconds < SYNC_WORDS.off ? null : { number: late.number, seconds, behind: early.number };
  }
  const [most] = [...seen].sort((a, b) => Math.abs(b.offset) - Math.abs(a.offset));
  return most && seen.length > 2 && Math.abs(most.offset) >= SYNC_WORDS.off
    ? { number: most.number, seconds: most.offset, behind: null }
    : null;
}

/** The share of a section in which each was seen, 0..1. */
export function seenShares(
  { tracks, section }: Pick<LiveDance, "tracks" | "section">,
  { tempo, sections, counts }: Pick<Choreography, "tempo" | "sections" | "counts">,
): readonly number[] {
  const span = sections[section] ?? { from: 0, to: counts };
  const [from, to] = [timeOfCount(tempo, span.from), timeOfCount(tempo, span.to)];
  return tracks.map((track) => {
    const within = track.filter(({ time }) => time >= from && time <= to);
    return within.length === 0 ? 0 : within.filter(({ pose }) => sureness(pose) > 0).length / within.length;
  });
}

/** Hands a dance over as a file: a track for each dancer, as the judging from a shell reads them. */
export function saveLive({ id, names, numbers, tracks, version, section, rate }: LiveDance): void {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  const dancers = tracks.map((track, i) => ({
    name: names[i] || String(numbers[i]),
    track: {
      times: track.map(({ time }) => time),
      frames: track.map(({ pose }) => Array.from(pose, round)),
    },
  }));
  const text = JSON.stringify({ version, section, rate, dancers });
  saveFile("together.json", new Blob([text], { type: "application/json" }));
  dances.set(dances.get().map((it) => (it.id === id ? { ...it, saved: true } : it)));
}
