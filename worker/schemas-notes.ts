import * as v from "valibot";
import { LIMB_GROUPS } from "#dance/pose/keypoints.ts";
import { type Drawing, isDrawing } from "#dance/practice/drawing.ts";
import { LIMITS } from "./limits.ts";
import { dancer, idSchema, integer, UNFIT } from "./schemas.ts";

/** Words of several lines, so many characters at most. */
export const words = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize("NFC").replaceAll("\r\n", "\n").trim()),
    v.check((text) => !UNFIT.test(text.replaceAll("\n", " ")), "note-characters"),
    v.check((text) => [...text].length <= most, "note-too-long"),
  );

const half = v.pipe(
  v.number(),
  v.multipleOf(0.5, "note-span"),
  v.minValue(0, "note-span"),
  v.maxValue(9999, "note-span"),
);
const limb = v.nullable(v.picklist(LIMB_GROUPS));
/** Strokes of dance/practice/drawing.ts. */
const strokes = v.pipe(
  v.nullable(v.array(v.object({ segment: integer, points: v.array(v.number()) }))),
  v.check((it) => it === null || isDrawing(it), "drawing-invalid"),
);

export const noting = v.object({
  /** Counts of the choreography, halves too: from that one on until before this one. */
  from: half,
  to: half,
  /** Song time in seconds at which it was written. */
  time: v.pipe(v.number(), v.minValue(-600), v.maxValue(7200)),
  limb: v.optional(limb, null),
  text: words(LIMITS.noteCharacters),
  drawing: v.optional(strokes, null),
  /** A voice follows. */
  voice: v.optional(v.boolean(), false),
});
export const changingNote = v.object({
  from: v.exactOptional(half),
  to: v.exactOptional(half),
  limb: v.exactOptional(limb),
  text: v.exactOptional(words(LIMITS.noteCharacters)),
  drawing: v.exactOptional(strokes),
  done: v.exactOptional(v.boolean()),
});
export const replying = v.object({ text: words(LIMITS.noteCharacters), take: v.optional(v.nullable(idSchema), null) });

const shownTake = v.object({
  id: v.string(),
  version: v.string(),
  section: integer,
  score: v.nullable(integer),
  /** When it was danced. */
  at: integer,
});
const reply = v.object({
  id: v.string(),
  by: dancer,
  mine: v.boolean(),
  text: v.string(),
  /** A newer take that the dancer shows. */
  take: v.nullable(shownTake),
  at: integer,
  droppable: v.boolean(),
});
const note = v.object({
  id: v.string(),
  takeId: v.string(),
  by: dancer,
  mine: v.boolean(),
  /** Whether its dancer wrote it themselves. */
  own: v.boolean(),
  from: v.number(),
  to: v.number(),
  time: v.number(),
  limb,
  text: v.string(),
  drawing: v.nullable(v.custom<Drawing>(isDrawing)),
  voice: v.nullable(v.object({ type: v.string(), seconds: v.number() })),
  madeAt: integer,
  editedAt: v.nullable(integer),
  doneAt: v.nullable(integer),
  lastAt: integer,
  editable: v.boolean(),
  droppable: v.boolean(),
  replies: v.array(reply),
});
export const newNote = note;
export const oneNote = note;
export const newReply = reply;
export const noteList = v.object({ notes: v.array(note), next: v.nullable(v.string()) });
/** Notes of mine wherever they are: with whose take each lies on. */
export const myNotes = v.object({
  notes: v.array(v.object({ ...note.entries, dancer, take: shownTake })),
  next: v.nullable(v.string()),
});

const cursor = v.optional(v.pipe(v.string(), v.maxLength(200, "cursor-invalid")));
export const pageOfNotes = v.object({ after: cursor });
export const pageOfMine = v.object({ after: cursor, open: v.optional(v.picklist(["1"])) });

const template = v.pipe(words(LIMITS.templateCharacters), v.minLength(1, "note-empty"));
export const templateList = v.object({
  templates: v.pipe(v.array(template), v.maxLength(LIMITS.templates, "templates-too-many")),
});
export const voiceKept = v.object({ type: v.string(), seconds: v.number() });
