import { standingBoard, standingOf } from "../db/boards.ts";
import { shareCrew } from "../db/crews.ts";
import type { Db } from "../db/open.ts";
import { type TakeRow, takeById } from "../db/takes.ts";

/** The take, if the asker may read it: their own, or one that stands on a board for everybody to see. */
export async function readable(db: Db, id: string, asker: string | null): Promise<TakeRow | null> {
  const take = await takeById(db, id);
  if (!take || take.dancerId === asker) return take;
  if (take.judgedAt === null || take.boardId === null) return null;
  const board = await standingBoard(db, take.boardId);
  const best = board === null ? null : await standingOf(db, board, take.dancerId);
  if (best?.takeId !== take.id) return null;
  return !best.hidden || (asker !== null && (await shareCrew(db, asker, take.dancerId))) ? take : null;
}
