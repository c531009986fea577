import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { audioOf } from "./audio.ts";
import { type LoopFile, loopFile } from "./loop-file.ts";
import { FileSong } from "./song.ts";

/**
 * A stretch of a song that goes round and round. Its time runs on over the end of a turn: who listens takes off the
 * turns that were danced. All times are song time in seconds.
 */
export class LoopSong {
  readonly ended = false;
  counted = false;
  readonly #song: FileSong;
  readonly #audio: HTMLAudioElement;
  readonly #file: LoopFile;
  readonly #release: () => void;
  /** Seconds of whole turns by which the file was sent back. */
  #back = 0;

  constructor(audio: HTMLAudioElement, file: LoopFile, release: () => void) {
    this.#audio = audio;
    this.#file = file;
    this.#release = release;
    this.#song = new FileSong(audio, file.from - file.start + file.turn * file.turns);
    audio.addEventListener("timeupdate", this.#turnBack);
  }

  /** In the middle of the last turn the file is sent back to the middle of the first: hours of practice fit in. */
  readonly #turnBack = (): void => {
    const { start, from, turn, turns } = this.#file;
    if (this.#audio.currentTime < from - start + (turns - 0.5) * turn) return;
    const whole = (turns - 1) * turn;
    this.#back += whole;
    this.#song.seek(this.#audio.currentTime - whole);
  };

  get rate(): number {
    return this.#song.rate;
  }
  set rate(rate: number) {
    this.#song.rate = rate;
  }

  /** From a song time of the way in or the first turn. */
  play(from: number): Promise<void> {
    this.#back = 0;
    return this.#song.play(from - this.#file.start);
  }

  pause(): void {
    this.#song.pause();
  }

  time(): number {
    return this.#file.start + this.#back + this.#song.time();
  }

  close(): void {
    this.#audio.removeEventListener("timeupdate", this.#turnBack);
    this.#song.close();
    this.#release();
  }
}

/** Seconds of song time. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a sound file in song time, going round and round, with four counts to lead in. */
export async function loopIn(wav: Blob, tempo: Tempo, { from, to }: Stretch): Promise<LoopSong> {
  const leadIn = timeOfCount(tempo, 4) - timeOfCount(tempo, 0);
  const file = await loopFile(wav, Math.max(0, from - leadIn), from, to);
  const url = URL.createObjectURL(file.wav);
  return new LoopSong(await audioOf(url), file, () => URL.revokeObjectURL(url));
}
