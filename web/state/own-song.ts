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
import { dropRecording, findRecording, keepRecording, linkRecording, type RecordingProblem } from "./recordings.ts";

/** How a dancer hears a version that is danced to a recording: what she said of it on this device. */
export interface OwnSong {
  /** Song time in seconds at which her own copy begins; null: the file kept here is the recording itself. */
  readonly starts: number | null;
  /** How like the recording it is, 0..1; null where it was placed by ear. */
  readonly likeness: number | null;
  readonly metronome: boolean;
  /** Which recording the file kept here is, or is a copy of; absent where it has been one and the same all along. */
  readonly of?: string;
}

type MaybeRecording = Recording | null | undefined;

/** Tells one recording from another. */
const soundOf = (recording: MaybeRecording): string =>
  recording ? `${recording.seconds} ${recording.print.reduce((sum, it) => Math.imul(sum ^ it, 16_777_619), 1)}` : "";

/** Whether the file kept here is this recording, as far as anything was said of it. */
export const isOf = (own: OwnSong | null, recording: MaybeRecording): boolean =>
  own?.of === undefined || own.of === soundOf(recording);

/** Whether a choreography is danced to a recording that sounds: a silent film leaves no print. */
export const soundsIn = ({ recording }: { readonly recording?: MaybeRecording }): boolean =>
  (recording?.print.length ?? 0) > 0;

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

/** The file of its recording that a version or a draft is danced to on this device; null where there is none. */
export async function findCopy(version: string, recording: MaybeRecording): Promise<File | null> {
  if (!isOf(ownSongOf(version), recording)) return null;
  return visiting.get(version) ?? findRecording(version);
}

/** A draft's recording became another: the file kept here stays with the one it had. */
export function changedSong(draft: string, had: MaybeRecording, has: MaybeRecording): void {
  const own = ownSongOf(draft);
  if (!had || own?.of !== undefined || soundOf(had) === soundOf(has)) return;
  sayOwnSong(draft, { starts: null, likeness: null, metronome: false, ...own, of: soundOf(had) });
}

/** What belongs to a draft belongs to the version made of it too, or to a copy of it, where that has the same recording. */
export async function linkCopy(draft: string, to: string, recording: MaybeRecording): Promise<void> {
  if (isOf(ownSongOf(draft), recording)) await linkRecording(draft, to);
}

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
  const likeness = match?.same ? match.likeness : null;
  sayOwnSong(version, { starts, likeness, metronome: false, of: soundOf(recording) });
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
  const file = await findCopy(version, recording);
  return file && { file, starts: own?.starts ?? recording.starts, until: timeOfCount(tempo, counts) + AFTER };
}
