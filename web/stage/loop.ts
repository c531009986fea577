import type { Pose } from "#dance/pose/pose.ts";
import { OPEN_SETUP, stepSetup } from "#dance/practice/setup.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Sighting } from "../detector/types.ts";
import { makeWatch } from "../detector/watch.ts";
import { SongClock } from "./clock.ts";
import { COUNT_IN, CountTeller } from "./count-teller.ts";
import { SteadyFraming } from "./framing.ts";
import { Lead } from "./lead.ts";
import { hangMirror } from "./mirror.ts";
import { pumpPictures } from "./pump.ts";
import { Scene } from "./scene.ts";
import { nextStanding, SETUP, type StageEvent, underWay } from "./state.ts";
import { TakeRun } from "./take-run.ts";
import { Turns } from "./turns.ts";
import type { EndedTake, StageOptions, StageSettings, StageSong, StageView } from "./types.ts";

/** Song seconds before the section and after it in which the dancer is already, and still, seen. */
const BEFORE = 0.5;
const AFTER = 0.5;
/** A device that takes longer than this for a pose, in ms, is spared: its pictures are painted half as often. */
const SLOW_MS = 25;
/** Least milliseconds between two paintings there; a little less than two of a 60 Hz screen. */
const SPARED_MS = 28;

/** The path of one frame from picture to judgement to canvas, and the order of setup, count-in, dance and end. */
export class StageLoop {
  readonly view;
  readonly cost = { frames: 0, ms: 0 };
  readonly scene: Scene;
  run: TakeRun | null = null;
  private readonly o: StageOptions;
  private settings: StageSettings;
  private standing = SETUP;
  private reference: Reference;
  private readonly turns = new Turns();
  private readonly clock: SongClock;
  private readonly lead: Lead;
  private readonly teller: CountTeller;
  private readonly framing = new SteadyFraming();
  private setup = OPEN_SETUP;
  private readonly stopPump: () => void;
  private readonly takeMirrorDown: () => void;
  private frame = 0;
  /** Song time from which the dancer goes on. */
  private start = 0;
  private paintedMs = 0;
  private paintEveryMs = 0;

  constructor(options: StageOptions) {
    this.o = options;
    this.settings = options.settings;
    this.reference = options.reference;
    this.clock = new SongClock(options.song);
    this.lead = new Lead(options.song, this.clock, options.reference.tempo, options.clicks ?? true);
    const { reference, choreography, words, settings } = options;
    this.scene = new Scene(options, reference, choreography.track, words, settings.teacher);
    this.scene.setTrack(choreography.track, settings.mirror);
    this.teller = new CountTeller(reference, this.scene, (count) => options.on.count?.(count));
    this.view = makeWatch<StageView>(this.look());
    this.stopPump = pumpPictures(options.camera, options.source, (sighting) => this.timed(() => this.see(sighting)));
    this.takeMirrorDown = hangMirror(options.camera.video, options.canvas);
    this.frame = requestAnimationFrame(this.tick);
  }

  private look(): StageView {
    const { rate, mirror, teacher } = this.settings;
    return { ...this.standing, framing: this.framing.value, hint: this.setup.hint, rate, mirror, teacher };
  }

  private timed(work: () => void): void {
    const began = performance.now();
    work();
    this.cost.ms += performance.now() - began;
  }

  /** Does an event; true if it made sense. */
  happen(event: StageEvent): boolean {
    const next = nextStanding(this.standing, event);
    if (next === this.standing) return false;
    this.standing = next;
    this.view.set(this.look());
    return true;
  }

  change(settings: Partial<StageSettings>): boolean {
    const { rate, mirror, latency } = settings;
    const locked = rate !== undefined || mirror !== undefined || latency !== undefined;
    if (locked && underWay(this.standing)) return false;
    this.settings = { ...this.settings, ...settings };
    this.scene.place = this.settings.teacher;
    if (settings.mirror !== undefined) this.scene.setTrack(this.o.choreography.track, settings.mirror);
    this.scene.redraw();
    this.view.set(this.look());
    return true;
  }

  /** Nobody dances before a dead camera or a detector that is not there. */
  private get seeing(): boolean {
    return this.o.camera.view.get().state === "live" && this.o.source.state.get().kind === "ready";
  }

  /** Other counts to dance, and their song. */
  move(reference: Reference, song: StageSong): boolean {
    if (underWay(this.standing)) return false;
    this.reference = reference;
    this.scene.setReference(reference);
    this.teller.reference = reference;
    this.lead.setSong(song);
    return true;
  }

  /** Song time in the pass under way at a moment in milliseconds. */
  private time(atMs: number): number {
    return this.clock.time(atMs) - this.turns.danced;
  }

  begin(): void {
    if (!this.seeing || !this.happen({ kind: "start" })) return;
    this.run = new TakeRun(this.reference, this.settings.mirror);
    this.scene.clear();
    this.countIn(this.reference.from);
  }

  resume(): void {
    if (!this.run || !this.seeing || !this.happen({ kind: "resume" })) return;
    const from = this.o.again ? this.reference.from : this.run.startOfEightCount(this.time(performance.now()));
    const fresh = from <= this.reference.from;
    this.run.rewind(fresh ? Number.NEGATIVE_INFINITY : from);
    this.scene.clear();
    this.tellCombo();
    this.countIn(from);
  }

