import type { StageSong } from "../../../web/stage/index.ts";

/** A silent song of endless length. */
export function silentSong(): StageSong {
  let began: number | null = null;
  let at = 0;
  let rate = 1;
  const song: StageSong = {
    get rate() {
      return rate;
    },
    set rate(next) {
      at = song.time();
      if (began !== null) began = performance.now();
      rate = next;
    },
    ended: false,
    time: () => (began === null ? at : at + ((performance.now() - began) / 1000) * rate),
    play: (from) => {
      at = from;
      began = performance.now();
    },
    pause: () => {
      at = song.time();
      began = null;
    },
  };
  return song;
}

/** Waits until something is so. */
export const until = (done: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => (done() ? resolve() : setTimeout(look, 20));
    look();
  });
