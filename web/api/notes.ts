import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Drawing, Stroke } from "#dance/practice/drawing.ts";
import { at, reach, told } from "./client.ts";

/** What is said of counts of a take: from that count on until before this one, halves too. */
interface Said {
  readonly from: number;
  readonly to: number;
  readonly limb: LimbGroup | null;
  readonly text: string;
  readonly drawing: Drawing | null;
}
export interface NoteAsk extends Said {
  /** Song time in seconds at which it was written. */
  readonly time: number;
  /** A voice follows by `speak`. */
  readonly voice?: boolean;
}
/** What lacks stays; `done` may be said by all who read it, the rest by its author. */
export type NoteChange = Partial<Said> & { readonly done?: boolean };

/** As JSON is written: its lists are not read-only. */
const strokes = (drawing: Drawing | null) =>
  drawing === null ? null : drawing.map(({ segment, points }: Stroke) => ({ segment, points: [...points] }));
const said = <It extends { readonly drawing?: Drawing | null }>({ drawing, ...rest }: It) => ({
  ...rest,
  ...(drawing !== undefined && { drawing: strokes(drawing) }),
});

/** Notes on takes, their threads and voices. */
export const noteDoors = {
  notes: (take: string, after: string | null) =>
    told(at.takes[":id"].notes.$get({ param: { id: take }, query: after === null ? {} : { after } })),
  note: (id: string) => told(at.notes[":id"].$get({ param: { id } })),
  addNote: (take: string, note: NoteAsk) =>
    told(at.takes[":id"].notes.$post({ param: { id: take }, json: said(note) })),
  changeNote: (id: string, change: NoteChange) => told(at.notes[":id"].$patch({ param: { id }, json: said(change) })),
  dropNote: (id: string) => told(at.notes[":id"].$delete({ param: { id } })),
  /** `take` is a newer one of mine that I show in it. */
  reply: (note: string, text: string, take: string | null) =>
    told(at.notes[":id"].replies.$post({ param: { id: note }, json: { text, take } })),
  dropReply: (id: string) => told(at.replies[":id"].$delete({ param: { id } })),
  /** The recording's type says which kind it is: audio/webm, audio/mp4 or audio/ogg. */
  speak: async (note: string, voice: Blob): Promise<{ readonly type: string; readonly seconds: number }> => {
    const init = { method: "PUT", headers: { "content-type": voice.type }, body: voice };
    return (await reach(`/api/notes/${note}/voice`, init)).json() as Promise<{ type: string; seconds: number }>;
  },
  voice: async (note: string): Promise<Blob> => (await reach(`/api/notes/${note}/voice`)).blob(),
  dropVoice: (note: string) => told(at.notes[":id"].voice.$delete({ param: { id: note } })),
  /** On my takes, and mine on takes that I may review; where something was said last comes first. */
  myNotes: (after: string | null, open: boolean) =>
    told(at.me.notes.$get({ query: { ...(after !== null && { after }), ...(open && { open: "1" as const }) } })),
  templates: async (): Promise<readonly string[]> => (await told(at.me.templates.$get())).templates,
  keepTemplates: async (templates: readonly string[]): Promise<readonly string[]> =>
    (await told(at.me.templates.$put({ json: { templates: [...templates] } }))).templates,
};

export type NotePage = Awaited<ReturnType<typeof noteDoors.notes>>;
export type Note = NotePage["notes"][number];
export type Reply = Note["replies"][number];
export type MyNote = Awaited<ReturnType<typeof noteDoors.myNotes>>["notes"][number];
