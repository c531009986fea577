import type { Gesture } from "#dance/practice/gesture.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Sighting } from "../detector/types.ts";
import { makeWatch } from "../detector/watch.ts";
import { Dance } from "./dance.ts";
import { hangMirror } from "./mirror.ts";
import { Onlooker } from "./onlooker.ts";
import { Pace } from "./pace.ts";
import { pumpPictures } from "./pump.ts";
import { NO_HANDS, Scene } from "./scene.ts";
import { SideVideo } from "./side-video.ts";
import { nextStanding, SETUP, type StageEvent, underWay } from "./state.ts";
import type {
  EndedTake,
  GhostTake,
  HandOffers,
  StageOptions,
  StageSettings,
  StageSong,
  StageVideo,
  StageView,
  TeacherPlace,
} from "./types.ts";

/** What holds for the whole of a take. */
const LOCKED = ["rate", "mirror", "seated", "latency"] as const;

/** The order of setup, count-in, dance, pause and end, and the path of one frame from picture to dance to canvas. */
export class StageLoop {
  readonly view;
  readonly cost = { frames: 0, ms: 0 };
  readonly scene: Scene;
  readonly dance: Dance;
  private readonly o: StageOptions;
  private settings: StageSettings;
  private standing = SETUP;
  private readonly onlooker: Onlooker;
  private onGesture: (gesture: Gesture) => void = () => undefined;
  private readonly pace = new Pace();
  private readonly film: SideVideo | null;
  private video: StageVideo | null = null;
  private readonly stopPump: () => void;
  private readonly takeMirrorDown: () => void;
  private readonly stopBlind: readonly (() => void)[];
  private frame = 0;

  constructor(options: StageOptions) {
    this.o = options;
    this.settings = options.settings;
    const { reference, choreography, words, settings } = options;
    this.scene = new Scene(options, reference, choreography.track, words, settings.teacher);
    this.scene.setTrack(choreography.track, settings.mirror);
    this.film = options.teacherCanvas && new SideVideo(options.teacherCanvas);
    this.scene.place = this.place;
    this.dance = new Dance(options, this.scene);
    this.onlooker = new Onlooker(choreography.track);
    this.view = makeWatch<StageView>(this.look());
    this.stopPump = pumpPictures(options.camera, options.source, (sighting) => this.timed(() => this.see(sighting)));
    this.takeMirrorDown = hangMirror(options.camera.video, options.canvas);
    const blind = () => this.seeing || this.scene.lose();
    this.stopBlind = [options.camera.view, options.source.state].map((watch) => watch.subscribe(blind));
    this.frame = requestAnimationFrame(this.tick);
  }

  private look(): StageView {
    const { rate, mirror, seated } = this.settings;
    const { place: teacher, video } = this;
    return { ...this.standing, ...this.onlooker.view, rate, mirror, seated, teacher, video: video !== null };
  }

  private get place(): TeacherPlace {
    const { teacher } = this.settings;
    return teacher === "video" && (!this.video || !this.film) ? "beside" : teacher;
  }

  /** The video, where it was chosen for the teacher's place. */
  show(video: StageVideo | null): void {
    this.video = video;
    this.change({});
  }

  private timed(work: () => void): void {
    const began = performance.now();
    work();
    this.cost.ms += performance.now() - began;
  }

  /** Does an event; true if it made sense. */
  private happen(event: StageEvent): boolean {
    const next = nextStanding(this.standing, event);
    if (next === this.standing) return false;
    this.standing = next;
    this.scene.hands = NO_HANDS;
    this.view.set(this.look());
    return true;
  }

  change(settings: Partial<StageSettings>): boolean {
    const locked = LOCKED.some((name) => settings[name] !== undefined);
    if (locked && underWay(this.standing)) return false;
    this.settings = { ...this.settings, ...settings };
    this.scene.place = this.place;
    this.film?.bring(this.place === "video" ? this.video : null);
    this.film?.turn(this.settings.mirror === (this.video?.turned ?? false));
    this.onlooker.stance = this.settings.seated ? "seated" : "standing";
    if (settings.mirror !== undefined) this.scene.setTrack(this.o.choreography.track, settings.mirror);
    this.scene.redraw();
    this.view.set(this.look());
    return true;
  }

  /** Somebody else's take to be danced beside the dancer; null sends it away. */
  bring(ghost: GhostTake | null): void {
    this.scene.bring(ghost);
    this.dance.bring(ghost);
  }

  /** What hands may ask for from now on, and who is told. */
  offer(offers: HandOffers, onGesture: (gesture: Gesture) => void): void {
    this.onlooker.offers = offers;
    this.onGesture = onGesture;
    this.scene.touch();
  }

  /** Arms crossed overhead pause a take of this dance. */
  get heedsArms(): boolean {
    return this.onlooker.heedsArms;
  }

  /** Nobody dances before a dead camera or a detector that is not there. */
  private get seeing(): boolean {
    return this.o.camera.view.get().state === "live" && this.o.source.state.get().kind === "ready";
  }

