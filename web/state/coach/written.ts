import type { Drawing } from "#dance/practice/drawing.ts";

/** A note as it is being written. */
export interface Writing {
  readonly text: string;
  readonly drawing: Drawing;
  readonly voice: Blob | null;
  /** The microphone is open, or asked for. */
  readonly speaks: boolean;
}

/** What was written while a note was on its way, which is a note of its own; null where nothing was. */
export function writtenSince(
  sent: Writing,
  now: Writing,
): (Pick<Writing, "text" | "drawing"> & { readonly voice: boolean }) | null {
  const text = textSince(sent.text, now.text);
  const drawing = now.drawing.filter((stroke) => !sent.drawing.includes(stroke));
  const voice = now.speaks || (now.voice !== null && now.voice !== sent.voice);
  return text === "" && drawing.length === 0 && !voice ? null : { text, drawing, voice };
}

/** All of a text but for what was sent, where that still stands at its beginning. */
export const textSince = (sent: string, now: string): string =>
  now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
