import type { LimbGroup } from "../pose/keypoints.ts";

/** Raised whenever the same replay would be judged otherwise. */
export const RULES_VERSION = 3;

/** The whole score of a perfect take. */
export const FULL_SCORE = 1_000_000;

/** Words for one keyframe, best first; `unseen` where the camera could not tell. */
export const JUDGEMENT_WORDS = ["perfect", "great", "good", "ok", "miss", "unseen"] as const;
export type JudgementWord = (typeof JUDGEMENT_WORDS)[number];

export const GRADES = ["S", "A", "B", "C", "D"] as const;
export type Grade = (typeof GRADES)[number];

/** Why points were lost. */
export const CAUSES = ["direction", "early", "late", "small", "stray", "unseen"] as const;
export type Cause = (typeof CAUSES)[number];

/** What the dancer sees on a limb that is off. Angles are signed degrees on the picture as the camera sees it. */
export interface LimbFault {
  readonly limb: LimbGroup;
  readonly cause: Cause;
  /** How far the limb's worst segment pointed from where it should, 0..180; `lowBy` says which way. */
  readonly degrees: number;
  /** Degrees that the limb's end was too low (+) or too high (-); null where it was off sideways only. */
  readonly lowBy: number | null;
}

/** What was seen of one keyframe. */
export interface Judgement {
  /** Index in the section's keyframes. */
  readonly keyframe: number;
  /** Counted from 0 over the whole choreography. */
  readonly count: number;
  readonly word: JudgementWord;
  /** Likeness of shape, 0..1. */
  readonly similarity: number;
  /** Seconds early (-) or late (+); null where nothing moved by which to tell. */
  readonly offset: number | null;
  /** How fully it was danced, 0..1; null where the reference holds still. */
  readonly energy: number | null;
  /** Limbs that were off, worst first. */
  readonly faults: readonly LimbFault[];
  /** Keyframes in a row up to this one. */
  readonly combo: number;
}

/** One limb over a span: shape, timing and energy apart, each 0..1. */
export interface LimbResult {
  readonly shape: number;
  readonly offset: number | null;
  readonly energy: number;
}

export type LimbResults = Readonly<Record<LimbGroup, LimbResult | null>>;

export interface EightCountResult {
  /** Eight-count of the choreography, from 0. */
  readonly eightCount: number;
  readonly shape: number;
  readonly timing: number;
  readonly energy: number;
  readonly offset: number | null;
  /** Share of the eight-count that the camera saw, 0..1. */
  readonly coverage: number;
  readonly limbs: LimbResults;
}

/** Points lost at one keyframe by one limb for one cause; all losses add up to FULL_SCORE - score. */
export interface Loss {
  readonly keyframe: number;
  readonly count: number;
  readonly limb: LimbGroup;
  readonly cause: Cause;
  /** Whole points of FULL_SCORE. */
  readonly points: number;
  readonly degrees: number | null;
  readonly lowBy: number | null;
  readonly offset: number | null;
}

/** A stretch in which the camera did not see a limb; song time in seconds. */
export interface UnseenSpan {
  readonly limb: LimbGroup;
  readonly from: number;
  readonly to: number;
}

/** What a take is worth. Plain JSON: what the browser computes and what the Worker computes are equal to the letter. */
export interface TakeResult {
  readonly rules: number;
  /** 0..FULL_SCORE. */
  readonly score: number;
  readonly grade: Grade;
  /** Share of the keyframes' weight that was hit, 0..1. */
  readonly accuracy: number;
  /** Each 0..1 and apart. */
  readonly shape: number;
  readonly timing: number;
  readonly energy: number;
  /** The constant part of the lag in seconds, late is +, a known device's latency taken off; null where too little moved to tell. */
  readonly lag: number | null;
  /** Spread (standard deviation) of the offsets about the lag, in seconds. */
  readonly lagSpread: number | null;
  /** Share of the dance that the camera saw, 0..1. */
  readonly coverage: number;
  /** The take is the mirror image of the reference. */
  readonly mirrored: boolean;
  readonly maxCombo: number;
  readonly words: Readonly<Record<JudgementWord, number>>;
  readonly judgements: readonly Judgement[];
  readonly limbs: LimbResults;
  readonly eightCounts: readonly EightCountResult[];
  readonly losses: readonly Loss[];
  readonly unseen: readonly UnseenSpan[];
  /** Arms and legs that carry a real part of the points and were hidden for most of them; not there where none were. */
  readonly hidden?: readonly LimbGroup[];
}
