import { type Clocks, whatBroke } from "#dance/practice/watch.ts";
import type { Sighting } from "../detector/types.ts";

/** Milliseconds of sightings that the next pass is given to begin with: the way into its first count. */
const RECENT_MS = 1200;

/** The turns of a loop: how much was danced before this pass, what was seen last, and whether the clocks hold. */
export class Turns {
  /** Song seconds of the passes that are over, by which the song has run on. */
  danced = 0;
  private seen: Sighting[] = [];
  private before: Clocks | null = null;

  /** Counts in anew, with a song that begins anew. */
  begin(): void {
    this.danced = 0;
    this.before = null;
    this.seen = [];
  }

  /** The next pass, after `seconds` of song. */
  go(seconds: number): void {
    this.danced += seconds;
    this.before = null;
  }

  see(sighting: Sighting): void {
    this.seen.push(sighting);
    while (sighting.at - (this.seen[0]?.at ?? sighting.at) > RECENT_MS) this.seen.shift();
  }

  /** Sightings of the last moment, oldest first. */
  recent(): readonly Sighting[] {
    return this.seen;
  }

  /** What broke the pass since the last look; `songTime` as it runs on over the turns, moments in milliseconds. */
  broken(songTime: number, rate: number, nowMs: number, pictureMs: number | null): "camera" | "clock" | null {
    const now = { wallTime: nowMs / 1000, songTime, rate, lastPicture: pictureMs === null ? null : pictureMs / 1000 };
    const broke = this.before && whatBroke(this.before, now, false);
    this.before = now;
    if (!broke) return null;
    return broke === "camera-lost" ? "camera" : "clock";
  }
}
