import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Track } from "#dance/pose/pose.ts";
import type { SetupHint } from "#dance/practice/framing.ts";
import type { Gesture } from "#dance/practice/gesture.ts";
import type { Scale } from "#dance/practice/scale.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Judgement, JudgementWord, LimbFault, TakeResult } from "#dance/scoring/result.ts";
import type { Camera } from "../camera/types.ts";
import type { PoseSource } from "../detector/types.ts";
import type { Watch } from "../detector/watch.ts";
import type { RingSign } from "./signs.ts";

/**
 * setup: the dancer sees herself and gets into the picture. count-in: 5 6 7 8. dancing: the song runs and is judged.
 * paused: song and take stand still. ended: the take is whole and `on.ended` was called. given-up: it will not be.
 */
export const STAGE_STATES = ["setup", "count-in", "dancing", "paused", "ended", "given-up"] as const;
export type StageState = (typeof STAGE_STATES)[number];

/**
 * asked: the dancer did it. camera: it went away. hidden: the page was put away. detector: it broke and starts anew.
 * sound: the browser did not let the song play; resume() from a tap. clock: the machine slept or stalled.
 */
export const PAUSE_CAUSES = ["asked", "camera", "hidden", "detector", "sound", "clock"] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

/** How much of the body the camera sees: whole, without legs, or nobody. For "take one big step back". */
export const FRAMINGS = ["whole", "no-legs", "nobody"] as const;
export type Framing = (typeof FRAMINGS)[number];

/** Where the reference figure is: beside the camera, over the dancer as a ghost, both; the video in its place; or nowhere. */
export const TEACHER_PLACES = ["beside", "ghost", "both", "video", "off"] as const;
export type TeacherPlace = (typeof TEACHER_PLACES)[number];

/** What the page may watch (React: useSyncExternalStore(stage.view.subscribe, stage.view.get)). Changes a few times a take. */
export interface StageView {
  readonly state: StageState;
  /** Why it is paused; null otherwise. */
  readonly pause: PauseCause | null;
  readonly framing: Framing;
  /** Between takes: what would better the dancer's place before the camera; null where all is well. */
  readonly hint: SetupHint | null;
  /** A hand is filling a ring. */
  readonly reaching: boolean;
  /** Rings hang about the dancer. */
  readonly ringed: boolean;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  /** As it is shown: beside, where the video was chosen and there is none. */
  readonly teacher: TeacherPlace;
  /** There is a video to be shown. */
  readonly video: boolean;
}

/** What each held hand asks for just now, in few words and a sign; a gesture that is not named has no ring. */
export type HandOffers = Readonly<Partial<Record<Gesture, { readonly words: string; readonly sign: RingSign }>>>;

/** Words drawn on the canvas, in the dancer's language; the stage has none of its own. */
export interface StageWords {
  readonly judgement: Readonly<Record<JudgementWord, string>>;
  /** The second line, as "Right arm 20° low". */
  fault(fault: LimbFault): string;
  /** Beside the combo number; drawn only without `comboElement`. */
  readonly combo: string;
}

export interface StageSettings {
  /** Speed of the song: one of SPEEDS in dance/practice/ladder.ts. */
  readonly rate: number;
  /** The dancer dances the mirror image on purpose. Locked for a take. */
  readonly mirror: boolean;
  /** The dancer sits: head, arms and trunk are judged. Locked for a take. */
  readonly seated: boolean;
  readonly teacher: TeacherPlace;
  /** Seconds on the clock from sound to picture on this device, or 0; taken off the time of every frame of a take. */
  readonly latency: number;
  /** Clicks on every count while the song plays. */
  readonly metronome?: boolean;
}

/** The video that the routine was taken from. */
export interface StageVideo {
  readonly url: string;
  /** Song time at which it begins. */
  readonly starts: number;
  /** Shown the other way round: where the routine is the mirror image of what was filmed. */
  readonly turned: boolean;
  /** The track was taken from this very picture, so that it tells where in it the teacher is. */
  readonly framed: boolean;
}

/** Another take, danced beside the dancer. */
export interface GhostTake {
  /** Whose it is, drawn over its head; may be empty. */
  readonly name: string;
  /** As the camera saw it, at song times. */
  readonly frames: Track;
  /** How it was danced. */
  readonly mirror: boolean;
  readonly seated: boolean;
}

/** A whole take, ready for the replay codec. */
export interface EndedTake {
  /** As fed, on the replay grid. */
  readonly frames: Track;
  readonly result: TakeResult;
}

