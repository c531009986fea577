// The thread that listens to a file: one order, one answer.
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { Listener, Scribe } from "./ears.ts";
import {
  type FromThread,
  type Hearing,
  type Pcm,
  type Piece,
  SECONDS_MAX,
  type SoundProblem,
  type ToThread,
} from "./messages.ts";
import { openSound, type Sound } from "./pieces.ts";
import { type Ear, place } from "./place.ts";

/** Seconds of sound between two words about how far it is. */
const TELL_EVERY = 5;

const tell = (message: FromThread) => self.postMessage(message);
const words = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

async function* single(piece: Piece): AsyncGenerator<Piece> {
  yield piece;
}

const opened = async (from: Blob | Piece): Promise<Outcome<Sound, SoundProblem>> =>
  from instanceof Blob
    ? openSound(from)
    : ok({ seconds: (from.channels[0]?.length ?? 0) / from.rate, pieces: () => single(from) });

/** What an ear has of a file's sound. */
async function through<E extends Ear, T>(
  from: Blob | Piece,
  begin: (rate: number, channels: 1 | 2) => E,
  end: (ear: E, seconds: number) => T,
): Promise<Outcome<T, SoundProblem>> {
  const sound = await opened(from);
  if (!sound.ok) return sound;
  let told = 0;
  const placed = await place(sound.value.pieces(), begin, (seconds) => {
    if (seconds < told + TELL_EVERY) return;
    told = seconds;
    if (sound.value.seconds > 0) tell({ kind: "progress", share: Math.min(1, seconds / sound.value.seconds) });
  });
  if (!placed || placed.seconds === 0) return fail("sound-none", "the sound holds no samples");
  if (placed.cut) return fail("sound-too-long", `the sound lasts longer than ${SECONDS_MAX} s`);
  return ok(end(placed.ear, placed.seconds));
}

async function answer({ want, from }: ToThread): Promise<void> {
  const damaged = (thrown: unknown) => fail("sound-damaged" as const, words(thrown));
  if (want === "hearing") {
    const outcome: Outcome<Hearing, SoundProblem> = await through(
      from,
      (rate) => new Listener(rate),
      (ear, seconds) => ear.heard(seconds),
    ).catch(damaged);
    tell({ kind: "hearing", outcome });
  } else {
    const outcome: Outcome<Pcm, SoundProblem> = await through(
      from,
      (rate, channels) => new Scribe(rate, channels),
      (ear, seconds) => ear.written(seconds),
    ).catch(damaged);
    tell({ kind: "pcm", outcome });
  }
}

self.onmessage = ({ data }: MessageEvent<ToThread>) => void answer(data);
