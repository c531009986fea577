import type { PoseFrame, Track } from "#dance/pose/pose.ts";
import type { Gesture } from "#dance/practice/gesture.ts";
import type { Camera } from "../camera/types.ts";
import type { PoseSource, Sighting } from "../detector/types.ts";
import { makeWatch } from "../detector/watch.ts";
import { CountTeller } from "./count-teller.ts";
import { DanceInRun, type Heard } from "./dance-in-run.ts";
import { DanceInScene } from "./dance-in-scene.ts";
import { hangMirror } from "./mirror.ts";
import { Onlooker } from "./onlooker.ts";
import { Pace } from "./pace.ts";
import { pumpPictures } from "./pump.ts";
import { nextStanding, SETUP, type StageEvent, underWay } from "./state.ts";
import type { HandOffers, PauseCause, StageView } from "./types.ts";

/** All are called outside React; none may throw. */
export interface DanceInEvents {
  /** A frame was danced. */
  frame(frame: PoseFrame): void;
  /** All frames from a song time on are forgotten and danced again; -Infinity: all of them. */
  rewound(from: number): void;
  count(count: number): void;
  ended(): void;
}

export interface DanceInOptions extends Heard {
  readonly canvas: HTMLCanvasElement;
  readonly countsCanvas: HTMLCanvasElement;
  readonly camera: Camera;
  readonly source: PoseSource;
  readonly on: DanceInEvents;
}

/** What a stage shows that judges nothing. */
const PLAIN = { rate: 1, mirror: false, seated: false, teacher: "off", video: false } as const;

/** A routine danced in before the camera: nothing is judged, every frame is kept. Camera, source and song stay the caller's. */
export class DanceIn {
  readonly view;
  private latency = 0;
  private readonly o: DanceInOptions;
  private standing = SETUP;
  private readonly scene: DanceInScene;
  private readonly run: DanceInRun;
  private readonly teller: CountTeller;
  private readonly onlooker = new Onlooker([]);
  private readonly pace = new Pace();
  private readonly stops: (() => void)[];
  private onGesture: (gesture: Gesture) => void = () => undefined;
  private frame = 0;

  constructor(options: DanceInOptions) {
    this.o = options;
    const { canvas, countsCanvas, camera, source, tempo, until, on } = options;
    this.scene = new DanceInScene(canvas, countsCanvas);
    this.run = new DanceInRun(options);
    this.teller = new CountTeller({ tempo, to: until }, this.scene, (count) => on.count(count));
    this.view = makeWatch<StageView>(this.look());
    document.addEventListener("visibilitychange", this.pageChanged);
    this.stops = [
      pumpPictures(camera, source, (sighting) => this.see(sighting)),
      hangMirror(camera.video, canvas),
      camera.view.subscribe(() => this.cameraChanged()),
      source.state.subscribe(() => source.state.get().kind !== "ready" && this.pause("detector")),
      () => document.removeEventListener("visibilitychange", this.pageChanged),
    ];
    this.frame = requestAnimationFrame(this.tick);
  }

  private look(): StageView {
    return { ...PLAIN, ...this.standing, ...this.onlooker.view };
  }

  private readonly pageChanged = (): void => {
    if (document.hidden) this.pause("hidden");
  };

  private cameraChanged(): void {
    if (this.o.camera.view.get().state === "live") this.o.source.reset();
    else {
      this.pause("camera");
      this.scene.dancer = null;
    }
    this.scene.touch();
  }

  private happen(event: StageEvent): boolean {
    const next = nextStanding(this.standing, event);
    if (next === this.standing) return false;
    this.standing = next;
    this.scene.rings = [];
    this.scene.crossed = 0;
    this.view.set(this.look());
    return true;
  }

  /** All that was danced, in song time. */
  get frames(): Track {
    return this.run.frames;
  }

  private get seeing(): boolean {
    return this.o.camera.view.get().state === "live" && this.o.source.state.get().kind === "ready";
  }

