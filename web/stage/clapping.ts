import type { PoseFrame } from "#dance/pose/pose.ts";
import { type Calibration, calibrate } from "#dance/practice/clap.ts";
import type { PoseSource, Sighting } from "../detector/types.ts";
import { makeWatch } from "../detector/watch.ts";
import { SongClock } from "./clock.ts";
import { Lead } from "./lead.ts";
import type { StageSong } from "./types.ts";

/** Claps that are enough, and the clicks among the last of which they must lie. */
export const ENOUGH = { claps: 8, clicks: 10 } as const;
/** Seconds: a clap belongs to a click until so long after it, and is told by the detector so much later. */
const [LATE, DETECTOR] = [0.42, 0.3];

/** sounding: clicks are heard and claps looked for. silent: the browser holds the sound back; start from a tap. */
export interface ClapView {
  readonly state: "still" | "sounding" | "silent" | "over";
  /** Clicks that were clapped with of the last few, up to ENOUGH.claps. */
  readonly claps: number;
  /** What was found, once it is over. */
  readonly found: Calibration | null;
}

const STILL: ClapView = { state: "still", claps: 0, found: null };

/**
 * Listens for claps with clicks: the clicks sound as a song does, hands are seen as in a dance, and both are told by the
 * clock of a take. It ends by itself when enough claps agree, or with the last click.
 */
export class Clapping {
  readonly view = makeWatch<ClapView>(STILL);
  private readonly clicks: readonly number[];
  private readonly clock: SongClock;
  private readonly lead: Lead;
  private readonly stopSeeing: () => void;
  private track: PoseFrame[] = [];
  private frame = 0;
  private heard = 0;
  private by = "";

  /** `clicks`: seconds of the song's time, evenly spaced. */
  constructor(source: Pick<PoseSource, "onSighting">, song: StageSong, clicks: readonly number[]) {
    this.clicks = clicks;
    this.clock = new SongClock(song);
    this.lead = new Lead(song, this.clock, { bpm: 60, firstBeat: 0 }, false);
    this.stopSeeing = source.onSighting((sighting) => this.see(sighting));
  }

  /** By what it was listened to last, as `start` was told: what was found is theirs. */
  get heardBy(): string {
    return this.by;
  }

  /** Listens by this camera and sound: from the first click, and anew where another is taken up under way. */
  listen(by: string): void {
    const { state } = this.view.get();
    if (state === "still" || (state === "sounding" && by !== this.by)) this.start(by);
  }

  /** From the first click; must follow a tap. */
  start(by: string): void {
    this.by = by;
    cancelAnimationFrame(this.frame);
    this.track = [];
    this.heard = 0;
    this.lead.begin(0, 1, performance.now());
    this.view.set({ ...STILL, state: "sounding" });
    this.frame = requestAnimationFrame(this.tick);
  }

  private readonly tick = (): void => {
    this.frame = requestAnimationFrame(this.tick);
    const now = performance.now();
    if (!this.lead.keepTime(now)) this.end({ ...STILL, state: "silent" });
    else this.hear(this.clock.time(now));
  };

  private see({ at, pose }: Sighting): void {
    const time = this.clock.time(at);
    const last = this.track.at(-1);
    if (this.view.get().state === "sounding" && pose && (!last || time > last.time)) this.track.push({ time, pose });
  }

  /** Looks, with each click that is over, whether the claps agree by now. */
  private hear(time: number): void {
    const over = this.clicks.filter((click) => click + LATE + DETECTOR < time).length;
    if (over === this.heard) return;
    this.heard = over;
    const last = this.clicks.slice(Math.max(0, over - ENOUGH.clicks), over);
    const from = (last[0] ?? 0) - 1;
    this.track = this.track.filter((frame) => frame.time > from);
    const found = calibrate(this.track, last);
    const enough = found.told && found.claps >= ENOUGH.claps;
    if (enough || over === this.clicks.length) this.end({ state: "over", claps: found.claps, found });
    else this.view.set({ state: "sounding", claps: Math.min(ENOUGH.claps, found.claps), found: null });
  }

  private end(view: ClapView): void {
    cancelAnimationFrame(this.frame);
    this.lead.stop(performance.now());
    this.view.set(view);
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.lead.stop(performance.now());
    this.lead.close();
    this.stopSeeing();
  }
}
