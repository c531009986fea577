import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, timeOfCount } from "#dance/music/tempo.ts";
import { type Pose, type PoseFrame, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";
import { type LiveCount, LiveSync } from "#dance/practice/live-sync.ts";
import type { SyncClock } from "#dance/practice/sync.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { SongClock } from "./clock.ts";
import { COUNT_IN } from "./count-teller.ts";
import { Lead } from "./lead.ts";
import { Turns } from "./turns.ts";
import type { PauseCause, StageSong } from "./types.ts";

/** Song seconds before the section and after it in which everybody is seen. */
const BEFORE = 0.5;
const AFTER = 0.9;
/** Counts danced without which there is nothing to tell. */
const WORTH_COUNTS = 8;
const NOTHING: readonly LiveCount[] = [];

/** What a crew dances together. */
export interface TogetherDance {
  readonly song: StageSong;
  readonly choreography: Choreography;
  /** The section, from prepare(). */
  readonly reference: Reference;
  readonly rate: number;
}

/** A section danced by several before one camera: the song led in, everybody's frames, and how far apart they lie. */
export class TogetherRun {
  /** In the order in which the dancers were named. */
  tracks: PoseFrame[][] = [];
  /** Song time from which they go on. */
  start: number;
  live: LiveSync | null = null;
  private readonly dance: TogetherDance;
  private readonly clock: SongClock;
  private readonly lead: Lead;
  private readonly turns = new Turns();

  constructor(dance: TogetherDance) {
    const { song, reference } = dance;
    this.dance = dance;
    this.start = reference.from;
    this.clock = new SongClock(song);
    this.lead = new Lead(song, this.clock, reference.tempo, !song.counted);
  }

  /** What they are compared by. */
  get compared(): SyncClock {
    const { choreography, reference } = this.dance;
    const [from, to] = [reference.from, reference.to].map((time) => Math.round(countAtTime(reference.tempo, time)));
    return { reference: choreography.track, tempo: reference.tempo, span: { from: from as number, to: to as number } };
  }

  /** Song time at a moment in milliseconds. */
  time(atMs: number): number {
    return this.clock.time(atMs);
  }

  /** From the section's first count, by these dancers. */
  begin(members: readonly string[], nowMs: number): void {
    this.tracks = members.map(() => []);
    this.live = new LiveSync(this.compared, members);
    this.countIn(this.dance.reference.from, nowMs);
  }

  /** From the start of the eight-count under way: what came since is forgotten. */
  goOn(nowMs: number): void {
    const { tempo, from } = this.dance.reference;
    const eight = Math.floor((countAtTime(tempo, Math.max(this.start, this.time(nowMs))) + 1e-6) / 8) * 8;
    const begin = Math.max(from, timeOfCount(tempo, eight));
    const forgotten = begin <= from ? Number.NEGATIVE_INFINITY : begin;
    this.tracks = this.tracks.map((track) => track.filter(({ time }) => time < forgotten));
    this.live?.rewind(forgotten);
    this.countIn(begin, nowMs);
  }

  private countIn(from: number, nowMs: number): void {
    const { reference, rate } = this.dance;
    this.start = from;
    this.turns.begin();
    this.lead.begin(from - (COUNT_IN * 60) / reference.tempo.bpm, rate, nowMs);
  }

  halt(nowMs: number): void {
    this.lead.stop(nowMs);
  }

  /** Keeps time by the song, once a frame; false when the browser does not let it sound. */
  keepTime(nowMs: number): boolean {
    return this.lead.keepTime(nowMs);
  }

  isOver(nowMs: number, latency: number): boolean {
    return this.time(nowMs) - latency * this.dance.rate > this.dance.reference.to + AFTER;
  }

  /** What broke the dance since the last look, once a frame. */
  broken(nowMs: number, pictureMs: number | null): PauseCause | null {
    return this.turns.broken(this.clock.time(nowMs), this.dance.rate, nowMs, pictureMs);
  }

  /** Everybody at a moment, in the dancers' order, the delay of `latency` seconds taken off; the counts that this told. */
  see(atMs: number, poses: readonly Pose[], latency: number): readonly LiveCount[] {
    const { reference, rate } = this.dance;
    const time = snapTime(this.time(atMs) - latency * rate);
    const early = this.start <= reference.from ? BEFORE : 0;
    const last = this.tracks[0]?.at(-1);
    if (!this.live || time < this.start - early || time > reference.to + AFTER) return NOTHING;
    if (last && time <= last.time) return NOTHING;
    const snapped = poses.map(snapPose);
    this.tracks.forEach((track, i) => {
      track.push({ time, pose: snapped[i] as Pose });
    });
    return this.live.feed(time, snapped);
  }

  /** What was danced, a track for each dancer. */
  get danced(): readonly Track[] {
    return this.tracks;
  }

  /** Whether so much was danced that it is worth keeping when the floor is left before the end. */
  get worthKeeping(): boolean {
    const { tempo, from } = this.dance.reference;
    const last = this.tracks[0]?.at(-1)?.time ?? from;
    return last >= timeOfCount(tempo, countAtTime(tempo, from) + WORTH_COUNTS);
  }

  close(): void {
    this.halt(performance.now());
    this.lead.close();
  }
}
