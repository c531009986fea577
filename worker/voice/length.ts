import { mp4Seconds } from "./mp4.ts";
import { oggSeconds } from "./ogg.ts";
import { webmSeconds } from "./webm.ts";

/** The kinds of sound that browsers record, by media type. */
const KINDS: Readonly<Record<string, (data: Uint8Array) => number | null>> = {
  "audio/webm": webmSeconds,
  "audio/mp4": mp4Seconds,
  "audio/ogg": oggSeconds,
};

/** The media type of a voice as it is kept, or null where it is no kind that browsers record. */
export function voiceType(contentType: string | undefined): string | null {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  return Object.hasOwn(KINDS, type) ? type : null;
}

/** How long a sound of a kind lasts, in seconds; null where the bytes are none of that kind, or hold a picture too. */
export const voiceLength = (data: Uint8Array, type: string): number | null => KINDS[type]?.(data) ?? null;
