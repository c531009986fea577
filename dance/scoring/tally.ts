import { LIMB_GROUPS, type LimbGroup } from "../pose/keypoints.ts";
import type { Marks } from "./assess.ts";
import { gradeOf } from "./grade.ts";
import type { Reference } from "./reference.ts";
import {
  type Cause,
  type EightCountResult,
  FULL_SCORE,
  JUDGEMENT_WORDS,
  type Judgement,
  type JudgementWord,
  type LimbResult,
  type LimbResults,
  type Loss,
  RULES_VERSION,
  type TakeResult,
} from "./result.ts";
import { round, shareOut } from "./round.ts";

const G = LIMB_GROUPS.length;

/** Adds marks and judgements up to a result; points lost sum to the points missing. */
export function tally(reference: Reference, marks: Marks, judgements: readonly Judgement[]): TakeResult {
  const all = reference.keyframes.map((_, k) => k);
  const sums = sumOf(marks, all, LIMB_GROUPS);
  const share = sums.seen > 0 ? (sums.earned / sums.seen) * Math.min(1, sums.coverage / 0.3) : 0;
  const score = Math.round(FULL_SCORE * share);
  const words = Object.fromEntries(JUDGEMENT_WORDS.map((word) => [word, 0])) as Record<JudgementWord, number>;
  for (const judgement of judgements) words[judgement.word]++;
  return {
    rules: RULES_VERSION,
    score,
    grade: gradeOf(score),
    accuracy: accuracyOf(reference, judgements),
    shape: round(sums.shape, 4),
    timing: round(sums.timing, 4),
    energy: round(sums.energy, 4),
    lag: marks.lag.synchrony > 0.1 ? round(marks.lag.seconds, 4) : null,
    lagSpread: spreadOf(judgements),
    coverage: round(sums.coverage, 4),
    mirrored: marks.mirrored,
    maxCombo: judgements.reduce((most, judgement) => Math.max(most, judgement.combo), 0),
    words,
    judgements,
    limbs: limbsOf(marks, all),
    eightCounts: eightCountsOf(reference, marks),
    losses: lossesOf(reference, marks, judgements, score),
    unseen: [],
  };
}

interface Sums {
  readonly seen: number;
  readonly earned: number;
  readonly shape: number;
  readonly timing: number;
  readonly energy: number;
  readonly coverage: number;
}

function sumOf(marks: Marks, keyframes: readonly number[], limbs: readonly LimbGroup[]): Sums {
  let [seen, unseen, earned, shape, timing, energy] = [0, 0, 0, 0, 0, 0];
  for (const k of keyframes)
    for (const limb of limbs) {
      const i = k * G + LIMB_GROUPS.indexOf(limb);
      const weight = marks.weight[i] as number;
      seen += weight;
      unseen += marks.unseen[i] as number;
      shape += weight * (marks.shape[i] as number);
      timing += weight * (marks.timing[i] as number);
      energy += weight * (marks.energy[i] as number);
      earned += weight * earnedAt(marks, i);
    }
  const per = seen > 0 ? 1 / seen : 0;
  const coverage = seen + unseen > 0 ? seen / (seen + unseen) : 0;
  return { seen, earned, shape: shape * per, timing: timing * per, energy: energy * per, coverage };
}

const earnedAt = (marks: Marks, i: number): number =>
  (marks.shape[i] as number) * (marks.energy[i] as number) * (marks.timing[i] as number);

function limbsOf(marks: Marks, keyframes: readonly number[]): LimbResults {
  return Object.fromEntries(
    LIMB_GROUPS.map((limb): [LimbGroup, LimbResult | null] => {
      const sums = sumOf(marks, keyframes, [limb]);
      if (sums.coverage < 0.3) return [limb, null];
      return [
        limb,
        { shape: round(sums.shape, 4), offset: round(marks.lag.seconds, 4), energy: round(sums.energy, 4) },
      ];
    }),
  ) as unknown as LimbResults;
}

function eightCountsOf(reference: Reference, marks: Marks): EightCountResult[] {
  const groups = new Map<number, number[]>();
  for (const keyframe of reference.keyframes) {
    const eight = Math.floor(keyframe.count / 8);
    groups.set(eight, [...(groups.get(eight) ?? []), keyframe.index]);
  }
  return [...groups].map(([eightCount, keyframes]) => {
    const sums = sumOf(marks, keyframes, LIMB_GROUPS);
    return {
      eightCount,
      shape: round(sums.shape, 4),
      timing: round(sums.timing, 4),
      energy: round(sums.energy, 4),
      offset: sums.seen > 0 ? round(marks.lag.seconds, 4) : null,
      coverage: round(sums.coverage, 4),
      limbs: limbsOf(marks, keyframes),
    };
  });
}

function accuracyOf(reference: Reference, judgements: readonly Judgement[]): number {
  let hit = 0;
  let all = 0;
  for (const judgement of judgements) {
    const weight = reference.weights.keyframes[judgement.keyframe] as number;
    all += weight;
    if (judgement.word !== "miss" && judgement.word !== "unseen") hit += weight;
  }
  return all > 0 ? round(hit / all, 4) : 0;
}

function spreadOf(judgements: readonly Judgement[]): number | null {
  const offsets = judgements.flatMap((judgement) => (judgement.offset === null ? [] : [judgement.offset]));
  if (offsets.length < 2) return null;
  const mean = offsets.reduce((a, b) => a + b, 0) / offsets.length;
  return round(Math.sqrt(offsets.reduce((a, b) => a + (b - mean) ** 2, 0) / offsets.length), 4);
}

function lossesOf(reference: Reference, marks: Marks, judgements: readonly Judgement[], score: number): Loss[] {
  const parts: number[] = [];
  for (let i = 0; i < marks.weight.length; i++)
    parts.push((marks.weight[i] as number) * (1 - earnedAt(marks, i)) + (marks.unseen[i] as number));
  const points = shareOut(FULL_SCORE - score, parts);
  const losses = points.flatMap((lost, i): Loss[] => {
    const keyframe = reference.keyframes[Math.floor(i / G)];
    const limb = LIMB_GROUPS[i % G];
    if (lost === 0 || keyframe === undefined || limb === undefined) return [];
    const fault = judgements[keyframe.index]?.faults.find((one) => one.limb === limb);
    const cause = causeOf(marks, i);
    return [
      {
        keyframe: keyframe.index,
        count: keyframe.count,
        limb,
        cause,
        points: lost,
        degrees: fault?.degrees ?? null,
        lowBy: fault?.lowBy ?? null,
        offset: cause === "early" || cause === "late" ? round(marks.lag.seconds, 4) : null,
      },
    ];
  });
  return losses.sort((a, b) => b.points - a.points || a.keyframe - b.keyframe);
}

function causeOf(marks: Marks, i: number): Cause {
  if ((marks.weight[i] as number) <= (marks.unseen[i] as number)) return "unseen";
  const [shape, energy, timing] = [marks.shape[i] as number, marks.energy[i] as number, marks.timing[i] as number];
  if (timing < shape && timing < energy) return marks.lag.seconds > 0 ? "late" : "early";
  return energy < shape ? "small" : "direction";
}
