import * as v from "valibot";
import type { Published } from "../db/choreographies.ts";
import type { NotePlace } from "../db/notes.ts";
import type { Moment } from "../db/progress.ts";
import type { Place } from "../db/standings.ts";

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.maxLength(64));
const place = v.tuple([whole, whole, id]);
const moment = v.tuple([whole, id]);
const notePlace = v.tuple([v.pipe(v.number(), v.finite()), id]);
const published = v.tuple([whole, id]);

/** Parts of a cursor as an opaque word that fits in an address. */
const pack = (parts: readonly unknown[]): string =>
  btoa(JSON.stringify(parts)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function unpack<Schema extends v.GenericSchema>(cursor: string, schema: Schema): v.InferOutput<Schema> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** A place on a board as a cursor. */
export const writeCursor = ({ missing, at, takeId }: Place): string => pack([missing, at, takeId]);

/** The place of a cursor, or null where nobody wrote it. */
export function readCursor(cursor: string): Place | null {
  const read = unpack(cursor, place);
  return read && { missing: read[0], at: read[1], takeId: read[2] };
}

/** A moment in a dancer's time as a cursor. */
export const writeMoment = ({ at, id }: Moment): string => pack([at, id]);

/** The moment of a cursor, or null where nobody wrote it. */
export function readMoment(cursor: string): Moment | null {
  const read = unpack(cursor, moment);
  return read && { at: read[0], id: read[1] };
}

/** A place among the notes of a take as a cursor. */
export const writeNotePlace = ({ from, id }: NotePlace): string => pack([from, id]);

/** The place of a cursor, or null where nobody wrote it. */
export function readNotePlace(cursor: string): NotePlace | null {
  const read = unpack(cursor, notePlace);
  return read && { from: read[0], id: read[1] };
}

/** A routine's place in the list for everybody as a cursor. */
export const writePublished = ({ at, version }: Published): string => pack([at, version]);

/** The place of a cursor, or null where nobody wrote it. */
export function readPublished(cursor: string): Published | null {
  const read = unpack(cursor, published);
  return read && { at: read[0], version: read[1] };
}
