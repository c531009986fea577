import { boardWeek } from "#dance/practice/board.ts";
import { standsAs } from "../db/boards.ts";
import { standsInChallenge } from "../db/challenge-entries.ts";
import { choreographiesOf, choreographyOf } from "../db/choreographies.ts";
import { shareCrew } from "../db/crews.ts";
import type { Db } from "../db/open.ts";
import { isShownVersion, mayRead, reviewingCrews } from "../db/reviewing.ts";
import { type TakeRow, takeById } from "../db/takes.ts";
import { now } from "../env.ts";
import { CHALLENGE_TERMS } from "../limits.ts";

/**
 * The take, if the asker may read it: their own, one that stands on a board for everybody to see, one that stands on a
 * board or in a challenge of a crew of theirs, or one that its dancer lets them review.
 * Others' only of versions that the asker may see, or that a coach is shown by who made them.
 */
export async function readable(db: Db, id: string, asker: string | null): Promise<TakeRow | null> {
  const take = await takeById(db, id);
  if (!take || take.dancerId === asker) return take;
  const { boardId, dancerId } = take;
  if (take.judgedAt === null || !(await mayRead(db, take.version, asker, now()))) return null;
  const stands = boardId === null ? null : await standsAs(db, { id, dancerId, boardId }, boardWeek(now()));
  if (stands && !stands.hidden) return take;
  if (asker === null || !(await shareCrew(db, asker, dancerId))) return null;
  if (stands || (await standsInChallenge(db, take, asker, CHALLENGE_TERMS))) return take;
  return (await reviewingCrews(db, id, asker, now())).length > 0 ? take : null;
}

/** A version as the asker may read it; null where they may not. What a coach is shown is read, not danced. */
export async function readableVersion(db: Db, version: string, asker: string | null) {
  const seen = await choreographyOf(db, version, asker);
  if (seen || asker === null || !(await isShownVersion(db, version, asker, now()))) return seen;
  const [shown] = await choreographiesOf(db, [version], asker);
  return shown ?? null;
}