/** All are called outside React and off the critical path; none may throw. */
export interface StageEvents {
  /** A keyframe was judged (announce for screen readers, live score). `score` so far, 0..FULL_SCORE; null before it can be told. */
  judgement?(judgement: Judgement, score: number | null): void;
  /** A count began: counted from 0 over the choreography; negative counts -4..-1 before the start are the count-in. */
  count?(count: number): void;
  combo?(combo: number): void;
  /** Another speed was asked for while a take is under way, which goes on as it is. */
  speedHeld?(): void;
  /** What the ghost's take is worth so far, when that changes; null where there is none or it has not begun. */
  ghost?(score: number | null): void;
  ended?(take: EndedTake): void;
}

export interface StageOptions {
  /** Camera, dancer, ghost, judgement word. Sized by CSS; the stage sets its pixels. */
  readonly canvas: HTMLCanvasElement;
  /** The teacher; null: only as a ghost. Transparent ground. */
  readonly teacherCanvas: HTMLCanvasElement | null;
  /** The eight count bars; null: not drawn. Give it role="img" and a label. */
  readonly countsCanvas: HTMLCanvasElement | null;
  /** Its text becomes the combo number; null: the combo is drawn on `canvas`. */
  readonly comboElement: HTMLElement | null;
  readonly camera: Camera;
  readonly source: PoseSource;
  readonly song: StageSong;
  /** False: counted in without clicks; if not given, with clicks unless the song has its own. */
  readonly clicks?: boolean;
  readonly choreography: Choreography;
  /** The section to dance, from prepare(). */
  readonly reference: Reference;
  readonly settings: StageSettings;
  readonly words: StageWords;
  readonly on: StageEvents;
  /**
   * For a loop, with a song of openLoop: asked on the count where a pass ends for the rate of the next, which begins on
   * that count; null ends the dance there, without `on.ended`. A pause breaks a pass: it is danced again from its start.
   */
  readonly again?: (pass: EndedTake) => number | null;
}

/** The stage while the page is open. Opened in `setup`; camera, source and song stay the page's to close. */
export interface Stage {
  readonly view: Watch<StageView>;
  /**
   * From setup, ended or given-up: counts in and starts a new take. Must follow a tap (browsers hold sound back).
   * Does nothing while the camera is not live or the detector not ready; so does resume.
   */
  start(): void;
  /** From count-in or dancing. */
  pause(): void;
  /** From paused: counts in from the start of the eight-count under way, which is danced again. */
  resume(): void;
  /** From paused: as resume, but from one eight-count earlier. */
  back(): void;
  /** From paused: ends the take with what was danced; what comes after is unseen. In a loop it does nothing. */
  finish(): void;
  /** Ends the take without a result and goes back to setup's picture. */
  giveUp(): void;
  /** False, and nothing done, while a take is under way: these belong to the whole take. */
  setRate(rate: number): boolean;
  setMirror(mirror: boolean): boolean;
  setSeated(seated: boolean): boolean;
  /** Other counts of the same choreography, and their song; false while a take is under way. */
  setSpan(reference: Reference, song: StageSong): boolean;
  /** Seconds; false while a take is under way: one latency for the whole of it. */
  setLatency(latency: number): boolean;
  /** By which words judgements are called from now on; the score is the same on every scale. */
  setScale(scale: Scale): void;
  setTeacher(place: TeacherPlace): void;
  /** What is shown, silent, where the teacher's place is "video"; null where there is none. */
  setVideo(video: StageVideo | null): void;
  setMetronome(on: boolean): void;
  /** Somebody else's take to be danced beside the dancer, at any time; null sends it away. */
  setGhost(ghost: GhostTake | null): void;
  /**
   * What held hands ask for between takes and in pauses, drawn as rings about the dancer, and who is told of it. In a
   * take only arms held crossed overhead are heeded: they pause it, whatever is offered.
   */
  setHands(offers: HandOffers, onGesture: (gesture: Gesture) => void): void;
  setWords(words: StageWords): void;
  /** Arms crossed overhead pause a take; false for a dance that holds its arms so itself. */
  readonly heedsArms: boolean;
  /** Pose frames of the take so far. */
  readonly frames: Track;
  /** Main-thread milliseconds spent on the last frames, for the bench. */
  readonly cost: { readonly frames: number; readonly ms: number };
  /** Stops drawing, the song and all listeners. */
  close(): void;
}

/** What the stage asks of a song; a Song of web/song has all of it. */
export interface StageSong {
  /** Song time in seconds of what is heard now. */
  time(): number;
  play(from: number): void | Promise<void>;
  pause(): void;
  rate: number;
  readonly ended: boolean;
  /** It clicks on the counts itself. */
  readonly counted?: boolean;
}
