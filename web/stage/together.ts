import type { Pose } from "#dance/pose/pose.ts";
import { besideOthers, type LiveCount } from "#dance/practice/live-sync.ts";
import type { CrowdSighting } from "../detector/types.ts";
import { makeWatch } from "../detector/watch.ts";
import { CountTeller } from "./count-teller.ts";
import { wholePlace } from "./geometry.ts";
import { hangMirror } from "./mirror.ts";
import { Pace } from "./pace.ts";
import { pumpPictures } from "./pump.ts";
import { Standers } from "./standers.ts";
import { nextStanding, SETUP, type StageEvent, underWay } from "./state.ts";
import { TogetherRun } from "./together-run.ts";
import { TogetherScene } from "./together-scene.ts";
import type { DancedTogether, TogetherOptions, TogetherView } from "./together-types.ts";
import type { PauseCause } from "./types.ts";

/** Several dance a section before one camera. Camera, source and song stay the caller's. */
export class Together {
  readonly view;
  names: readonly string[] = [];
  private latency = 0;
  private readonly o: TogetherOptions;
  private standing = SETUP;
  private startAt: number | null = null;
  private tooFew = false;
  private numbers: readonly number[] = [];
  private offsets: readonly (number | null)[] = [];
  private readonly scene: TogetherScene;
  private readonly run: TogetherRun;
  private readonly teller: CountTeller;
  private readonly standers = new Standers();
  private readonly pace = new Pace();
  private readonly stops: (() => void)[];
  private frame = 0;

  constructor(options: TogetherOptions) {
    this.o = options;
    const { canvas, camera, source, reference, choreography, on } = options;
    this.scene = new TogetherScene(options, reference, choreography.track);
    this.run = new TogetherRun(options);
    this.teller = new CountTeller(reference, this.scene, (count) => on.count(count));
    this.view = makeWatch<TogetherView>(this.look());
    document.addEventListener("visibilitychange", this.pageChanged);
    this.stops = [
      pumpPictures(camera, source, (sighting) => this.see(sighting)),
      hangMirror(camera.video, canvas, wholePlace),
      camera.view.subscribe(() => this.cameraChanged()),
      source.state.subscribe(() => source.state.get().kind !== "ready" && this.pause("detector")),
      () => document.removeEventListener("visibilitychange", this.pageChanged),
    ];
    this.frame = requestAnimationFrame(this.tick);
  }

  private look(now = 0): TogetherView {
    const people = this.standers.look(underWay(this.standing));
    const startsIn = this.startAt === null ? null : Math.max(1, Math.ceil((this.startAt - now) / 1000));
    return { ...this.standing, people, startsIn, tooFew: this.tooFew };
  }

  /** Tells whoever watches, if anything that they see has changed. */
  private tell(now = performance.now()): void {
    const [before, after] = [this.view.get(), this.look(now)];
    if (JSON.stringify(before) !== JSON.stringify(after)) this.view.set(after);
  }

  private readonly pageChanged = (): void => {
    if (document.hidden) this.pause("hidden");
  };

  private cameraChanged(): void {
    if (this.o.camera.view.get().state !== "live") this.pause("camera");
    this.scene.bodies = [];
    this.scene.touch();
  }

  private happen(event: StageEvent): boolean {
    const next = nextStanding(this.standing, event);
    if (next === this.standing) return false;
    this.standing = next;
    this.tell();
    return true;
  }

  private get seeing(): boolean {
    return this.o.camera.view.get().state === "live" && this.o.source.state.get().kind === "ready";
  }

  private get dancing(): boolean {
    return this.standing.state === "count-in" || this.standing.state === "dancing";
  }

  /** From setup or given-up: after so many seconds everybody who is seen then is counted in. After a tap. */
  start(afterSeconds: number): void {
    if (!this.seeing || underWay(this.standing)) return;
    this.tooFew = false;
    this.startAt = performance.now() + afterSeconds * 1000;
    this.tell();
  }

  private begin(now: number): void {
    this.startAt = null;
    this.tooFew = !this.standers.lock();
    this.tell(now);
    if (this.tooFew || !this.happen({ kind: "start" })) return;
    this.numbers = this.standers.numbers;
    this.offsets = [];
    this.scene.clear();
    this.run.begin(this.numbers.map(String), now);
    this.teller.begin(this.run.song.start);
    this.o.on.begun();
    this.tell(now);
  }

