import { fail, type Outcome } from "#dance/outcome.ts";
import { decodeHere } from "./decode-here.ts";
import type { FromThread, Hearing, Pcm, Piece, SoundProblem, ToThread } from "./thread/messages.ts";

export { type Hearing, type Pcm, PEAK_RATE, type SoundProblem } from "./thread/messages.ts";

/** Problems after which the browser's own player may still know the file. */
const PLAYER_MAY: readonly SoundProblem[] = ["sound-unknown", "sound-codec", "sound-damaged"];

export interface HearOptions {
  /** Told the share of the file that was heard, 0..1. */
  readonly onProgress?: (share: number) => void;
  /** Aborted: the promise rejects with the signal's reason, and the thread ends. */
  readonly signal?: AbortSignal;
}

/** Hears a sound or video file: its onsets and its waveform, in the file's own time. Nothing leaves the device. */
export const hearFile = (file: Blob, options: HearOptions = {}): Promise<Outcome<Hearing, SoundProblem>> =>
  inThread<Hearing>("hearing", file, options);

/** The samples of a sound or video file, from its own time 0 on. */
export const pcmOfFile = (file: Blob, options: HearOptions = {}): Promise<Outcome<Pcm, SoundProblem>> =>
  inThread<Pcm>("pcm", file, options);

async function inThread<T>(
  want: ToThread["want"],
  file: Blob,
  options: HearOptions,
): Promise<Outcome<T, SoundProblem>> {
  const first = await ask<T>({ want, from: file }, options);
  if (first.ok || !PLAYER_MAY.includes(first.problem.code)) return first;
  const piece = await decodeHere(file);
  return piece ? ask<T>({ want, from: piece }, options) : first;
}

const isPiece = (from: Blob | Piece): from is Piece => !(from instanceof Blob);

/** One order to a thread of its own. */
async function ask<T>(
  { want, from }: ToThread,
  { onProgress, signal }: HearOptions,
): Promise<Outcome<T, SoundProblem>> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL("./thread/worker.ts", import.meta.url), { type: "module", name: "sound" });
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
        if (data.kind === "progress") onProgress?.(data.share);
        else resolve(data.outcome as Outcome<T, SoundProblem>);
      };
      thread.onerror = (event) => resolve(fail("sound-damaged", event.message || "the thread that listens ended"));
      const move = isPiece(from) ? from.channels.map(({ buffer }) => buffer as ArrayBuffer) : [];
      thread.postMessage({ want, from } satisfies ToThread, move);
    });
  } finally {
    thread.terminate();
  }
}
