import { countAtTime, type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE, type Pose, type PoseFrame, snapTime } from "#dance/pose/pose.ts";
import type { Sighting } from "../detector/types.ts";
import { SongClock } from "./clock.ts";
import { COUNT_IN } from "./count-teller.ts";
import { Lead } from "./lead.ts";
import { Turns } from "./turns.ts";
import type { PauseCause, StageSong } from "./types.ts";

const NOBODY: Pose = new Float32Array(POSE_SIZE);
/** Song seconds before the first count in which the dancer is already seen. */
const BEFORE = 0.5;

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

/** A dance danced in: the song led in and kept time by, and every frame of it with its song time. */
export class DanceInRun {
  frames: PoseFrame[] = [];
  /** Song time from which the dancer goes on. */
  start: number;
  private readonly heard: Heard;
  private readonly clock: SongClock;
  private readonly lead: Lead;
  private readonly turns = new Turns();

  constructor(heard: Heard) {
    this.heard = heard;
    this.start = heard.tempo.firstBeat;
    this.clock = new SongClock(heard.song);
    this.lead = new Lead(heard.song, this.clock, heard.tempo, heard.clicks);
  }

  /** Song time at a moment in milliseconds. */
  time(atMs: number): number {
    return this.clock.time(atMs);
  }

  /** From the first count. */
  begin(nowMs: number): void {
    this.frames = [];
    this.countIn(this.heard.tempo.firstBeat, nowMs);
  }

  /** From the start of the eight-count under way: what came since is forgotten. Its song time, or -Infinity for all. */
  goOn(nowMs: number): number {
    const { tempo } = this.heard;
    const eight = Math.floor((countAtTime(tempo, Math.max(this.start, this.time(nowMs))) + 1e-6) / 8) * 8;
    const from = timeOfCount(tempo, Math.max(0, eight));
    const forgotten = eight <= 0 ? Number.NEGATIVE_INFINITY : from;
    this.frames = this.frames.filter(({ time }) => time < forgotten);
    this.countIn(from, nowMs);
    return forgotten;
  }

  private countIn(from: number, nowMs: number): void {
    this.start = from;
    this.turns.begin();
    this.lead.begin(from - (COUNT_IN * 60) / this.heard.tempo.bpm, 1, nowMs);
  }

  halt(nowMs: number): void {
    this.lead.stop(nowMs);
  }

  /** Keeps time by the song, once a frame; false when the browser does not let it sound. */
  keepTime(nowMs: number): boolean {
    return this.lead.keepTime(nowMs);
  }

  isOver(nowMs: number): boolean {
    return this.time(nowMs) > this.heard.until;
  }

  /** What broke the dance since the last look, once a frame. */
  broken(nowMs: number, pictureMs: number | null): PauseCause | null {
    return this.turns.broken(this.time(nowMs), 1, nowMs, pictureMs);
  }

  /** The frame of a sighting, the delay of `latency` seconds taken off; null where it belongs to no dance. */
  see({ at, pose }: Sighting, latency: number): PoseFrame | null {
    const time = snapTime(this.time(at) - latency);
    const early = this.start <= this.heard.tempo.firstBeat ? BEFORE : 0;
    const last = this.frames.at(-1);
    if (time < this.start - early || (last && time <= last.time)) return null;
    const frame = { time, pose: pose ?? NOBODY };
    this.frames.push(frame);
    return frame;
  }

  close(): void {
    this.halt(performance.now());
    this.lead.close();
  }
}
