import type { Pose } from "#dance/pose/pose.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Sighting } from "../detector/types.ts";
import { SongClock } from "./clock.ts";
import { COUNT_IN, CountTeller } from "./count-teller.ts";
import { GhostScore } from "./ghost.ts";
import { Lead } from "./lead.ts";
import type { Scene } from "./scene.ts";
import { TakeRun } from "./take-run.ts";
import { Turns } from "./turns.ts";
import type { EndedTake, GhostTake, PauseCause, StageOptions, StageSettings, StageSong } from "./types.ts";

/** Song seconds before the section and after it in which the dancer is already, and still, seen. */
const BEFORE = 0.5;
const AFTER = 0.5;

/** The dance itself: the song led in and kept time by, its counts told, and what is seen fed to the take. */
export class Dance {
  run: TakeRun | null = null;
  reference: Reference;
  private readonly o: StageOptions;
  private readonly scene: Scene;
  private readonly turns = new Turns();
  private readonly clock: SongClock;
  private readonly lead: Lead;
  private readonly teller: CountTeller;
  /** Song time from which the dancer goes on. */
  private start = 0;
  private combo = 0;
  private ghost: GhostTake | null = null;
  private ghostRun: GhostScore | null = null;
  private ghostScore: number | null = null;

  constructor(options: StageOptions, scene: Scene) {
    const { reference, song, clicks, on } = options;
    this.o = options;
    this.scene = scene;
    this.reference = reference;
    this.clock = new SongClock(song);
    this.lead = new Lead(song, this.clock, reference.tempo, clicks ?? !song.counted);
    this.teller = new CountTeller(reference, scene, (count) => on.count?.(count));
  }

  /** Other counts to dance, and their song. */
  move(reference: Reference, song: StageSong): void {
    this.reference = reference;
    this.scene.setReference(reference);
    this.bring(this.ghost);
    this.teller.reference = reference;
    this.lead.setSong(song);
  }

  /** Another take to be judged again beside this one. */
  bring(ghost: GhostTake | null): void {
    this.ghost = ghost;
    this.ghostRun = ghost && new GhostScore(ghost, this.reference);
    this.tellGhost(null);
  }

  /** Song time in the pass under way at a moment in milliseconds. */
  time(atMs: number): number {
    return this.clock.time(atMs) - this.turns.danced;
  }

  /** Song time that a dancer heard whom the camera saw at a moment in milliseconds. */
  heardAt(at: number, { latency, rate }: StageSettings): number {
    return this.time(at) - latency * rate;
  }

  begin(settings: StageSettings): void {
    this.run = new TakeRun(this.reference, settings);
    this.scene.clear();
    this.countIn(this.reference.from, settings.rate);
  }

  /** After a pause: from the start of the eight-count under way, or `back` eight-counts before it; a loop's pass anew. */
  goOn(rate: number, back: number): void {
    if (!this.run) return;
    const now = Math.max(this.start, this.time(performance.now()));
    const from = this.o.again ? this.reference.from : this.run.startOfEightCount(now, back);
    const fresh = from <= this.reference.from;
    this.run.rewind(fresh ? Number.NEGATIVE_INFINITY : from);
    this.scene.clear();
    this.tellCombo();
    this.countIn(from, rate);
  }

  /** Song, clock and clicks stand still. */
  halt(): void {
    this.lead.stop(performance.now());
    this.scene.hush();
  }

  /** The take is given up. */
  drop(): void {
    this.halt();
    this.run = null;
    this.scene.clear();
  }

  /** The song leads in from four counts before, within the tap that began it, so that the first count is on time. */
  private countIn(from: number, rate: number): void {
    this.start = from;
    this.turns.begin();
    this.teller.begin(from);
    const leadIn = (COUNT_IN * 60) / this.reference.tempo.bpm;
    this.lead.begin(from - leadIn, rate, performance.now());
  }

  /** Keeps time by the song, once a frame; false when the browser does not let it sound. */
  keepTime(now: number): boolean {
    return this.lead.keepTime(now);
  }

  isCountedIn(now: number): boolean {
    return this.time(now) >= this.start;
  }

  /** Whoever is heard late is also seen to the end. */
  isOver(now: number, settings: StageSettings): boolean {
    return this.heardAt(now, settings) > this.reference.to + AFTER;
  }

  /** Tells the counts and what the ghost is worth, once a frame. */
  tell(now: number): void {
    this.teller.look(this.time(now));
    if (this.ghostRun) this.tellGhost(this.ghostRun.at(this.time(now)));
  }

  private tellGhost(score: number | null): void {
    if (score === this.ghostScore) return;
    this.ghostScore = score;
    this.o.on.ghost?.(score);
  }

  /** Clicks on the counts, once a frame; silent where `metronome` is off. */
  beat(now: number, metronome: boolean): void {
    this.lead.beat(this.time(now), metronome);
  }

  /** What broke the dance since the last look, once a frame. */
  broken(now: number, rate: number): PauseCause | null {
    return this.turns.broken(this.clock.time(now), rate, now, this.o.camera.pictureAt);
  }

  /** In a loop: the pass that ends now; null before its end. */
  passed(now: number): EndedTake | null {
    return this.time(now) < this.reference.to ? null : this.ended();
  }

  /** In a loop: the next pass begins on this very count; what was seen just now is its way in. */
  nextPass(settings: StageSettings, turned: boolean, now: number): void {
    this.turns.go(this.reference.to - this.reference.from);
    if (turned) this.lead.turnTo(settings.rate, now);
    this.run = new TakeRun(this.reference, settings);
    for (const { at, pose } of this.turns.recent()) this.feed(this.heardAt(at, settings), pose);
  }

  /** The take as it stands. */
  ended(): EndedTake | null {
    return this.run && { frames: this.run.frames, result: this.run.result() };
  }

  /** A sighting in the dance. */
  see(sighting: Sighting, settings: StageSettings): void {
    this.feed(this.heardAt(sighting.at, settings), sighting.pose);
  }

  /** A sighting that may lead into the next pass of a loop. */
  keep(sighting: Sighting): void {
    if (this.o.again) this.turns.see(sighting);
  }

  private feed(time: number, pose: Pose | null): void {
    const early = this.start <= this.reference.from ? BEFORE : 0;
    // A page that stood still for a moment may end late; what it saw after the end belongs to no take.
    if (!this.run || time < this.start - early || time > this.reference.to + AFTER) return;
    for (const judgement of this.run.feed(time, pose)) {
      this.scene.judged(judgement);
      this.o.on.judgement?.(judgement, this.run.score);
    }
    this.tellCombo();
  }

  private tellCombo(): void {
    const combo = this.run?.combo ?? 0;
    if (combo === this.combo) return;
    this.combo = combo;
    this.scene.setCombo(combo);
    this.o.on.combo?.(combo);
  }

  close(): void {
    this.halt();
    this.lead.close();
  }
}
