/** A constant tempo: count 0 falls on `firstBeat`. */
export interface Tempo {
  /** Beats a minute. */
  readonly bpm: number;
  /** Song time of the first count, in seconds. */
  readonly firstBeat: number;
}

/** Song time in seconds of a count; counts run from 0 and may be fractional (0.5 is the "&" of the first count). */
export const timeOfCount = (tempo: Tempo, count: number): number => tempo.firstBeat + (count * 60) / tempo.bpm;

/** The fractional count at a song time in seconds. */
export const countAtTime = (tempo: Tempo, time: number): number => ((time - tempo.firstBeat) * tempo.bpm) / 60;

/** How dancers write a count: 0 is `1:1`, 20 is `3:5`, 20.5 is `3:5&`. */
export function countName(count: number): string {
  const whole = Math.floor(count + 1e-9);
  const between = count - whole > 0.25 ? "&" : "";
  return `${Math.floor(whole / 8) + 1}:${(((whole % 8) + 8) % 8) + 1}${between}`;
}
