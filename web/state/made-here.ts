import { useQuery } from "@tanstack/react-query";
import { storageUsed } from "../offline/storage.ts";
import { draftPart } from "./addresses.ts";
import { dropAllDances, leftDances } from "./dance-log.ts";
import { draftTakes } from "./draft-takes.ts";
import { clearDrafts, listDrafts } from "./drafts.ts";
import { imports } from "./imports.ts";
import { forgetOwnSongs } from "./own-song.ts";
import { forgetPart } from "./progress.ts";
import { clearRecordings, keptRecordings } from "./recordings.ts";
import { forget } from "./stored.ts";

/** What lies on this device besides takes: it belongs to whoever uses this browser, signed in or not. */
export interface MadeHere {
  /** Routines in the making, those among them that are only begun: a video half read, a dance left. */
  readonly routines: number;
  /** Videos and songs, and their bytes. */
  readonly recordings: number;
  readonly bytes: number;
  /** Bytes that this page takes on the device in all; null where the browser does not tell. */
  readonly used: number | null;
}

async function lookHere(): Promise<MadeHere> {
  const [cards, begun, left, recordings, used] = await Promise.all([
    listDrafts(),
    imports.all().catch(() => []),
    leftDances(),
    keptRecordings(),
    storageUsed(),
  ]);
  const ids = new Set([...cards, ...begun, ...left.danced].map(({ id }) => id));
  return { routines: ids.size, ...recordings, used };
}

/** The key under which it is asked. */
export const MADE_HERE = ["made-here"] as const;

/** What lies here; undefined until it was looked up. */
export const useMadeHere = (): MadeHere | undefined =>
  useQuery({ queryKey: MADE_HERE, staleTime: 0, gcTime: 0, queryFn: lookHere }).data;

/** What becomes of it when a dancer goes. */
export type Made = "keep" | "clear";

const isNothing = ({ routines, recordings }: MadeHere): boolean => routines === 0 && recordings === 0;

/** What whoever goes was asked about; null where nothing was made here, or that is not known yet. */
export const askedOf = (here: MadeHere | undefined): MadeHere | null => (here && !isNothing(here) ? here : null);

/** What becomes of it: as chosen where that was asked; kept where nobody was, and nothing where there is nothing. */
export function becomesOf(here: MadeHere | undefined, chosen: Made): Made | null {
  if (askedOf(here)) return chosen;
  return here ? null : "keep";
}

/** Deletes all of it from this device, takes of drafts too. What was published stays published. */
export async function clearMade(): Promise<void> {
  forgetOwnSongs();
  forget("videos-turned");
  forgetPart(draftPart(""));
  await Promise.all([clearDrafts(), imports.clear(), dropAllDances(), draftTakes.clear(), clearRecordings()]);
}
