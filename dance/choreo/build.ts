import { countName, type Tempo, timeOfCount } from "../music/tempo.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import { type PoseFrame, snapPose, snapTime } from "../pose/pose.ts";
import { photograph } from "./body/camera.ts";
import { type Moment, postureAt } from "./body/motion.ts";
import { impossible } from "./body/possible.ts";
import { NEUTRAL, type Posture } from "./body/posture.ts";
import { type Joints, skeleton } from "./body/skeleton.ts";
import type { Choreography, Keyframe } from "./choreography.ts";
import { expand, sectionsOf } from "./expand.ts";
import { parseNotation } from "./notation.ts";
import type { Beat, NotationProblem, Score } from "./score.ts";
import { PHRASES } from "./words/lexicon.ts";

const FPS = 30;
/** Counts of song before the first count: room for the count-in. */
const PICKUP = 4;
/** What a keyframe weighs. */
const WEIGHTS = { usual: 1, between: 0.6, accent: 1.5 } as const;

const meaningOf = (phrase: string) => {
  const meaning = PHRASES.get(phrase);
  if (!meaning) throw new Error(`"${phrase}" passed the reading but is no phrase`);
  return meaning;
};

function momentOf(beat: Beat, before: Posture, tempo: Tempo): Moment {
  const meanings = beat.phrases.map(meaningOf);
  return {
    time: timeOfCount(tempo, beat.count),
    posture: meanings.reduce((posture, meaning) => meaning.posture?.(posture) ?? posture, before),
    manner: beat.manner,
    rolls: meanings.flatMap((meaning) => meaning.roll ?? []),
    jump: meanings.some((meaning) => meaning.jump),
  };
}

const rest = (time: number, manner: "flow" | "hold"): Moment => ({
  time,
  posture: NEUTRAL,
  manner,
  rolls: [],
  jump: false,
});

/** Where the body shall be when: at ease before the first count and again one count after the last. */
export function momentsOf(beats: readonly Beat[], tempo: Tempo, counts: number): Moment[] {
  const moments = [rest(timeOfCount(tempo, (beats[0]?.count ?? 0) - 1), "hold")];
  for (const beat of beats) moments.push(momentOf(beat, (moments.at(-1) as Moment).posture, tempo));
  moments.push({
    ...(moments.at(-1) as Moment),
    time: timeOfCount(tempo, counts),
    manner: "hold",
    rolls: [],
    jump: false,
  });
  moments.push(rest(timeOfCount(tempo, counts + 2), "flow"));
  return moments;
}

function trackOf(
  moments: readonly Moment[],
  beats: readonly Beat[],
  tempo: Tempo,
  end: number,
): Outcome<PoseFrame[], NotationProblem> {
  const track: PoseFrame[] = [];
  let last: Joints | null = null;
  for (let frame = 0; frame / FPS <= end; frame++) {
    const joints = skeleton(postureAt(moments, frame / FPS));
    const wrong = impossible(joints, last, FPS);
    if (wrong) {
      const beat = beats.find((b) => timeOfCount(tempo, b.count) >= (frame - 1) / FPS) ?? beats.at(-1);
      return fail(wrong[0], `${countName(beat?.count ?? 0)}: ${wrong[1]}`, { line: beat?.line ?? 1, column: 1 });
    }
    track.push({ time: snapTime(frame / FPS), pose: snapPose(photograph(joints)) });
    last = joints;
  }
  return ok(track);
}

const weightOf = (beat: Beat): number =>
  (beat.accent ? WEIGHTS.accent : 1) * (Number.isInteger(beat.count) ? WEIGHTS.usual : WEIGHTS.between);

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 60) || "untitled";

/** A score danced by the body model: keyframes on its counts and the dense track, all on the replay grid. */
export function buildScore(score: Score): Outcome<Choreography, NotationProblem> {
  const beats = expand(score);
  const sections = sectionsOf(score);
  const counts = sections.at(-1)?.to ?? 0;
  const tempo: Tempo = { bpm: score.bpm, firstBeat: snapTime((PICKUP * 60) / score.bpm) };
  const moments = momentsOf(beats, tempo, counts);
  const track = trackOf(moments, beats, tempo, timeOfCount(tempo, counts + 2) + 1);
  if (!track.ok) return track;
  const keyframes: Keyframe[] = beats
    .filter((beat) => beat.manner !== "hold")
    .map((beat) => {
      const pose = snapPose(photograph(skeleton(postureAt(moments, timeOfCount(tempo, beat.count)))));
      return { count: beat.count, pose, weight: weightOf(beat) };
    });
  const { title, about, level, song } = score;
  return ok({
    slug: slugOf(title.en),
    title,
    about,
    level,
    tempo,
    counts,
    sections,
    keyframes,
    track: track.value,
    song,
  });
}

/** Text in, choreography out; a problem names its line and column. */
export function buildChoreography(text: string): Outcome<Choreography, NotationProblem> {
  const score = parseNotation(text);
  return score.ok ? buildScore(score.value) : score;
}
