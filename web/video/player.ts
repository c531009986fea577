import { probeTimes } from "./thread/choose.ts";
import { Pace } from "./thread/pace.ts";
import { LONGEST, type VideoFacts } from "./thread/types.ts";

/** Pictures that wait to be judged before the video is held, and lines of each. */
const [AHEAD, LINES] = [2, 480];
/** Speeds at which the video is played. */
const SPEED = { slowest: 0.1, fastest: 1, spare: 0.8 } as const;
/** Milliseconds after which a player that does not answer is given up. */
const PATIENCE = 8000;

/** The browser's own player, where pictures cannot be had one by one. */
export interface Player {
  /** What is known of the file, by the player where nothing else tells. */
  facts(told: VideoFacts | null): VideoFacts;
  /** A few pictures spread over the file. */
  probes(): Promise<ImageBitmap[]>;
  /**
   * Plays from a file time on, as slowly as `see` needs it, and hands over each picture that is shown, until `until`
   * seconds or until `see` says no. True where it broke off.
   */
  play(until: number, after: number, see: (picture: ImageBitmap, at: number) => Promise<boolean>): Promise<boolean>;
  still(at: number): Promise<ImageBitmap | null>;
  close(): void;
}

/** The player with a file in it; null where it has no picture to show. */
export async function openPlayer(file: File): Promise<Player | null> {
  const video = document.createElement("video");
  if (!("requestVideoFrameCallback" in video)) return null;
  const address = URL.createObjectURL(file);
  Object.assign(video, { muted: true, playsInline: true, preload: "auto", src: address });
  const close = () => {
    video.pause();
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(address);
  };
  if ((await happens(video, "loadeddata")) && video.videoWidth > 0) return makePlayer(video, close);
  close();
  return null;
}

/** Whether an event comes before an error does, or silence. */
function happens(video: HTMLVideoElement, name: "loadeddata" | "seeked"): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (good: boolean) => () => {
      clearTimeout(timer);
      resolve(good);
    };
    const timer = setTimeout(end(false), PATIENCE);
    video.addEventListener(name, end(true), { once: true });
    video.addEventListener("error", end(false), { once: true });
  });
}

function makePlayer(video: HTMLVideoElement, close: () => void): Player {
  const paper = new OffscreenCanvas(1, 1);
  const pen = paper.getContext("2d", { alpha: false });

  function picture(lines: number): ImageBitmap {
    const scale = Math.min(1, lines / video.videoHeight);
    paper.width = Math.max(1, Math.round(video.videoWidth * scale));
    paper.height = Math.max(1, Math.round(video.videoHeight * scale));
    pen?.drawImage(video, 0, 0, paper.width, paper.height);
    return paper.transferToImageBitmap();
  }

  async function goTo(at: number): Promise<boolean> {
    const there = happens(video, "seeked");
    video.currentTime = at;
    return there;
  }

  function facts(told: VideoFacts | null): VideoFacts {
    const seconds = Number.isFinite(video.duration) ? video.duration : (told?.seconds ?? LONGEST);
    const read = Math.min(LONGEST, seconds);
    const unknown = { codec: "?", rate: 30, sound: true, frames: Math.max(1, Math.round(read * 30)) };
    const size = { width: video.videoWidth, height: video.videoHeight };
    return { ...unknown, ...told, ...size, seconds, read, decodes: false };
  }

  async function probes(): Promise<ImageBitmap[]> {
    const pictures: ImageBitmap[] = [];
    for (const at of probeTimes(facts(null))) if (await goTo(at)) pictures.push(picture(LINES));
    return pictures;
  }

  const play: Player["play"] = async (until, after, see) => {
    if (!(await goTo(Math.max(0, after)))) return true;
    const pace = new Pace(after);
    const waiting: { picture: ImageBitmap; at: number }[] = [];
    let [over, broken, seeing] = [false, false, false];
    let last = after;
    return new Promise((resolve) => {
      const end = () => {
        if (over && waiting.length === 0 && !seeing) {
          video.pause();
          resolve(broken);
        }
      };
      const drain = async () => {
        if (seeing) return;
        seeing = true;
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const began = performance.now();
          if (!(await see(next.picture, next.at))) over = true;
          const share = ((next.at - last) * 1000) / Math.max(1, performance.now() - began);
          last = next.at;
          video.playbackRate = Math.min(SPEED.fastest, Math.max(SPEED.slowest, share * SPEED.spare));
        }
        seeing = false;
        if (!over && video.paused) void video.play().catch(() => stop(true)());
        end();
      };
      const stop = (cut: boolean) => () => {
        over = true;
        broken ||= cut;
        end();
      };
      const take = (at: number) => {
        if (!pace.takes(at)) return;
        waiting.push({ picture: picture(LINES), at });
        if (waiting.length >= AHEAD) video.pause();
        void drain();
      };
      const shown = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
        if (over) return;
        if (mediaTime > until) return stop(false)();
        take(mediaTime);
        video.requestVideoFrameCallback(shown);
      };
      video.addEventListener("ended", stop(false), { once: true });
      video.addEventListener("error", stop(true), { once: true });
      if (after < 0) take(0); // the very first is shown already
      video.requestVideoFrameCallback(shown);
      void video.play().catch(() => stop(true)());
    });
  };

  return { facts, probes, play, still: async (at) => ((await goTo(at)) ? picture(720) : null), close };
}
