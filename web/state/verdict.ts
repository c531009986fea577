import { useEffect, useState } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { WHOLE } from "#dance/scoring/reference.ts";
import { isRanked } from "#dance/take/lint.ts";

/** A section of one of some choreographies. */
export interface Spot {
  readonly choreography: Choreography;
  readonly section: number;
}

const SOON_MS = 30;

/** The sections of some choreographies that can have no board; null until all were tried, one at a time. */
export function useUnranked(choreographies: readonly Choreography[]): readonly Spot[] | null {
  const [unranked, setUnranked] = useState<readonly Spot[] | null>(null);
  useEffect(() => {
    setUnranked(null);
    const left = choreographies.flatMap((choreography) =>
      [WHOLE, ...choreography.sections.keys()].map((section) => ({ choreography, section })),
    );
    const found: Spot[] = [];
    let timer = setTimeout(next, SOON_MS);
    function next() {
      const spot = left.shift();
      if (!spot) return setUnranked(found);
      if (!isRanked(spot.choreography, spot.section)) found.push(spot);
      timer = setTimeout(next);
    }
    return () => clearTimeout(timer);
  }, [choreographies]);
  return unranked;
}
