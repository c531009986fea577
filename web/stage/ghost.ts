import type { Pose } from "#dance/pose/pose.ts";
import type { Shown } from "#dance/practice/stand.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { Take } from "#dance/take/take.ts";
import { Ghost } from "./aim.ts";
import { hipsX, trunkLength } from "./geometry.ts";
import type { GhostTake } from "./types.ts";

/** Judges a ghost again while the song runs: what its take was worth so far. */
export class GhostScore {
  private readonly ghost: GhostTake;
  private readonly reference: Reference;
  private take: Take;
  private fed = 0;
  private until = Number.NEGATIVE_INFINITY;

  constructor(ghost: GhostTake, reference: Reference) {
    this.ghost = ghost;
    this.reference = reference;
    this.take = new Take(reference, ghost);
  }

  /** Points at a song time, 0..FULL_SCORE; null before that can be told. Time may go back, as in a loop. */
  at(time: number): number | null {
    const { frames } = this.ghost;
    if (time < this.until) {
      this.take = new Take(this.reference, this.ghost);
      this.fed = 0;
    }
    this.until = time;
    for (let next = frames[this.fed]; next && next.time <= time; next = frames[++this.fed]) this.take.feed(next);
    return this.take.score;
  }
}

/** How far from the dancer a ghost stands where there is room, and from the edge of the picture; in trunk lengths. */
const APART = 2.6;
const FROM_EDGE = 1;
/** Seconds in which its place follows the dancer's. */
const SETTLING = 2.5;

/** Finds a ghost's place: at the dancer's side where there is more room, at her size; over her where there is none. */
export class Beside {
  private readonly home = new Ghost();
  private offset: number | null = null;

  /** Learns from a sighting of the dancer while the ghost is in a pose; `seconds` since the last one. */
  follow(dancer: Pose, ghost: Pose, seconds: number, shown: Shown): void {
    this.home.follow(dancer, ghost, seconds);
    if (!this.home.put(ghost)) return;
    const [x, trunk] = [hipsX(dancer), trunkLength(dancer)];
    const way = this.offset ? Math.sign(this.offset) : x - shown.left > shown.right - x ? -1 : 1;
    const room = (way < 0 ? x - shown.left : shown.right - x) - FROM_EDGE * trunk;
    const wanted = way * Math.min(APART * trunk, Math.max(0.01, room));
    const share = this.offset === null ? 1 : Math.min(1, seconds / SETTLING);
    this.offset = (this.offset ?? wanted) + share * (wanted - (this.offset ?? wanted));
  }

  /** The ghost's pose in the dancer's picture; its own, where it was danced, before she was seen. */
  put(ghost: Pose): Pose {
    if (!this.home.put(ghost)) return ghost;
    const { pose } = this.home;
    for (let i = 0; i < pose.length; i += 3) pose[i] = (pose[i] ?? 0) + (this.offset ?? 0);
    return pose;
  }
}
