/** Seconds of the file. Beyond `far` a video jumps; within `near` it is in time; it is steered until it is `on`. */
const APART = { far: 0.5, near: 0.01, on: 0.003 } as const;
/** Seconds in which it makes good what it is apart, and the shares by which it is sped up or slowed down for that. */
const [CATCH_UP, FASTER, SLOWER] = [0.35, 0.8, 0.5];
/** Milliseconds that a seek and a start take, until they have been seen. */
const [SEEK_MS, START_MS] = [120, 80];
/** A picture is shown for a while: in time is one that came up so many seconds before. */
const HALF_SHOWN = 0.012;
/** Milliseconds after which a picture no longer tells where the video is. */
const STALE_MS = 400;

/** How fast to play, being so many seconds behind (+) or ahead (-) at a rate; null: too far apart, jump. */
export function steer(apart: number, rate: number, steering: boolean): number | null {
  if (Math.abs(apart) > APART.far) return null;
  if (Math.abs(apart) < (steering ? APART.on : APART.near)) return rate;
  const more = Math.min(FASTER, Math.max(-SLOWER, apart / CATCH_UP));
  return rate * (1 + Math.round(more * 64) / 64);
}

/** A picture as it came up: second of the file, moment of performance.now(). */
interface Shown {
  readonly media: number;
  readonly atMs: number;
}

/** A silent video that follows a time: it plays at the rate of that time, and is steered where it strays. */
export class Follower {
  readonly video = document.createElement("video");
  private seekMs = SEEK_MS;
  private startMs = START_MS;
  private soughtMs = 0;
  private startedMs = 0;
  private sought = Number.NaN;
  private steering = false;
  private shown: Shown | null = null;
  private closed = false;

  constructor(url: string) {
    const { video } = this;
    video.muted = true;
    video.playsInline = true;
    video.preload = "auto";
    video.disablePictureInPicture = true;
    video.setAttribute("aria-hidden", "true");
    video.addEventListener("seeked", this.landed);
    video.src = url;
    this.watch();
  }

  private readonly landed = (): void => {
    this.shown = null;
    this.seekMs += 0.3 * (Math.min(1000, performance.now() - this.soughtMs) - this.seekMs);
  };

  /** Heeds every picture that comes up: the video's own clock tells less exactly which one is seen. */
  private watch(): void {
    if (!("requestVideoFrameCallback" in this.video)) return;
    const next: VideoFrameRequestCallback = (_, { mediaTime, expectedDisplayTime }) => {
      if (this.closed) return;
      if (!this.video.seeking) this.shown = { media: mediaTime, atMs: expectedDisplayTime };
      if (this.startedMs > 0 && !this.video.paused) this.learnStart(expectedDisplayTime);
      this.video.requestVideoFrameCallback(next);
    };
    this.video.requestVideoFrameCallback(next);
  }

  private learnStart(nowMs: number): void {
    this.startMs += 0.3 * (Math.min(600, Math.max(0, nowMs - this.startedMs)) - this.startMs);
    this.startedMs = 0;
  }

  /** The second of the file that is seen at a moment. */
  private position(nowMs: number): number {
    const { shown, video } = this;
    if (!shown || video.paused || nowMs - shown.atMs > STALE_MS) return video.currentTime;
    return shown.media + HALF_SHOWN + ((nowMs - shown.atMs) / 1000) * video.playbackRate;
  }

  /** Should show `time`, in seconds of its file, at a moment, and go on at `rate`; 0 stands still. Call once a frame. */
  follow(time: number, rate: number, nowMs: number): void {
    const { video } = this;
    if (video.readyState < 1 || video.seeking) return;
    const last = Math.max(0, video.duration - 0.05);
    const soon = (this.startMs / 1000) * rate;
    if (rate > 0 && time > -soon && time < last) this.run(time, rate, nowMs);
    else this.stand(Math.min(Math.max(0, time), last));
  }

  private stand(at: number): void {
    if (!this.video.paused) this.video.pause();
    if (this.sought !== at) this.seek(at);
  }

  private run(time: number, rate: number, nowMs: number): void {
    const { video } = this;
    if (video.paused) {
      this.start(time, rate, nowMs);
      return;
    }
    const speed = steer(time - this.position(nowMs), rate, this.steering);
    if (speed === null) this.seek(time + (this.seekMs / 1000) * rate);
    this.steering = speed !== rate;
    if (video.playbackRate !== (speed ?? rate)) video.playbackRate = speed ?? rate;
  }

  /** From where it stands, if that is about where it will be needed. */
  private start(time: number, rate: number, nowMs: number): void {
    const { video } = this;
    const needed = Math.max(0, time + (this.startMs / 1000) * rate);
    if (Math.abs(needed - video.currentTime) > 0.1) {
      this.seek(needed + (this.seekMs / 1000) * rate);
      return;
    }
    this.sought = Number.NaN;
    this.startedMs = nowMs;
    video.playbackRate = rate;
    video.play().catch(() => undefined); // taken off the page meanwhile
  }

  private seek(to: number): void {
    this.sought = to;
    this.soughtMs = performance.now();
    this.video.currentTime = Math.min(Math.max(0, to), Math.max(0, this.video.duration - 0.05));
  }

  close(): void {
    const { video } = this;
    this.closed = true;
    video.removeEventListener("seeked", this.landed);
    video.pause();
    video.remove();
    video.removeAttribute("src");
    video.load();
  }
}
