import { SmoothClock } from "./clock.ts";

/** A song that plays. All times are song time in seconds. */
export interface Song {
  readonly duration: number;
  readonly playing: boolean;
  readonly ended: boolean;
  /** It clicks on the counts itself: nobody else needs to. */
  readonly counted: boolean;
  /** 1 is the tempo as written; 0.25 to 2, with the pitch kept. */
  rate: number;
  /** 0..1. */
  volume: number;
  onEnd: (() => void) | null;
  /** Starts from a song time, or from where it stands; rejects where the browser wants a gesture first. */
  play(from?: number): Promise<void>;
  pause(): void;
  seek(time: number): void;
  /** Smooth at any rate; runs backwards only by `seek`. */
  time(): number;
  close(): void;
}

const seconds = (): number => performance.now() / 1000;

/** A song that lives in a sound file, played by an audio element so that its pitch is kept at every rate. */
export class FileSong implements Song {
  onEnd: (() => void) | null = null;
  counted = false;
  readonly duration: number;
  readonly #audio: HTMLAudioElement;
  readonly #clock = new SmoothClock();
  readonly #release: () => void;
  #stopped = 0;

  /** `release` lets the file go when the song is closed. */
  constructor(audio: HTMLAudioElement, duration: number, release: () => void = () => undefined) {
    this.#audio = audio;
    this.#release = release;
    this.duration = duration;
    audio.preservesPitch = true;
    audio.addEventListener("ended", this.#end);
    for (const event of ["playing", "seeked", "ratechange"]) audio.addEventListener(event, this.#reset);
  }

  readonly #reset = (): void => this.#clock.set(this.#audio.currentTime, seconds());
  readonly #end = (): void => {
    this.#stopped = this.duration;
    this.onEnd?.();
  };

  get playing(): boolean {
    return !this.#audio.paused && !this.#audio.ended;
  }
  get ended(): boolean {
    return this.#audio.ended;
  }
  get rate(): number {
    return this.#audio.playbackRate;
  }
  set rate(rate: number) {
    this.#audio.playbackRate = Math.min(2, Math.max(0.25, rate));
  }
  get volume(): number {
    return this.#audio.volume;
  }
  set volume(volume: number) {
    this.#audio.volume = Math.min(1, Math.max(0, volume));
  }

  async play(from?: number): Promise<void> {
    if (from !== undefined) this.seek(from);
    await this.#audio.play();
  }

  pause(): void {
    this.#stopped = this.time();
    this.#audio.pause();
  }

  seek(time: number): void {
    this.#stopped = Math.min(this.duration, Math.max(0, time));
    this.#audio.currentTime = this.#stopped;
    this.#reset();
  }

  time(): number {
    if (!this.playing || this.#audio.seeking || this.#audio.readyState < 3)
      return this.playing ? this.#audio.currentTime : this.#stopped;
    return Math.min(this.duration, this.#clock.read(this.#audio.currentTime, seconds(), this.rate));
  }

  close(): void {
    this.onEnd = null;
    this.#audio.removeEventListener("ended", this.#end);
    this.#audio.pause();
    this.#audio.removeAttribute("src");
    this.#audio.load();
    this.#release();
  }
}
