import type { LadderStep } from "#dance/practice/ladder.ts";
import { eightsOf } from "../state/addresses.ts";
import type { LadderSaying } from "./en-practice.ts";
import type { Words } from "./index.ts";

function sayingOf({ did, why }: LadderStep): LadderSaying {
  if (why === "asked") return did === "faster" ? "faster-asked" : "slower-asked";
  if (why === "clean") return did === "joined" ? "joined" : "faster";
  return why === "missed" ? "slower" : why;
}

/** What the ladder did, as a sentence. */
export const ladderSays = (words: Words, step: LadderStep): string =>
  words.ladder[sayingOf(step)](words.n.speed(step.to.speed), eightsOf(step.to.span));