  /** From setup or ended: counts in and begins at the first count; what was danced before is forgotten. After a tap. */
  start(): void {
    if (!this.seeing || !this.happen({ kind: "start" })) return;
    this.o.on.rewound(Number.NEGATIVE_INFINITY);
    this.scene.clear();
    this.run.begin(performance.now());
    this.teller.begin(this.run.song.start);
  }

  pause(cause: PauseCause = "asked"): void {
    if (this.happen({ kind: "pause", cause })) this.halt();
  }

  /** From paused: counts in from the start of the eight-count under way, which is danced again. */
  resume(): void {
    if (!this.seeing || !this.happen({ kind: "resume" })) return;
    this.scene.clear();
    this.o.on.rewound(this.run.goOn(performance.now()));
    this.teller.begin(this.run.song.start);
  }

  /** That was the dance. */
  finish(): void {
    this.pause();
    if (this.happen({ kind: "finish" })) this.o.on.ended();
  }

  /** From paused: back to setup's picture; what was danced is forgotten with the next start. */
  giveUp(): void {
    if (!this.happen({ kind: "give-up" })) return;
    this.halt();
    this.scene.clear();
  }

  /** Arms crossed overhead pause the dance, or are danced as any move. */
  heedArms(heed: boolean): void {
    this.onlooker.heedsArms = heed;
  }

  /** Seconds from sound to picture, taken off the time of every frame; false, and nothing done, while a dance is under way. */
  setLatency(latency: number): boolean {
    if (underWay(this.standing)) return false;
    this.latency = latency;
    return true;
  }

  /** What held hands ask for before the dance and in pauses. */
  setHands(offers: HandOffers, onGesture: (gesture: Gesture) => void): void {
    this.onlooker.offers = offers;
    this.onGesture = onGesture;
    this.scene.touch();
  }

  private get dancing(): boolean {
    return this.standing.state === "count-in" || this.standing.state === "dancing";
  }

  private readonly tick = (): void => {
    this.frame = requestAnimationFrame(this.tick);
    const now = performance.now();
    if (this.dancing) this.keepTime(now);
    if (this.pace.isDue(now)) this.scene.paint(this.o.camera.video);
  };

  private keepTime(now: number): void {
    const { run } = this;
    const { song } = run;
    if (!song.keepTime(now)) this.pause("sound");
    if (this.dancing && song.isCountedIn(now)) this.happen({ kind: "counted-in" });
    if (this.standing.state === "dancing" && song.broken(now, this.o.camera.pictureAt) === "clock") this.pause("clock");
    if (this.dancing) this.teller.look(song.time(now));
    if (!this.dancing || !run.isOver(now) || !this.happen({ kind: "end" })) return;
    this.halt();
    this.o.on.ended();
  }

  private see(sighting: Sighting): void {
    this.pace.heed(sighting.workMs);
    this.scene.dancer = sighting.pose;
    const frame = this.dancing ? this.run.see(sighting, this.latency) : null;
    if (frame) this.o.on.frame(frame);
    this.onlook(sighting);
    this.scene.touch();
  }

  private onlook(sighting: Sighting): void {
    const { onlooker, scene } = this;
    const { videoWidth, videoHeight } = this.o.camera.video;
    const aspect = videoHeight > 0 ? videoWidth / videoHeight : 4 / 3;
    onlooker.lookAtPlace(sighting, aspect, !underWay(this.standing));
    const gesture = onlooker.lookAtHands(sighting, this.standing.state, scene.shown(aspect));
    scene.rings = onlooker.rings;
    scene.crossed = onlooker.crossed;
    const [before, after] = [this.view.get(), this.look()];
    const keys = ["framing", "hint", "reaching", "ringed"] as const;
    if (keys.some((key) => before[key] !== after[key])) this.view.set(after);
    if (!gesture) return;
    if (this.standing.state === "dancing") this.pause();
    else this.onGesture(gesture);
  }

  private halt(): void {
    this.run.song.halt(performance.now());
    this.scene.countIn = null;
    this.scene.redraw();
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    for (const stop of this.stops) stop();
    this.run.song.close();
    this.scene.close();
  }
}
