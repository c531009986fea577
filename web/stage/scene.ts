import { mirrorPose, type Pose, type Track } from "#dance/pose/pose.ts";
import { type Scale, shownWord } from "#dance/practice/scale.ts";
import type { Shown } from "#dance/practice/stand.ts";
import { ownJudgement } from "#dance/scoring/own.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { JUDGEMENT_WORDS, type Judgement } from "#dance/scoring/result.ts";
import { Ghost } from "./aim.ts";
import { readColours } from "./colours.ts";
import { CountBars, paintCounts } from "./draw-counts.ts";
import { GhostPainter } from "./draw-ghost.ts";
import { PicturePainter } from "./draw-picture.ts";
import { type Ring, RingPainter } from "./draw-rings.ts";
import { WordPainter } from "./draw-words.ts";
import { shownPart } from "./geometry.ts";
import { Side } from "./side.ts";
import { Surface } from "./surface.ts";
import { Teacher } from "./teacher.ts";
import type { GhostTake, StageOptions, StageWords, TeacherPlace } from "./types.ts";

type Canvases = Pick<StageOptions, "canvas" | "teacherCanvas" | "countsCanvas" | "comboElement">;

interface SeenHands {
  readonly rings: readonly Ring[];
  readonly crossed: number;
}

export const NO_HANDS: SeenHands = { rings: [], crossed: 0 };

/** Everything that is seen of the stage. It is told what happens and paints what has changed. */
export class Scene {
  readonly bars = new CountBars();
  /** The dancer as last seen. */
  dancer: Pose | null = null;
  /** 5..8 while the dancer is counted in. */
  countIn: number | null = null;
  place: TeacherPlace;
  /** The rings that hang about the dancer, and eighths of arms held crossed in a take. */
  hands: SeenHands = NO_HANDS;
  words: StageWords;
  /** By which judgements are called. */
  scale: Scale = "performance";
  private readonly picture: Surface;
  private readonly side: Side | null;
  private readonly counts: Surface | null;
  private readonly comboElement: HTMLElement | null;
  private readonly colours;
  private readonly painter: PicturePainter;
  private readonly word: WordPainter;
  private readonly ringPainter: RingPainter;
  private readonly ghost = new Ghost();
  private reference: Reference;
  private teacher: Teacher;
  private mirror = false;
  private combo = 0;
  private ghostAt = 0;
  private partner: GhostPainter | null = null;

  constructor(canvases: Canvases, reference: Reference, track: Track, words: StageWords, place: TeacherPlace) {
    this.picture = new Surface(canvases.canvas);
    this.counts = canvases.countsCanvas && new Surface(canvases.countsCanvas);
    this.comboElement = canvases.comboElement;
    this.colours = readColours(canvases.canvas);
    this.side = canvases.teacherCanvas && new Side(canvases.teacherCanvas, this.colours);
    this.painter = new PicturePainter(this.picture, this.colours);
    this.word = new WordPainter(this.picture, this.colours);
    this.ringPainter = new RingPainter(this.picture, this.colours);
    this.reference = reference;
    this.teacher = new Teacher(track, false);
    this.words = words;
    this.place = place;
  }

  /** The teacher for a mirror-image dance or the plain one. */
  setTrack(track: Track, mirror: boolean): void {
    this.teacher = new Teacher(track, mirror);
    this.mirror = mirror;
    this.partner?.setMirror(mirror);
    this.side?.fitAnew();
  }

  /** Where the teacher's way across the floor has led at a song time: picture heights from the left, as filmed. */
  teacherX(time: number): number {
    this.teacher.at(time);
    return this.mirror ? -this.teacher.centre : this.teacher.centre;
  }

  /** Somebody else's take beside the dancer. */
  bring(ghost: GhostTake | null): void {
    this.partner = ghost && new GhostPainter(this.picture, this.colours, ghost, this.mirror);
    this.touch();
  }

  /** Other counts of the same track. */
  setReference(reference: Reference): void {
    this.reference = reference;
    this.side?.fitAnew();
    this.redraw();
  }

  /** The camera has a new picture, or what lies over it has changed. */
  touch(): void {
    this.picture.stale = true;
  }

  /** The part of the camera's picture that is shown; `aspect` is its width by its height. */
  shown(aspect: number): Shown {
    return shownPart(this.painter.place, this.picture.width, this.picture.height, aspect);
  }

  /** A sighting, at a song time; `aspect` is the camera picture's width by its height. */
  see(pose: Pose | null, time: number, atMs: number, aspect: number): void {
    this.dancer = pose;
    this.partner?.see(pose, time, atMs, this.shown(aspect));
    if (pose && this.place !== "off" && this.place !== "video")
      this.ghost.follow(pose, this.teacher.at(time), (atMs - this.ghostAt) / 1000);
    this.ghostAt = atMs;
    this.touch();
  }

  /** Camera or detector are gone: where the dancer was seen last says nothing any more. */
  lose(): void {
    this.dancer = null;
    this.touch();
  }

  judged(told: Judgement): void {
    const judgement = { ...ownJudgement(told, this.mirror), word: shownWord(told, this.scale) };
    const wanted = this.reference.keyframes[judgement.keyframe]?.pose ?? null;
    this.painter.mark(judgement.faults, wanted && this.mirror ? mirrorPose(wanted) : wanted);
    const beside = this.place === "beside" || this.place === "both" || this.place === "video";
    this.word.show(judgement, this.words, this.picture.freeOf(beside && this.side ? this.side.surface : null), (box) =>
      this.painter.covers(this.dancer, box.x, box.y, box.x + box.width, box.y + box.height),
    );
    this.bars.judge(judgement.count, judgement.word, JUDGEMENT_WORDS);
    this.redraw();
  }

  setCombo(combo: number): void {
    this.combo = combo;
    if (this.comboElement) this.comboElement.textContent = String(combo);
    this.touch();
  }

  /** What the last count was told goes away: nobody dances now. */
  hush(): void {
    this.painter.mark([], null);
    this.word.show(null, this.words, 0, () => false);
    this.countIn = null;
    this.redraw();
  }

  /** Clean for the next take. */
  clear(): void {
    this.hush();
    this.bars.clear();
    this.setCombo(0);
  }

  redraw(): void {
    this.touch();
    if (this.counts) this.counts.stale = true;
  }

  /** Paints what is out of date; the teacher always, for it moves. */
  paint(video: HTMLVideoElement, time: number): void {
    if (this.picture.stale) this.paintPicture(video, time);
    if (this.counts?.stale) {
      paintCounts(this.counts, this.colours, this.bars);
      this.counts.stale = false;
    }
    this.side?.paint(this.teacher, this.reference, time, this.place === "beside" || this.place === "both");
  }

  private paintPicture(video: HTMLVideoElement, time: number): void {
    const { rings, crossed } = this.hands;
    this.picture.stale = false;
    this.painter.clear(video);
    const over = this.place === "ghost" || this.place === "both";
    if (over && this.ghost.put(this.teacher.at(time))) this.painter.paintGhost(this.ghost.pose);
    this.partner?.paint(time, this.painter.place);
    if (this.dancer) this.painter.paintDancer(this.dancer);
    if (this.countIn !== null) this.word.paintCountIn(this.countIn);
    else this.word.paintJudgement();
    if (!this.comboElement) this.word.paintCombo(this.combo, this.words.combo);
    if (rings.length > 0) this.ringPainter.paint(rings, this.painter.place);
    if (crossed > 0) this.ringPainter.paintCrossed(crossed);
  }

  close(): void {
    this.picture.close();
    this.side?.close();
    this.counts?.close();
  }
}
