import * as v from "valibot";
import type { Place } from "../db/boards.ts";

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const place = v.tuple([whole, whole, v.pipe(v.string(), v.maxLength(64))]);

/** A place on a board as an opaque word that fits in an address. */
export const writeCursor = ({ missing, at, takeId }: Place): string =>
  btoa(JSON.stringify([missing, at, takeId]))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** The place of a cursor, or null where nobody wrote it. */
export function readCursor(cursor: string): Place | null {
  try {
    const read = v.safeParse(place, JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    return read.success ? { missing: read.output[0], at: read.output[1], takeId: read.output[2] } : null;
  } catch {
    return null;
  }
}
