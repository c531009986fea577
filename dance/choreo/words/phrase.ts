import type { Posture } from "../body/posture.ts";
import type { Roll } from "../body/rolls.ts";

/** What a phrase does: to the posture at its count, and on the way there. */
export interface Meaning {
  readonly posture?: (posture: Posture) => Posture;
  readonly roll?: Roll;
  readonly jump?: true;
}

/** The words of a phrase, one blank between them, and what they mean. */
export type Phrase = readonly [string, Meaning];
