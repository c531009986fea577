import { makeWatch } from "../detector/watch.ts";
import type { Song } from "../song/index.ts";

/** The song of one draft while it is edited, opened when it is first wanted. Once closed nothing of it is heard, not even what was still being opened. */
export class PreviewSong {
  readonly view = makeWatch({ playing: false, opening: false });
  readonly #open: () => Promise<Song | null>;
  #song: Song | null = null;
  #speed = 1;
  /** Between being asked to play and playing. */
  #beginning = false;
  #closed = false;

  /** `open` makes the song; null where there is none. */
  constructor(open: () => Promise<Song | null>) {
    this.#open = open;
  }

  /** Song time in seconds now. */
  time(): number {
    return this.#song?.time() ?? 0;
  }

  /** 1 is the tempo as it is; slower keeps its pitch, and may be asked for while it plays. */
  speed(speed: number): void {
    this.#speed = speed;
    if (this.#song) this.#song.rate = speed;
  }

  /** Plays from a song time, or stops; asked again before it plays, nothing else begins. */
  async toggle(from: number): Promise<void> {
    if (this.#closed || this.#beginning) return;
    if (this.#song?.playing) {
      this.#song.pause();
      return this.view.set({ playing: false, opening: false });
    }
    this.#beginning = true;
    await this.#begin(from).catch(() => undefined);
    this.#beginning = false;
    this.view.set({ playing: this.#song?.playing ?? false, opening: false });
  }

  async #begin(from: number): Promise<void> {
    this.view.set({ playing: false, opening: true });
    const song = this.#song ?? (await this.#open());
    if (this.#closed) return song?.close();
    this.#song = song;
    if (!song) return;
    song.rate = this.#speed;
    song.onEnd = () => this.view.set({ playing: false, opening: false });
    await song.play(Math.max(0, from));
    if (this.#closed) song.pause(); // it may have begun all the same
  }

  close(): void {
    this.#closed = true;
    this.#song?.close();
    this.#song = null;
    this.view.set({ playing: false, opening: false });
  }
}