  /** While they are counted in or dance; before that, they are not counted in after all. */
  pause(cause: PauseCause = "asked"): void {
    this.startAt = null;
    if (this.happen({ kind: "pause", cause })) this.halt();
    this.tell();
  }

  /** From paused: counts in from the start of the eight-count under way, which is danced again. */
  resume(): void {
    if (!this.seeing || !this.happen({ kind: "resume" })) return;
    this.scene.clear();
    this.run.goOn(performance.now());
    this.teller.begin(this.run.song.start);
  }

  /** From paused: that was the dance. */
  finish(): void {
    if (this.happen({ kind: "finish" })) this.end();
  }

  /** From paused: back to who stands there; what was danced is forgotten. */
  giveUp(): void {
    if (!this.happen({ kind: "give-up" })) return;
    this.halt();
    this.standers.forget();
    this.offsets = [];
    this.scene.clear();
    this.tell();
  }

  private end(): void {
    this.halt();
    this.o.on.ended({ numbers: this.numbers, tracks: this.run.danced });
  }

  /** Seconds from sound to picture; false, and nothing done, while a dance is under way. */
  setLatency(latency: number): boolean {
    if (underWay(this.standing)) return false;
    this.latency = latency;
    return true;
  }

  private readonly tick = (): void => {
    this.frame = requestAnimationFrame(this.tick);
    const now = performance.now();
    if (this.startAt !== null) {
      if (now >= this.startAt) this.begin(now);
      else this.tell(now);
    }
    if (this.dancing) this.keepTime(now);
    const time = this.dancing || this.standing.state === "paused" ? this.run.song.time(now) : this.o.reference.from;
    if (this.pace.isDue(now)) this.scene.paint(this.o.camera.video, time);
  };

  private keepTime(now: number): void {
    const { run } = this;
    const { song } = run;
    if (!song.keepTime(now)) this.pause("sound");
    if (this.dancing && song.isCountedIn(now)) this.happen({ kind: "counted-in" });
    if (this.standing.state === "dancing" && song.broken(now, this.o.camera.pictureAt) === "clock") this.pause("clock");
    if (this.dancing) this.teller.look(song.time(now));
    if (this.dancing && run.isOver(now, this.latency) && this.happen({ kind: "end" })) this.end();
  }

  private see(sighting: CrowdSighting): void {
    this.pace.heed(sighting.workMs);
    const { videoWidth, videoHeight } = this.o.camera.video;
    const aspect = videoHeight > 0 ? videoWidth / videoHeight : 4 / 3;
    const poses = this.standers.see(sighting, aspect, underWay(this.standing));
    if (this.dancing) this.hear(this.run.see(sighting.at, poses, this.latency));
    this.show(this.standers.smooth(poses, sighting.at));
    this.tell();
  }

  private hear(counts: readonly LiveCount[]): void {
    if (counts.length === 0 || !this.run.live) return;
    for (const { count, spread } of counts) this.scene.bars.tell(count, spread);
    const { now } = this.run.live;
    this.offsets = now.offsets;
    this.o.on.told(this.numbers, now);
    this.scene.redraw();
  }

  private show(poses: readonly (Pose | null)[]): void {
    const { numbers } = this.standers;
    const offsets = besideOthers(this.offsets);
    this.scene.bodies = poses.flatMap((pose, i) => {
      const [number, offset] = [numbers[i] ?? 0, offsets[i] ?? null];
      const told = this.dancing && offset !== null ? this.o.sayOffset(offset) : null;
      return pose ? [{ number, name: this.names[number - 1] ?? "", pose, told }] : [];
    });
    this.scene.touch();
  }

  private halt(): void {
    this.run.song.halt(performance.now());
    this.scene.countIn = null;
    this.scene.redraw();
  }

  /** What was danced, for whoever leaves the floor before the end; null where that is too little, or is not under way. */
  get left(): DancedTogether | null {
    const { numbers, run } = this;
    return underWay(this.standing) && run.worthKeeping ? { numbers, tracks: run.danced } : null;
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    for (const stop of this.stops) stop();
    this.run.song.close();
    this.scene.close();
  }
}
