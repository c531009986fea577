/** A ring fills in so many parts, as a dancer counts. */
export const EIGHTHS = 8;

/** Seconds, and torso lengths a second; the time is the camera's. */
export const DWELL = {
  /** A held hand fills a ring in this time: long enough to be meant, short enough for a tired arm. */
  seconds: 1.2,
  /** Where two looks are further apart, nobody knows what the hand did: nothing fills. 10 looks a second must do. */
  gapSeconds: 0.25,
  /** A hand that is faster than this dances. Raising an arm takes about 6; holding it, under 1. */
  held: 2.5,
  /** A ring that fired may fill again once the hand has been away so long: one look that missed the hand is not leaving. */
  awaySeconds: 0.3,
} as const;

/** How full a ring is, and whether it may fill: after it fired, the hand has to leave it first. */
export interface Ring {
  /** 0..1. */
  readonly fill: number;
  readonly armed: boolean;
  /** Seconds since the hand was last inside. */
  readonly away: number;
}

export const EMPTY_RING: Ring = { fill: 0, armed: true, away: 0 };

/** A ring that will not fire again before the hand has left it. */
export const SPENT_RING: Ring = { fill: 0, armed: false, away: 0 };

/** Fills while a hand is held inside, empties as fast when it is not; `seconds` since the look before. */
export function fillRing(ring: Ring, hand: { held: boolean; away: boolean }, seconds: number): Ring {
  const away = hand.away ? ring.away + Math.max(0, seconds) : 0;
  const armed = ring.armed || away >= DWELL.awaySeconds;
  const part = Math.max(0, seconds) / DWELL.seconds;
  if (!hand.held || !armed) return { fill: Math.max(0, ring.fill - part), armed, away };
  const fill = seconds > 0 && seconds <= DWELL.gapSeconds ? ring.fill + part : ring.fill;
  return { fill: fill > 1 - 1e-9 ? 1 : fill, armed, away };
}

/** Full eighths of a ring, 0..8, as it is drawn. */
export const eighthsOf = (ring: Ring): number => Math.floor(ring.fill * EIGHTHS + 1e-9);
