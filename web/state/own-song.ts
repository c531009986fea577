import { useSyncExternalStore } from "react";
import type { Choreography, Recording } from "#dance/choreo/choreography.ts";
import type { Match } from "#dance/music/match.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { type Outcome, ok } from "#dance/outcome.ts";
import type { Summary } from "../api.ts";
import type { Placed } from "../song/index.ts";
import type { HearOptions, SoundProblem } from "../sound/index.ts";
import { hearOnce } from "./hearing.ts";
import { keptStore } from "./kept.ts";
import { dropRecording, findRecording, keepRecording, type RecordingProblem } from "./recordings.ts";

/** How a dancer hears a version that is danced to a recording: what she said of it on this device. */
export interface OwnSong {
  /** Song time in seconds at which her own copy begins; null: the file kept here is the recording itself. */
  readonly starts: number | null;
  /** How like the recording it is, 0..1; null where it was placed by ear. */
  readonly likeness: number | null;
  readonly metronome: boolean;
}

/** Whether a choreography is danced to a recording that sounds: a silent film leaves no print. */
export const soundsIn = ({ recording }: Pick<Choreography, "recording">): boolean => (recording?.print.length ?? 0) > 0;

/** How a copy compares with a routine's recording; `match` is null where there was too little sound to tell. */
export interface Comparison {
  readonly match: Match | null;
  /** Seconds by which it is longer. */
  readonly longer: number;
}

/** Seconds that ring on after the last count. */
const AFTER = 2;

/** Under what this device keeps the recording of a routine: its version, or the draft that it is. */
export const keptUnder = ({ version, draft }: Pick<Summary, "version" | "draft">): string => draft?.id ?? version;

type Songs = Readonly<Record<string, OwnSong>>;

function read(text: string | null): Songs {
  try {
    const songs: unknown = JSON.parse(text ?? "{}");
    return typeof songs === "object" && songs !== null ? (songs as Songs) : {};
  } catch {
    return {};
  }
}

const songs = keptStore<Songs>("own-songs", read);
/** Copies that this browser would not keep: they hold for this visit. */
const visiting = new Map<string, File>();

/** What the dancer said of a version's song; null where nothing. */
export const useOwnSong = (version: string): OwnSong | null =>
  useSyncExternalStore(songs.subscribe, () => songs.get()[version] ?? null);

/** The same outside React. */
export const ownSongOf = (version: string): OwnSong | null => songs.get()[version] ?? null;

/** Says how a version is heard from now on; null: as if nothing had been said. */
export function sayOwnSong(version: string, own: OwnSong | null): void {
  songs.change(({ [version]: _, ...others }) => (own ? { ...others, [version]: own } : others));
}

/** The file that a version is danced to on this device; null where there is none. */
export const findCopy = async (version: string): Promise<File | null> =>
  visiting.get(version) ?? (await findRecording(version));

/** Forgets what was said of every song, as if it had never been. The files are another thing (recordings.ts). */
export function forgetOwnSongs(): void {
  visiting.clear();
  songs.forget();
}

/** Compares a file with a routine's recording, by its sound alone. */
export async function compareCopy(
  file: File,
  { seconds, print }: Recording,
  options: HearOptions,
): Promise<Outcome<Comparison, SoundProblem>> {
  const heard = await hearOnce(file, options);
  if (!heard.ok) return heard;
  const { matchPrint } = await import("#dance/music/match.ts");
  return ok({ match: matchPrint(print, heard.value), longer: heard.value.seconds - seconds });
}

/** Dances a version to this copy from now on; where the device has no room for it, for this visit. */
export async function takeCopy(
  version: string,
  file: File,
  recording: Recording,
  match: Match | null,
): Promise<Outcome<null, RecordingProblem>> {
  const kept = await keepRecording(version, file);
  if (kept.ok) visiting.delete(version);
  else visiting.set(version, file);
  const starts = recording.starts + (match?.same ? match.offset : 0);
  sayOwnSong(version, { starts, likeness: match?.same ? match.likeness : null, metronome: false });
  return kept;
}

/** Forgets the copy of a version, here and on the disk. */
export async function dropCopy(version: string): Promise<void> {
  visiting.delete(version);
  await dropRecording(version);
  sayOwnSong(version, null);
}

/** What a version is danced to here; null: to the metronome, for want of a copy or on wish. */
export async function placedCopy(
  version: string,
  { recording, tempo, counts }: Pick<Choreography, "recording" | "tempo" | "counts">,
): Promise<Placed | null> {
  const own = ownSongOf(version);
  if (!recording || own?.metronome) return null;
  const file = await findCopy(version);
  return file && { file, starts: own?.starts ?? recording.starts, until: timeOfCount(tempo, counts) + AFTER };
}
