import { Follower } from "./follower.ts";
import type { StageVideo } from "./types.ts";

/** Song seconds before the end of a turn at which the next begins to run, unseen. */
const AHEAD = 1.2;

/** A stretch of song time that is danced over and over. */
interface Turn {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a picture of this aspect is cut, in percent as object-position has it, so that what is at `x` picture heights
 * from its left is in the middle of a box as far as may be.
 */
export function cutAt(x: number, aspect: number, width: number, height: number): number {
  const over = height * aspect - width;
  if (over <= 0) return 50;
  const middle = x > 0 && x < aspect ? x : aspect / 2;
  return Math.min(1, Math.max(0, (height * middle - width / 2) / over)) * 100;
}

/**
 * The video that a routine was taken from, beside the dancer in the teacher's place. In a loop there are two of it: the
 * one that waits is already in time when the turn begins anew.
 */
export class SideVideo {
  private shown: Follower | null = null;
  private waiting: Follower | null = null;
  private source: StageVideo | null = null;
  private readonly canvas: HTMLCanvasElement;
  private last = Number.NEGATIVE_INFINITY;
  private flip = "";

  /** It will hang right behind the teacher's canvas. */
  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Hangs a video in place of the one before; null takes it down. */
  bring(source: StageVideo | null): void {
    if (source?.url === this.source?.url && source?.starts === this.source?.starts) return;
    this.close();
    this.source = source;
    if (!source) return;
    this.shown = this.hang(source);
    this.see(this.shown, true);
  }

  private hang(source: StageVideo): Follower {
    const follower = new Follower(source.url);
    follower.video.className = "st-video";
    follower.video.style.transform = this.flip;
    this.see(follower, false);
    this.canvas.before(follower.video);
    return follower;
  }

  private see({ video }: Follower, seen: boolean): void {
    video.style.opacity = seen ? "1" : "0";
  }

  /** As in a mirror, or as it was filmed. */
  turn(mirrored: boolean): void {
    this.flip = mirrored ? "scaleX(-1)" : "";
    for (const it of [this.shown, this.waiting]) if (it) it.video.style.transform = this.flip;
  }

  /**
   * Keeps the teacher, `x` picture heights from the left, in sight: a picture wider than its place fills it and is cut at
   * the sides. What has other proportions, or was not what the track was taken from, is shown whole.
   */
  aim(x: number): void {
    const video = this.shown?.video;
    if (!video || !this.source || video.videoHeight === 0) return;
    const aspect = video.videoWidth / video.videoHeight;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const cut = this.source.framed && aspect * height > width;
    const at = `${Math.round(cutAt(x, aspect, width, height))}% 50%`;
    for (const it of [video, this.waiting?.video])
      if (it) Object.assign(it.style, { objectFit: cut ? "cover" : "contain", objectPosition: cut ? at : "50% 50%" });
  }

  /** Shows song time `time`, which runs at `rate` (0: stands still), once a frame; `turn` where it goes round. */
  follow(time: number, rate: number, turn: Turn | null, nowMs: number): void {
    const { source } = this;
    if (!source) return;
    const at = time - source.starts;
    if (turn && time < this.last - (turn.to - turn.from) / 2) this.swap();
    this.last = time;
    this.shown?.follow(at, rate, nowMs);
    if (turn) this.lead(source, time, rate, turn, nowMs);
    else this.away();
  }

  /** The next turn stands ready before its beginning, and runs into it unseen. */
  private lead(source: StageVideo, time: number, rate: number, { from, to }: Turn, nowMs: number): void {
    this.waiting ??= this.hang(source);
    const soon = to - time < AHEAD;
    this.waiting.follow((soon ? time - (to - from) : from - AHEAD) - source.starts, soon ? rate : 0, nowMs);
  }

  private swap(): void {
    if (!this.waiting || !this.shown) return;
    [this.shown, this.waiting] = [this.waiting, this.shown];
    this.see(this.shown, true);
    this.see(this.waiting, false);
  }

  private away(): void {
    this.waiting?.close();
    this.waiting = null;
  }

  close(): void {
    this.away();
    this.shown?.close();
    this.shown = null;
    this.source = null;
  }
}
