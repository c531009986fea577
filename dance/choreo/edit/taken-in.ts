import { countAtTime, type Tempo, timeOfCount } from "../../music/tempo.ts";
import type { Counts, Draft, DraftPosition } from "../draft.ts";
import { anyAlike, fitName, HEAD } from "../head.ts";
import { suggestAgain } from "./tempo.ts";

/** Letters that a number behind a name takes. */
const NUMBER_LETTERS = 3;

/**
 * The draft with what another has as further positions of it, called `name` where they have no names. Counts are laid on
 * counts, whatever the tempo; what knows of none begins where the position `at` does, and keyframes are suggested. Counts
 * beyond the routine's end are left out.
 */
export function takePositions(draft: Draft, other: Draft, at: number, name: string): Draft {
  const begins = draft.positions[at]?.track[0]?.time ?? 0;
  const positions = [...draft.positions];
  for (const theirs of other.positions) {
    const laid =
      draft.tempo && other.tempo ? onCounts(theirs, other.tempo, draft.tempo, draft.counts) : later(theirs, begins);
    positions.push({ ...laid, name: freeName(positions, fitName(theirs.name) || name) });
  }
  const taken: Draft = { ...withoutText(draft), positions };
  if (other.tempo) return taken;
  // Only those that came without counts: elsewhere whoever removed keyframes is done with them.
  return other.positions.reduce((so, _, i) => suggestAgain(so, draft.positions.length + i), taken);
}

/**
 * The draft as a newer version of itself: all that another draft says stands in its place, but for its id and the routine
 * that it is published as, and the sound it is danced to where the other brings none and the tempo is the same. What knows
 * of no counts changes only the poses of the position `at`, whose keyframes are suggested anew.
 */
export function takeVersion(draft: Draft, other: Draft, at: number): Draft {
  const sound = soundOf(draft, other);
  const { slug: _, ...said } = other;
  if (other.tempo)
    return {
      ...said,
      song: sound.song,
      recording: sound.recording,
      id: draft.id,
      ...(draft.slug !== undefined && { slug: draft.slug }),
    };
  const [theirs] = other.positions;
  const mine = draft.positions[at];
  if (!theirs || !mine) return draft;
  const poses = { ...mine, track: later(theirs, mine.track[0]?.time ?? 0).track };
  return suggestAgain({ ...withoutText(draft), positions: draft.positions.with(at, poses) }, at);
}

/** The other's sound; ours where it brings none and counts as ours does. */
function soundOf(ours: Draft, other: Draft): Pick<Draft, "song" | "recording"> {
  const same = ours.tempo?.bpm === other.tempo?.bpm && ours.tempo?.firstBeat === other.tempo?.firstBeat;
  return other.song || other.recording || !same ? other : ours;
}

/** A notation says nothing of poses that were brought in. */
function withoutText({ notation: _, ...draft }: Draft): Draft {
  return draft;
}

function onCounts(position: DraftPosition, theirs: Tempo, ours: Tempo, counts: number): DraftPosition {
  const clipped = ({ from, to }: Counts): Counts => ({ from, to: Math.min(to, counts) });
  return {
    ...position,
    track: position.track.map(({ time, pose }) => ({ time: timeOfCount(ours, countAtTime(theirs, time)), pose })),
    keyframes: position.keyframes.filter(({ count }) => count < counts),
    unscored: position.unscored.map(clipped).filter(({ from, to }) => from < to),
  };
}

const later = (position: DraftPosition, begins: number): DraftPosition => {
  const by = begins - (position.track[0]?.time ?? 0);
  return { ...position, track: position.track.map(({ time, pose }) => ({ time: time + by, pose })), keyframes: [] };
};

/** The name, or the name with a number where it is taken. */
function freeName(positions: readonly DraftPosition[], name: string): string {
  const base = fitName(name, HEAD.nameLetters - NUMBER_LETTERS).trim();
  for (let n = 1; ; n++) {
    const free = n === 1 ? base : `${base} ${n}`.trim();
    if (free !== "" && !positions.some((it) => anyAlike([it.name, free]))) return free;
  }
}
