import type { Tempo } from "#dance/music/tempo.ts";
import { countIn, Metronome } from "../song/clicks.ts";
import type { SongClock } from "./clock.ts";
import type { StageSong } from "./types.ts";

/** Real milliseconds in which a song must begin to sound, or the browser holds it back. */
const PATIENCE_MS = 3000;
/** Song seconds by which it must have moved to be believed. */
const MOVED = 0.005;

/** Starts the song so that it leads into the dance, with clicks on 5 6 7 8, and keeps the clock by it. */
export class Lead {
  private song: StageSong;
  private readonly clock: SongClock;
  private readonly tempo: Tempo;
  private audio: AudioContext | null = null;
  private readonly clicks: boolean;
  private silence: (() => void) | null = null;
  private metronome: Metronome | null = null;
  private rate = 1;
  /** Song time of the 5, of where the song starts, and the moment (ms) it starts. */
  private five = 0;
  private from = 0;
  private startMs = 0;
  private phase: "still" | "before" | "starting" | "held back" | "moving" = "still";

  constructor(song: StageSong, clock: SongClock, tempo: Tempo, clicks: boolean) {
    this.song = song;
    this.clock = clock;
    this.tempo = tempo;
    this.clicks = clicks;
  }

  /** Counts in so that the 5 falls on song time `five`; where that is before the song, time runs without it at first. */
  begin(five: number, rate: number, nowMs: number): void {
    this.five = five;
    this.rate = rate;
    this.from = Math.max(0, five);
    this.startMs = nowMs + ((this.from - five) / rate) * 1000;
    this.clock.countIn(this.from, this.startMs, rate);
    this.song.rate = rate;
    this.phase = "before";
    if (this.clicks) this.audio ??= typeof AudioContext === "function" ? new AudioContext() : null;
    void this.audio?.resume().catch(() => undefined);
    if (this.from > five) this.click(0);
    else this.play();
  }

  private play(): void {
    this.phase = "starting";
    void Promise.resolve(this.song.play(this.from)).catch(() => {
      if (this.phase === "starting") this.phase = "held back";
    });
  }

  /** Clicks on the counts, the 5 being `late` song seconds ago. */
  private click(late: number): void {
    if (!this.audio) return;
    const counted = countIn(this.audio, this.tempo, this.rate, this.audio.currentTime - late / this.rate);
    this.silence = () => counted.cancel();
  }

  /** Clicks on the counts about `time`, song seconds in the pass, once a frame; silent where `on` is false. */
  beat(time: number, on: boolean): void {
    if (on && this.audio && this.phase === "moving") {
      this.metronome ??= new Metronome(this.audio, this.tempo);
      this.metronome.tick(time, this.rate);
    } else this.metronome?.reset();
  }

  /** Another song, while none plays. */
  setSong(song: StageSong): void {
    this.song = song;
    this.clock.song = song;
  }

  /** Song and clock go on at another rate. */
  turnTo(rate: number, nowMs: number): void {
    this.rate = rate;
    this.song.rate = rate;
    this.clock.turnTo(rate, nowMs);
  }

  /** Looks at the song, once a frame; false when the browser does not let it sound. */
  keepTime(nowMs: number): boolean {
    if (this.phase === "before" && nowMs >= this.startMs) this.play();
    if (this.phase === "starting") {
      if (this.song.time() > this.from + MOVED) {
        this.phase = "moving";
        this.clock.follow();
        if (!this.silence) this.click(this.song.time() - this.five);
      } else this.clock.countIn(this.from, nowMs, this.rate);
    }
    this.clock.look(nowMs);
    return this.phase !== "held back" && !(this.phase === "starting" && nowMs > this.startMs + PATIENCE_MS);
  }

  /** Song, clock and clicks stand still. */
  stop(nowMs: number): void {
    this.phase = "still";
    this.clock.stop(nowMs);
    this.song.pause();
    this.metronome?.reset();
    this.silence?.();
    this.silence = null;
  }

  close(): void {
    void this.audio?.close();
    this.audio = null;
  }
}
