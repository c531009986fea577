import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import { JUDGEMENT_WORDS, type JudgementWord, type TakeResult } from "#dance/scoring/result.ts";
import { boundsOf, seen } from "../stage/geometry.ts";
import { frameAt } from "../state/own.ts";
import { eightWords } from "../state/progress.ts";

/** Everything that a card tells, in the words of its language. */
export interface CardFacts {
  readonly routine: string;
  readonly section: string;
  readonly score: string;
  readonly of: string;
  readonly grade: string;
  /** Null where the dancer does not want to be named. */
  readonly name: string | null;
  readonly day: string;
  /** A moment of the take that went well; null where no body was seen whole. */
  readonly pose: Pose | null;
  /** One bar for each count, or for each eight-count where these are many. */
  readonly bars: readonly JudgementWord[];
  /** Colour of the stage behind the figure, as CSS. */
  readonly gel: string;
}

/** More bars than this are too thin to see. */
const MOST_BARS = 64;

/** The judgements as a card shows them: each count, or the middle word of each eight-count. */
export function barsOf(result: TakeResult): JudgementWord[] {
  if (result.judgements.length <= MOST_BARS) return result.judgements.map((j) => j.word);
  return Object.entries(eightWords(result))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, word]) => word);
}

/** How far arms and legs reach, in trunks squared; 0 where not all of the body was seen. */
function reach(pose: Pose): number {
  for (let k = 0; k < POSE_SIZE / 3; k++) if (!seen(pose, k)) return 0;
  const box = boundsOf([pose]);
  return box ? ((box.right - box.left) * (box.bottom - box.top)) / box.trunk ** 2 : 0;
}

/** The widest pose among the dancer's best counts: what a photographer would wait for. */
export function bestPose(result: TakeResult, frames: Track, tempo: Tempo): Pose | null {
  let best: { pose: Pose; rank: number; reach: number } | null = null;
  for (const { word, count } of result.judgements) {
    const pose = frameAt(frames, timeOfCount(tempo, count) + (result.lag ?? 0))?.pose;
    const wide = pose ? reach(pose) : 0;
    if (!pose || wide === 0) continue;
    const rank = JUDGEMENT_WORDS.indexOf(word);
    if (!best || rank < best.rank || (rank === best.rank && wide > best.reach)) best = { pose, rank, reach: wide };
  }
  return best?.pose ?? null;
}
