import { mirrorPose, type Pose, type Track } from "#dance/pose/pose.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { JUDGEMENT_WORDS, type Judgement } from "#dance/scoring/result.ts";
import { Ghost } from "./aim.ts";
import { asDanced } from "./chains.ts";
import { readColours } from "./colours.ts";
import { CountBars, paintCounts } from "./draw-counts.ts";
import { PicturePainter } from "./draw-picture.ts";
import { WordPainter } from "./draw-words.ts";
import { drawSolid, type SolidColours } from "./figure.ts";
import { fitPoses, type Place } from "./geometry.ts";
import { Surface } from "./surface.ts";
import { Teacher } from "./teacher.ts";
import type { StageOptions, StageWords, TeacherPlace } from "./types.ts";

type Canvases = Pick<StageOptions, "canvas" | "teacherCanvas" | "countsCanvas" | "comboElement">;

/** Everything that is seen of the stage. It is told what happens and paints what has changed. */
export class Scene {
  readonly bars = new CountBars();
  /** The dancer as last seen. */
  dancer: Pose | null = null;
  /** 5..8 while the dancer is counted in. */
  countIn: number | null = null;
  place: TeacherPlace;
  words: StageWords;
  private readonly picture: Surface;
  private readonly side: Surface | null;
  private readonly counts: Surface | null;
  private readonly comboElement: HTMLElement | null;
  private readonly colours;
  private readonly teacherColours: SolidColours;
  private readonly painter: PicturePainter;
  private readonly word: WordPainter;
  private readonly ghost = new Ghost();
  private reference: Reference;
  private teacher: Teacher;
  private mirror = false;
  private sidePlace: Place | null = null;
  private sideMiddle = 0;
  private combo = 0;
  private ghostAt = 0;

  constructor(canvases: Canvases, reference: Reference, track: Track, words: StageWords, place: TeacherPlace) {
    this.picture = new Surface(canvases.canvas);
    this.side = canvases.teacherCanvas && new Surface(canvases.teacherCanvas);
    this.counts = canvases.countsCanvas && new Surface(canvases.countsCanvas);
    this.comboElement = canvases.comboElement;
    this.colours = readColours(canvases.canvas);
    this.teacherColours = { body: this.colours.ink, edge: this.colours.surface };
    this.painter = new PicturePainter(this.picture, this.colours);
    this.word = new WordPainter(this.picture, this.colours);
    this.reference = reference;
    this.teacher = new Teacher(track, false);
    this.words = words;
    this.place = place;
  }

  /** The teacher for a mirror-image dance or the plain one. */
  setTrack(track: Track, mirror: boolean): void {
    this.teacher = new Teacher(track, mirror);
    this.mirror = mirror;
    this.sidePlace = null;
  }

  /** Other counts of the same track. */
  setReference(reference: Reference): void {
    this.reference = reference;
    this.sidePlace = null;
    this.redraw();
  }

  /** The camera has a new picture, or what lies over it has changed. */
  touch(): void {
    this.picture.stale = true;
  }

  /** A sighting, at a song time. */
  see(pose: Pose | null, time: number, atMs: number): void {
    this.dancer = pose;
    if (pose && this.place !== "off") this.ghost.follow(pose, this.teacher.at(time), (atMs - this.ghostAt) / 1000);
    this.ghostAt = atMs;
    this.touch();
  }

  judged(told: Judgement): void {
    const judgement = asDanced(told, this.mirror);
    const wanted = this.reference.keyframes[judgement.keyframe]?.pose ?? null;
    this.painter.mark(judgement.faults, wanted && this.mirror ? mirrorPose(wanted) : wanted);
    this.word.show(judgement, this.words, (box) =>
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

  /** Clean for the next take. */
  clear(): void {
    this.painter.mark([], null);
    this.word.show(null, this.words, () => false);
    this.bars.clear();
    this.setCombo(0);
    this.redraw();
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
    if (this.side) this.paintTeacher(this.side, time);
  }

  private paintPicture(video: HTMLVideoElement, time: number): void {
    this.picture.stale = false;
    this.painter.clear(video);
    const over = this.place === "ghost" || this.place === "both";
    if (over && this.ghost.put(this.teacher.at(time))) this.painter.paintGhost(this.ghost.pose);
    if (this.dancer) this.painter.paintDancer(this.dancer);
    if (this.countIn !== null) this.word.paintCountIn(this.countIn);
    else this.word.paintJudgement();
    if (!this.comboElement) this.word.paintCombo(this.combo, this.words.combo);
  }

  /** The teacher, followed across the floor so that it can be large. */
  private paintTeacher(side: Surface, time: number): void {
    const { pen, width, height } = side;
    if (side.stale || !this.sidePlace) {
      const { from, to } = this.reference;
      this.sidePlace = fitPoses(this.teacher.sample(from, to), width, height, -1);
      this.sideMiddle = this.sidePlace.x0;
      side.stale = false;
    }
    pen.clearRect(0, 0, width, height);
    if (this.place !== "beside" && this.place !== "both") return;
    const pose = this.teacher.at(time);
    this.sidePlace.x0 = this.sideMiddle - this.sidePlace.flip * this.teacher.centre * this.sidePlace.size;
    drawSolid(pen, pose, this.sidePlace, this.teacherColours);
  }

  close(): void {
    this.picture.close();
    this.side?.close();
    this.counts?.close();
  }
}