  pause(event: StageEvent): void {
    if (this.happen(event)) this.halt();
  }

  /** Song, clock and clicks stand still. */
  private halt(): void {
    this.lead.stop(performance.now());
    this.scene.countIn = null;
    this.scene.redraw();
  }

  /** The song leads in from four counts before, within the tap that began it, so that the first count is on time. */
  private countIn(from: number): void {
    this.start = from;
    this.turns.begin();
    this.teller.begin(from);
    const leadIn = (COUNT_IN * 60) / this.reference.tempo.bpm;
    this.lead.begin(from - leadIn, this.settings.rate, performance.now());
  }

  private get dancing(): boolean {
    return this.standing.state === "count-in" || this.standing.state === "dancing";
  }

  private readonly tick = (): void => {
    this.frame = requestAnimationFrame(this.tick);
    this.timed(() => this.step(performance.now()));
    this.cost.frames++;
  };

  private step(now: number): void {
    if (this.dancing && !this.lead.keepTime(now)) this.pause({ kind: "pause", cause: "sound" });
    if (this.dancing && this.time(now) >= this.start) this.happen({ kind: "counted-in" });
    if (this.o.again && this.standing.state === "dancing") this.goRound(this.o.again, now);
    if (this.dancing) this.teller.look(this.time(now));
    const metronome = this.settings.metronome === true && this.standing.state === "dancing";
    this.lead.beat(this.time(now), metronome);
    if (now - this.paintedMs >= this.paintEveryMs) {
      this.paintedMs = now;
      this.scene.paint(this.o.camera.video, underWay(this.standing) ? this.time(now) : this.preview(now));
    }
    if (this.dancing && this.seenAt(now) > this.reference.to + AFTER) this.end();
  }

  /** In a loop: the pass ends on its last count and the next begins, or something broke it and the dance is held. */
  private goRound(again: (pass: EndedTake) => number | null, now: number): void {
    const cause = this.turns.broken(this.clock.time(now), this.settings.rate, now, this.o.camera.pictureAt);
    const { from, to } = this.reference;
    if (cause) this.pause({ kind: "pause", cause });
    if (cause || !this.run || this.time(now) < to) return;
    const rate = again({ frames: this.run.frames, result: this.run.result() });
    if (rate === null) this.end(false);
    else this.nextPass(to - from, rate, now);
  }

  /** The next pass begins on this very count; what was seen just now is its way in. */
  private nextPass(seconds: number, rate: number, now: number): void {
    this.turns.go(seconds);
    if (rate !== this.settings.rate) {
      this.settings = { ...this.settings, rate };
      this.lead.turnTo(rate, now);
      this.view.set(this.look());
    }
    this.run = new TakeRun(this.reference, this.settings.mirror);
    for (const { at, pose } of this.turns.recent()) this.feed(this.seenAt(at), pose);
  }

  /** The teacher dances the section over and over while the dancer gets ready. */
  private preview(now: number): number {
    const { from, to } = this.reference;
    return from + (((now / 1000) * this.settings.rate) % (to - from));
  }

  /** Song time of a picture taken at a moment in milliseconds. */
  private seenAt(at: number): number {
    return this.time(at) - this.settings.latency * this.settings.rate;
  }

  private see(sighting: Sighting): void {
    const { at, pose, workMs } = sighting;
    this.paintEveryMs = workMs > SLOW_MS ? SPARED_MS : 0;
    const time = this.seenAt(at);
    this.scene.see(pose, underWay(this.standing) ? time : this.preview(at), at);
    if (this.framing.hear(pose) || (!underWay(this.standing) && this.checkPlace(at, pose))) this.view.set(this.look());
    if (this.o.again) this.turns.see(sighting);
    if (this.dancing) this.feed(time, pose);
  }

  /** The setup check; true when what is told changes. */
  private checkPlace(at: number, pose: Pose | null): boolean {
    const { videoWidth, videoHeight } = this.o.camera.video;
    const aspect = videoHeight > 0 ? videoWidth / videoHeight : 4 / 3;
    const before = this.setup.hint;
    const scene = { cameraTime: at / 1000, poses: pose ? [pose] : [], aspect, stance: "standing" as const };
    this.setup = stepSetup(this.setup, scene);
    return this.setup.hint !== before;
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

  private combo = 0;
  private tellCombo(): void {
    const combo = this.run?.combo ?? 0;
    if (combo === this.combo) return;
    this.combo = combo;
    this.scene.setCombo(combo);
    this.o.on.combo?.(combo);
  }

  private end(told = true): void {
    if (!this.run || !this.happen({ kind: "end" })) return;
    this.halt();
    if (told) this.o.on.ended?.({ frames: this.run.frames, result: this.run.result() });
  }

  giveUp(): void {
    if (!this.happen({ kind: "give-up" })) return;
    this.halt();
    this.run = null;
    this.scene.clear();
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.stopPump();
    this.takeMirrorDown();
    this.halt();
    this.lead.close();
    this.scene.close();
  }
}
