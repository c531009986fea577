import { useEffect, useState } from "react";
import type { Recording } from "#dance/choreo/choreography.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { openRecordingSong, type Song } from "../song/index.ts";
import { openMetronome } from "../song/metronome.ts";
import type { SoundProblem } from "../sound/index.ts";
import { type BegunDance, beginDance, dropDance, holdDance } from "./dance-log.ts";
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

/** What is heard while a plan is danced or looked at; null while it is made ready, or the code of what is wrong with it. */
export function usePlanSong(plan: DancePlan): Song | null | Unheard {
  const [song, setSong] = useState<Song | null | Unheard>(null);
  useEffect(() => {
    let gone = false;
    let made: Song | null = null;
    const open = async () => {
      const opened = plan.song
        ? await openRecordingSong(plan.song)
        : { ok: true as const, value: await openMetronome(plan.tempo, countsOf(plan)) };
      if (opened.ok) made = opened.value;
      if (gone) made?.close();
      else setSong(opened.ok ? opened.value : { problem: opened.problem.code, detail: opened.problem.message });
    };
    void open();
    return () => {
      gone = true;
      made?.close();
      setSong(null);
    };
  }, [plan]);
  return song;
}

/** Holds a plan's dance while the page has it. */
export function useHeld(id: string | null): void {
  useEffect(() => (id === null ? undefined : holdDance(id)), [id]);
}
