import type { Pcm } from "../sound/index.ts";
import { wavHead } from "./wav.ts";

/**
 * A sound laid into song time, as a sound file that begins at song time 0 and lasts `until`: its own beginning falls on
 * `starts`, which may lie before 0. Where it is not heard there is silence. Nothing of it is copied.
 */
export function placePcm({ data, rate, channels }: Pcm, starts: number, until: number): Blob {
  const frame = 2 * channels;
  const total = Math.max(1, Math.round(until * rate));
  const first = Math.round(starts * rate);
  const heard = data.slice(Math.max(0, -first) * frame, Math.max(0, total - first) * frame);
  const before = Math.min(total, Math.max(0, first)) * frame;
  const silence = (bytes: number) => new Uint8Array(Math.max(0, bytes));
  const after = total * frame - before - heard.size;
  const parts = [wavHead(rate, channels, total * frame), silence(before), heard, silence(after)];
  return new Blob(parts, { type: "audio/wav" });
}
