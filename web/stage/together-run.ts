import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, timeOfCount } from "#dance/music/tempo.ts";
import { type Pose, type PoseFrame, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";
import { type LiveCount, LiveSync } from "#dance/practice/live-sync.ts";
import type { SyncClock } from "#dance/practice/sync.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { LedSong } from "./led-song.ts";
import type { StageSong } from "./types.ts";

/** Song seconds after the section in which everybody is still seen. */
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

/** A section danced by several before one camera: its song, everybody's frames, and how far apart they lie. */
export class TogetherRun {
  /** In the order in which the dancers were named. */
  tracks: PoseFrame[][] = [];
  live: LiveSync | null = null;
  readonly song: LedSong;
  private readonly dance: TogetherDance;

  constructor(dance: TogetherDance) {
    const { song, reference, rate } = dance;
    this.dance = dance;
    this.song = new LedSong({ song, tempo: reference.tempo, from: reference.from, rate, clicks: !song.counted });
  }

  /** What they are compared by. */
  get compared(): SyncClock {
    const { choreography, reference } = this.dance;
    const [from, to] = [reference.from, reference.to].map((time) => Math.round(countAtTime(reference.tempo, time)));
    return { reference: choreography.track, tempo: reference.tempo, span: { from: from as number, to: to as number } };
  }

  /** From the section's first count, by these dancers. */
  begin(members: readonly string[], nowMs: number): void {
    this.tracks = members.map(() => []);
    this.live = new LiveSync(this.compared, members);
    this.song.begin(nowMs);
  }

  /** From the start of the eight-count under way: what came since is forgotten. */
  goOn(nowMs: number): void {
    const forgotten = this.song.goOn(nowMs);
    this.tracks = this.tracks.map((track) => track.filter(({ time }) => time < forgotten));
    this.live?.rewind(forgotten);
  }

  isOver(nowMs: number, latency: number): boolean {
    return this.song.time(nowMs) - latency * this.dance.rate > this.dance.reference.to + AFTER;
  }

  /** Everybody at a moment, in the dancers' order, the delay of `latency` seconds taken off; the counts that this told. */
  see(atMs: number, poses: readonly Pose[], latency: number): readonly LiveCount[] {
    const { reference, rate } = this.dance;
    const time = snapTime(this.song.time(atMs) - latency * rate);
    const last = this.tracks[0]?.at(-1);
    if (!this.live || time < this.song.opens || time > reference.to + AFTER) return NOTHING;
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
}
