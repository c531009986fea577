import { countAtTime, type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { SongClock } from "./clock.ts";
import { COUNT_IN } from "./count-teller.ts";
import { Lead } from "./lead.ts";
import { Turns } from "./turns.ts";
import type { PauseCause, StageSong } from "./types.ts";

/** Song seconds before the first count in which a dancer is already seen. */
const BEFORE = 0.5;

interface LedSongOptions {
  readonly song: StageSong;
  readonly tempo: Tempo;
  /** Song time of the first count that is danced. */
  readonly from: number;
  readonly rate: number;
  /** Clicks on 5 6 7 8, for a song that has none itself. */
  readonly clicks: boolean;
}

/** A song that leads into a dance and is kept time by; after a pause it goes on from the start of an eight-count. */
export class LedSong {
  /** Song time from which the dancers go on. */
  start: number;
  private readonly o: LedSongOptions;
  private readonly clock: SongClock;
  private readonly lead: Lead;
  private readonly turns = new Turns();

  constructor(options: LedSongOptions) {
    this.o = options;
    this.start = options.from;
    this.clock = new SongClock(options.song);
    this.lead = new Lead(options.song, this.clock, options.tempo, options.clicks);
  }

  /** Song time at a moment in milliseconds. */
  time(atMs: number): number {
    return this.clock.time(atMs);
  }

  /** Song time from which what is seen belongs to the dance. */
  get opens(): number {
    return this.start <= this.o.from ? this.start - BEFORE : this.start;
  }

  /** Counts in to the first count. */
  begin(nowMs: number): void {
    this.countIn(this.o.from, nowMs);
  }

  /** Counts in to the start of the eight-count under way. Its song time, from where all is danced again; -Infinity for all. */
  goOn(nowMs: number): number {
    const { tempo, from } = this.o;
    const eight = Math.floor((countAtTime(tempo, Math.max(this.start, this.time(nowMs))) + 1e-6) / 8) * 8;
    const begin = Math.max(from, timeOfCount(tempo, eight));
    this.countIn(begin, nowMs);
    return begin <= from ? Number.NEGATIVE_INFINITY : begin;
  }

  private countIn(from: number, nowMs: number): void {
    const { tempo, rate } = this.o;
    this.start = from;
    this.turns.begin();
    this.lead.begin(from - (COUNT_IN * 60) / tempo.bpm, rate, nowMs);
  }

  halt(nowMs: number): void {
    this.lead.stop(nowMs);
  }

  /** Keeps time by the song, once a frame; false when the browser does not let it sound. */
  keepTime(nowMs: number): boolean {
    return this.lead.keepTime(nowMs);
  }

  isCountedIn(nowMs: number): boolean {
    return this.time(nowMs) >= this.start;
  }

  /** What broke the dance since the last look, once a frame. */
  broken(nowMs: number, pictureMs: number | null): PauseCause | null {
    return this.turns.broken(this.time(nowMs), this.o.rate, nowMs, pictureMs);
  }

  close(): void {
    this.halt(performance.now());
    this.lead.close();
  }
}
