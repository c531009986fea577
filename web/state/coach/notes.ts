import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type MyNote, type Note, type NoteAsk, type NoteChange } from "../../api.ts";
import { useDancer } from "../dancer.ts";

const NONE: readonly MyNote[] = [];
const keyOf = (takeId: string) => ["notes", takeId] as const;

/**
 * Notes on a take in the order of the song, a page at a time; nothing is asked where it cannot have any. A note that is
 * asked for by its id is among them, on whichever page it lies.
 */
export function useNotes(takeId: string, enabled: boolean, asked: string | null = null) {
  const pages = useInfiniteQuery({
    queryKey: keyOf(takeId),
    enabled,
    staleTime: 0,
    refetchOnWindowFocus: true,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.notes(takeId, pageParam),
    getNextPageParam: ({ next }) => next,
  });
  const listed = pages.data?.pages.flatMap(({ notes }) => notes);
  const apart = listed !== undefined && asked !== null && !listed.some(({ id }) => id === asked);
  const one = useQuery({
    queryKey: [...keyOf(takeId), asked],
    queryFn: () => api.note(asked ?? ""),
    enabled: enabled && apart,
    staleTime: 0,
  });
  return { pages, notes: withNote(listed ?? [], (apart && one.data) || null, takeId) };
}

/** Notes in the order of the song, with one more among them where it lies on that take. */
export function withNote<It extends Pick<Note, "takeId" | "from">>(
  list: readonly It[],
  one: It | null,
  takeId: string,
) {
  if (one?.takeId !== takeId) return list;
  const at = list.findIndex(({ from }) => from > one.from);
  return list.toSpliced(at < 0 ? list.length : at, 0, one);
}

/** Does a thing to the notes of a take and asks anew what it changed. */
export function useNoteDeed<In, Out>(takeId: string, work: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(takeId) }),
  });
}

/** A note to be pinned, and what is said aloud with it. */
export interface Written {
  readonly note: Omit<NoteAsk, "voice">;
  readonly voice: Blob | null;
  /** The note that is there already, where only its voice did not arrive. */
  readonly id: string | null;
  readonly onPinned: (id: string) => void;
}

type NoteDoors = Pick<typeof api, "addNote" | "changeNote" | "speak">;

/** Pins a note and sends its voice after it. One that is there already comes to say what is written now; answers its id. */
export async function pinNote(doors: NoteDoors, takeId: string, { note, voice, id, onPinned }: Written) {
  const pinned = id ?? (await doors.addNote(takeId, { ...note, voice: voice !== null })).id;
  onPinned(pinned);
  if (voice) await doors.speak(pinned, voice); // before the words: a note that has a voice may be without any
  if (id !== null) {
    const { time: _, ...said } = note;
    await doors.changeNote(id, said);
  }
  return pinned;
}

export const usePinNote = (takeId: string) => useNoteDeed(takeId, (written: Written) => pinNote(api, takeId, written));

/** Settles a note, opens it again, or changes what it says. */
export const useChangeNote = (takeId: string) =>
  useNoteDeed(takeId, ({ id, change }: { readonly id: string; readonly change: NoteChange }) =>
    api.changeNote(id, change),
  );
export const useDropNote = (takeId: string) => useNoteDeed(takeId, api.dropNote);
export const useDropReply = (takeId: string) => useNoteDeed(takeId, api.dropReply);

/** Replies; `take` is a newer take of mine that is shown in it. */
export const useReply = (takeId: string) =>
  useNoteDeed(
    takeId,
    ({ id, text, take }: { readonly id: string; readonly text: string; readonly take: string | null }) =>
      api.reply(id, text, take),
  );

/** Open notes on my takes, and mine on others'; where something was said last comes first. */
export function useMyNotes(): readonly MyNote[] {
  const me = useDancer().data;
  const notes = useQuery({
    queryKey: ["my-notes"],
    queryFn: () => api.myNotes(null, true),
    enabled: Boolean(me),
    staleTime: 0,
  });
  return notes.data?.notes ?? NONE;
}

/** What I say often. */
export function useTemplates() {
  const client = useQueryClient();
  const templates = useQuery({ queryKey: ["templates"], queryFn: api.templates });
  const keep = useMutation({
    mutationFn: api.keepTemplates,
    onSuccess: (kept) => client.setQueryData(["templates"], kept),
  });
  return { templates: templates.data ?? [], keep };
}

/** The address of a note's voice. */
export const voiceAddress = (noteId: string): string => `/api/notes/${noteId}/voice`;