  /** Other counts to dance, and their song. */
  move(reference: Reference, song: StageSong): boolean {
    if (underWay(this.standing)) return false;
    this.dance.move(reference, song);
    return true;
  }

  begin(): void {
    if (this.seeing && this.happen({ kind: "start" })) this.dance.begin(this.settings);
  }

  resume(back: number): void {
    if (this.seeing && this.happen({ kind: "resume" })) this.dance.goOn(this.settings.rate, back);
  }

  pause(event: StageEvent): void {
    if (this.happen(event)) this.dance.halt();
  }

  finish(): void {
    const ended = this.dance.ended();
    if (ended && !this.o.again && this.happen({ kind: "finish" })) this.o.on.ended?.(ended);
  }

  giveUp(): void {
    if (this.happen({ kind: "give-up" })) this.dance.drop();
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
    const { dance } = this;
    if (this.dancing && !dance.keepTime(now)) this.pause({ kind: "pause", cause: "sound" });
    if (this.dancing && dance.isCountedIn(now)) this.happen({ kind: "counted-in" });
    if (this.standing.state === "dancing") this.keepWhole(now);
    if (this.o.again && this.standing.state === "dancing") this.goRound(this.o.again, now);
    if (this.dancing) dance.tell(now);
    dance.beat(now, this.settings.metronome === true && this.standing.state === "dancing");
    const resting = !underWay(this.standing);
    const time = resting ? this.preview(now) : dance.time(now);
    if (this.pace.isDue(now)) this.scene.paint(this.o.camera.video, time);
    const rate = this.standing.state === "paused" ? 0 : this.settings.rate;
    this.film?.follow(time, rate, resting || this.o.again ? dance.reference : null, now);
    if (this.place === "video") this.film?.aim(this.scene.teacherX(time));
    if (this.dancing && dance.isOver(now, this.settings)) this.end();
  }

  /** A machine that slept breaks a take as it breaks a pass; a picture that is late breaks only a pass, which is short. */
  private keepWhole(now: number): void {
    const cause = this.dance.broken(now, this.settings.rate);
    if (cause && (this.o.again || cause === "clock")) this.pause({ kind: "pause", cause });
  }

  /** In a loop: the pass ends on its last count and the next begins. */
  private goRound(again: (pass: EndedTake) => number | null, now: number): void {
    const pass = this.dance.passed(now);
    if (!pass) return;
    const rate = again(pass);
    if (rate === null) this.end(false);
    else this.nextPass(rate, now);
  }

  private nextPass(rate: number, now: number): void {
    const turned = rate !== this.settings.rate;
    this.settings = { ...this.settings, rate };
    this.dance.nextPass(this.settings, turned, now);
    if (turned) this.view.set(this.look());
  }

  /** The teacher dances the section over and over while the dancer gets ready. */
  private preview(now: number): number {
    const { from, to } = this.dance.reference;
    return from + (((now / 1000) * this.settings.rate) % (to - from));
  }

  /** The camera picture's width by its height. */
  private get aspect(): number {
    const { videoWidth, videoHeight } = this.o.camera.video;
    return videoHeight > 0 ? videoWidth / videoHeight : 4 / 3;
  }

  private see(sighting: Sighting): void {
    const { at, pose, workMs } = sighting;
    const resting = !underWay(this.standing);
    this.pace.heed(workMs);
    this.scene.see(pose, resting ? this.preview(at) : this.dance.heardAt(at, this.settings), at, this.aspect);
    this.dance.keep(sighting);
    if (this.dancing) this.dance.see(sighting, this.settings);
    this.onlook(sighting, resting);
  }

  /** How she stands and what her hands ask for; a gesture in a take pauses it, all others are the page's to do. */
  private onlook(sighting: Sighting, resting: boolean): void {
    const { onlooker, scene } = this;
    const { aspect } = this;
    const before = onlooker.view;
    onlooker.lookAtPlace(sighting, aspect, resting);
    const gesture = onlooker.lookAtHands(sighting, this.standing.state, scene.shown(aspect));
    scene.hands = { rings: onlooker.rings, crossed: onlooker.crossed };
    const after = onlooker.view;
    const keys = ["framing", "hint", "reaching", "ringed"] as const;
    if (keys.some((key) => before[key] !== after[key])) this.view.set(this.look());
    if (!gesture) return;
    if (this.standing.state === "dancing") this.pause({ kind: "pause", cause: "asked" });
    else this.onGesture(gesture);
  }

  private end(told = true): void {
    const ended = this.dance.ended();
    if (!ended || !this.happen({ kind: "end" })) return;
    this.dance.halt();
    if (told) this.o.on.ended?.(ended);
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.stopPump();
    this.takeMirrorDown();
    for (const stop of this.stopBlind) stop();
    this.film?.close();
    this.dance.close();
    this.scene.close();
  }
}
