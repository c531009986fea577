import { useCallback, useEffect } from "react";
import type { Recording } from "#dance/choreo/choreography.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { openRecordingSong, type Song } from "../song/index.ts";
import { openMetronome } from "../song/metronome.ts";
import type { SoundProblem } from "../sound/index.ts";
import { type BegunDance, beginDance, dropDance, holdDance } from "./dance-log.ts";
import { useOpened } from "./opened.ts";
import { dropRecording, findRecording, keepRecording, type RecordingProblem } from "./recordings.ts";

/** The dancer's own song: its file, what is known of it, and where it lies in song time. */
export interface PlannedSong extends Recording {
  readonly file: File;
}

/** What a routine is danced in to. */
export interface DancePlan {
  readonly id: string;
  readonly beganAt: number;
  /** Count 0 is where the dancer begins. */
  readonly tempo: Tempo;
  /** Null for the metronome. */
  readonly song: PlannedSong | null;
  /** Arms crossed overhead pause the recording. */
  readonly heedArms: boolean;
}

/** Seconds of metronome at most: nobody dances a routine longer. */
const LONGEST = 600;

/** Counts that there are to be danced: to the end of the song, or as long as anybody dances. */
export function countsOf({ song, tempo }: Pick<DancePlan, "song" | "tempo">): number {
  const end = song ? song.starts + song.seconds : LONGEST;
  return Math.max(8, Math.floor(((end - tempo.firstBeat) * tempo.bpm) / 60));
}

/** Song time at which there is nothing more to dance to. */
export const endOf = (plan: Pick<DancePlan, "song" | "tempo">): number => timeOfCount(plan.tempo, countsOf(plan));

/** Notes a dance that is about to begin and keeps its song; the problem where the song cannot be kept. */
export async function openPlan(plan: DancePlan): Promise<RecordingProblem | null> {
  const { id, beganAt, tempo, song } = plan;
  const { file, ...recording } = song ?? { file: null };
  await beginDance({
    id,
    beganAt,
    tempo,
    song: song && file ? { ...(recording as Recording), name: file.name } : null,
  });
  if (!file) return null;
  const kept = await keepRecording(id, file);
  return kept.ok ? null : kept.problem.code;
}

/** The plan of a dance that a closed tab left; its song is missing where it could not be kept. */
export async function planOf(left: BegunDance): Promise<{ plan: DancePlan; songGone: boolean }> {
  const { id, beganAt, tempo, song } = left;
  const file = song && (await findRecording(id));
  const planned = song && file ? { file, seconds: song.seconds, starts: song.starts, print: song.print } : null;
  return { plan: { id, beganAt, tempo, song: planned, heedArms: true }, songGone: song !== null && !file };
}

/** Forgets a dance with its song. */
export async function dropPlan(id: string): Promise<void> {
  await Promise.all([dropDance(id).catch(() => undefined), dropRecording(id)]);
}

/** A song that does not sound; `detail` names the codec where that is what is not known. */
interface Unheard {
  readonly problem: SoundProblem;
  readonly detail: string;
}

/** What is heard while a plan is danced or looked at. */
export interface PlanSong {
  /** Null while it is made ready, and where it cannot be. */
  readonly song: Song | null;
  /** The file does not sound. */
  readonly unheard: Unheard | null;
  /** Where it could not be made ready: tries once more. */
  readonly again: (() => void) | null;
}

async function openPlanSong(plan: DancePlan) {
  const opened = plan.song
    ? await openRecordingSong(plan.song)
    : { ok: true as const, value: await openMetronome(plan.tempo, countsOf(plan)) };
  const song = opened.ok ? opened.value : null;
  const unheard = opened.ok ? null : { problem: opened.problem.code, detail: opened.problem.message };
  return { song, unheard, close: () => song?.close() };
}

/** Makes a plan's song ready, and closes it with the page. */
export function usePlanSong(plan: DancePlan): PlanSong {
  const open = useCallback(() => openPlanSong(plan), [plan]);
  const { it, fresh, again } = useOpened(open);
  return { song: (fresh && it?.song) || null, unheard: (fresh && it?.unheard) || null, again };
}

/** Holds a plan's dance while the page has it. */
export function useHeld(id: string | null): void {
  useEffect(() => (id === null ? undefined : holdDance(id)), [id]);
}
