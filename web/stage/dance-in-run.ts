import type { Tempo } from "#dance/music/tempo.ts";
import { POSE_SIZE, type Pose, type PoseFrame, snapTime } from "#dance/pose/pose.ts";
import type { Sighting } from "../detector/types.ts";
import { LedSong } from "./led-song.ts";
import type { StageSong } from "./types.ts";

const NOBODY: Pose = new Float32Array(POSE_SIZE);

/** What a dance is danced in to. */
export interface Heard {
  readonly song: StageSong;
  /** Count 0 is where the dancer begins. */
  readonly tempo: Tempo;
  /** Song time at which there is nothing more to dance to. */
  readonly until: number;
  /** Clicks on 5 6 7 8, for a song that has none itself. */
  readonly clicks: boolean;
}

/** A dance danced in: its song, and every frame of it with its song time. */
export class DanceInRun {
  frames: PoseFrame[] = [];
  readonly song: LedSong;
  private readonly until: number;

  constructor({ song, tempo, until, clicks }: Heard) {
    this.song = new LedSong({ song, tempo, from: tempo.firstBeat, rate: 1, clicks });
    this.until = until;
  }

  /** From the first count. */
  begin(nowMs: number): void {
    this.frames = [];
    this.song.begin(nowMs);
  }

  /** From the start of the eight-count under way: what came since is forgotten. Its song time, or -Infinity for all. */
  goOn(nowMs: number): number {
    const forgotten = this.song.goOn(nowMs);
    this.frames = this.frames.filter(({ time }) => time < forgotten);
    return forgotten;
  }

  isOver(nowMs: number): boolean {
    return this.song.time(nowMs) > this.until;
  }

  /** The frame of a sighting, the delay of `latency` seconds taken off; null where it belongs to no dance. */
  see({ at, pose }: Sighting, latency: number): PoseFrame | null {
    const time = snapTime(this.song.time(at) - latency);
    const last = this.frames.at(-1);
    if (time < this.song.opens || (last && time <= last.time)) return null;
    const frame = { time, pose: pose ?? NOBODY };
    this.frames.push(frame);
    return frame;
  }
}
