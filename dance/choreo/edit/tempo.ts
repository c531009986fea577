import { countAtTime, type Tempo, timeOfCount } from "../../music/tempo.ts";
import type { Pose } from "../../pose/pose.ts";
import { poseAt, TEMPO_RANGE } from "../capture.ts";
import type { Keyframe, Section } from "../choreography.ts";
import type { Counts, Draft, DraftPosition } from "../draft.ts";
import { suggestKeyframes } from "../suggest.ts";
import { onPosition } from "./position.ts";
import { setSections } from "./sections.ts";

/** Counts before the first one, in which a dancer is counted in. */
const COUNT_IN = 4;
/** The most counts that a routine has. */
const MOST = 4096;

/**
 * Another tempo or first count. Keyframes, sections and what is not scored stay at their song times, on the nearest count or
 * half count; of two keyframes that come to lie on one count the nearer stays. A pose that is the track's is
 * taken anew where its count lies now; one that was taken from elsewhere stays. With a first tempo, keyframes are suggested. A tempo out of range changes nothing.
 */
export function setTempo(draft: Draft, tempo: Tempo): Draft {
  if (!(tempo.bpm >= TEMPO_RANGE.slowest && tempo.bpm <= TEMPO_RANGE.fastest) || !Number.isFinite(tempo.firstBeat))
    return draft;
  return withCountIn(draft.tempo ? moved(draft, draft.tempo, tempo) : begun(draft, tempo));
}

function begun(draft: Draft, tempo: Tempo): Draft {
  const end = Math.max(0, ...draft.positions.map(({ track }) => track.at(-1)?.time ?? 0));
  const counts = Math.min(MOST, Math.max(1, Math.floor(countAtTime(tempo, end) + 1e-6)));
  return suggestMissing({ ...setSections({ ...draft, counts }, draft.sections), tempo });
}

function moved(draft: Draft, old: Tempo, tempo: Tempo): Draft {
  const there = (count: number): number => countAtTime(tempo, timeOfCount(old, count));
  const counts = Math.min(MOST, Math.max(1, Math.round(there(draft.counts))));
  const span = <T extends Counts | Section>(it: T): T => ({
    ...it,
    from: Math.min(counts, Math.max(0, Math.round(there(it.from)))),
    to: Math.min(counts, Math.max(0, Math.round(there(it.to)))),
  });
  const positions = draft.positions.map((position) => ({
    ...position,
    unscored: position.unscored.map(span).filter(({ from, to }) => from < to),
    keyframes: keyframesMoved(position, old, tempo, counts),
  }));
  return { ...setSections({ ...draft, counts }, draft.sections.map(span)), tempo, positions };
}

function keyframesMoved({ keyframes, track }: DraftPosition, old: Tempo, tempo: Tempo, counts: number): Keyframe[] {
  const nearest = new Map<number, { readonly keyframe: Keyframe; readonly off: number }>();
  for (const keyframe of keyframes) {
    const time = timeOfCount(old, keyframe.count);
    const exact = countAtTime(tempo, time);
    const count = Math.round(exact * 2) / 2 + 0; // never -0
    const off = Math.abs(exact - count);
    if (count < 0 || count >= counts || off >= (nearest.get(count)?.off ?? Number.POSITIVE_INFINITY)) continue;
    const untouched = track.length > 0 && alike(keyframe.pose, poseAt(track, time));
    const pose = untouched ? poseAt(track, timeOfCount(tempo, count)).slice() : keyframe.pose;
    nearest.set(count, { keyframe: { ...keyframe, count, pose }, off });
  }
  return [...nearest.values()].map(({ keyframe }) => keyframe).sort((a, b) => a.count - b.count);
}

const alike = (a: Pose, b: Pose): boolean => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1e-4);

/** Song time begins early enough for four counts before the first: where it does not, everything comes later. */
function withCountIn(draft: Draft): Draft {
  const { tempo, recording } = draft;
  if (!tempo) return draft;
  const later = Math.ceil(((COUNT_IN * 60) / tempo.bpm - tempo.firstBeat) * 1000 - 1e-6) / 1000;
  if (later <= 0) return draft;
  return {
    ...draft,
    tempo: { bpm: tempo.bpm, firstBeat: tempo.firstBeat + later },
    recording: recording && { ...recording, starts: recording.starts + later },
    positions: draft.positions.map((position) => ({
      ...position,
      track: position.track.map(({ time, pose }) => ({ time: time + later, pose })),
    })),
  };
}

/** The keyframes of a position suggested anew, in place of those there are; nothing without a tempo. */
export const suggestAgain = (draft: Draft, at: number): Draft =>
  onPosition(draft, at, (position) =>
    draft.tempo ? { ...position, keyframes: suggestKeyframes(position.track, draft.tempo, draft.counts) } : position,
  );

/** Keyframes suggested for every position that has none. */
export const suggestMissing = (draft: Draft): Draft =>
  draft.positions.reduce((so, { keyframes }, at) => (keyframes.length === 0 ? suggestAgain(so, at) : so), draft);
