import type { Assessment } from "./assess.ts";
import { gradeOf } from "./grade.ts";
import { hiddenLimbs } from "./hidden.ts";
import { eightCountsOf, limbsOf, meansOf } from "./limbs.ts";
import { lossesOf, pointsOf } from "./points.ts";
import type { Reference } from "./reference.ts";
import {
  JUDGEMENT_WORDS,
  type Judgement,
  type JudgementWord,
  RULES_VERSION,
  type TakeResult,
  type UnseenSpan,
} from "./result.ts";
import { round } from "./round.ts";

/** Share kept for not being the mirror image below which a take is called mirrored. */
const MIRRORED_BELOW = 0.5;

/** Adds an assessment and the judgements up to a result; points lost sum to the points missing. */
export function tally(
  reference: Reference,
  of: Assessment,
  judgements: readonly Judgement[],
  unseen: readonly UnseenSpan[],
): TakeResult {
  const all = reference.keyframes.map((keyframe) => keyframe.index);
  const means = meansOf(reference, of, all);
  const points = pointsOf(reference, of);
  const hidden = hiddenLimbs(reference, of);
  const words = Object.fromEntries(JUDGEMENT_WORDS.map((word) => [word, 0])) as Record<JudgementWord, number>;
  for (const judgement of judgements) words[judgement.word]++;
  return {
    rules: RULES_VERSION,
    score: points.score,
    grade: gradeOf(points.score),
    accuracy: accuracyOf(reference, judgements),
    shape: round(means.shape, 4),
    timing: round(means.timing, 4),
    energy: round(means.energy, 4),
    lag: of.inStep ? round(of.lag.seconds, 4) : null,
    lagSpread: of.inStep ? spreadOf(reference, of) : null,
    coverage: round(points.coverage, 4),
    mirrored: of.mirror < MIRRORED_BELOW,
    maxCombo: judgements.reduce((most, judgement) => Math.max(most, judgement.combo), 0),
    words,
    judgements,
    limbs: limbsOf(reference, of, all, true),
    eightCounts: eightCountsOf(reference, of),
    losses: lossesOf(reference, of, points),
    unseen,
    ...(hidden.length > 0 && { hidden }),
  };
}

/** Share of the keyframes' weight that was hit, of what was seen. */
function accuracyOf(reference: Reference, judgements: readonly Judgement[]): number {
  let [hit, all] = [0, 0];
  for (const { keyframe, word } of judgements) {
    if (word === "unseen") continue;
    const weight = reference.weights.keyframes[keyframe] as number;
    all += weight;
    if (word !== "miss") hit += weight;
  }
  return all > 0 ? round(hit / all, 4) : 0;
}

/** Standard deviation in seconds of the keyframes' offsets about the constant lag. */
function spreadOf(reference: Reference, of: Assessment): number | null {
  let [weights, sum] = [0, 0];
  of.offsets.forEach((offset, k) => {
    const weight = (reference.weights.keyframes[k] as number) * (of.marks.coverage[k] as number);
    weights += weight;
    sum += weight * (offset - of.lag.seconds) ** 2;
  });
  return weights > 0 ? round(Math.sqrt(sum / weights), 4) : null;
}
