import { spanOf } from "#dance/choreo/summary.ts";
import { type Kept, keepPage, keptPage } from "../board-cache.ts";
import { type BoardKey, boardOf, dancersOn } from "../db/boards.ts";
import { choreographyOf, maySee } from "../db/choreographies.ts";
import type { Db } from "../db/open.ts";
import { standingRules } from "../db/rules.ts";
import { type Place, rankOf, type StandingRow, standingOf, standingsAfter } from "../db/standings.ts";
import { now } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { writeCursor } from "./cursor.ts";
import { standingView } from "./views.ts";

/** The board, null where nobody opened a take for it yet, or what is wrong with its address. */
export async function findBoard(db: Db, key: BoardKey, asker: string | null) {
  if (!(await maySee(db, key.version, asker))) return "choreography-unknown" as const;
  const board = await boardOf(db, key);
  if (board !== null) return board;
  const choreography = await choreographyOf(db, key.version, asker);
  if (!choreography) return "choreography-unknown" as const;
  return spanOf(choreography, key.section) ? null : ("section-unknown" as const);
}

/** A page of a board as everybody sees it. */
interface Page {
  readonly rows: readonly StandingRow[];
  /** Rank of the first row. */
  readonly rank: number;
  readonly next: string | null;
  readonly dancers: number;
  readonly rules: number;
}

/** Whose page it is, and where on the board it begins. */
interface Asked {
  readonly key: BoardKey;
  readonly after: Place | null;
  readonly asker: string | null;
}

/**
 * A page of a board for everybody, and the asker's own standing. The page may have been read a moment ago for somebody
 * else, unless it tells something else of the asker than what stands; their own standing is read each time.
 */
export async function publicPage(db: Db, { key, after, asker }: Asked) {
  const cursor = after ? writeCursor(after) : "";
  // Asked before what is kept is given away: it may have been read for somebody who sees more.
  if (!(await maySee(db, key.version, asker))) return "choreography-unknown" as const;
  const kept = await keptPage<Page>(key, cursor);
  if (kept && asker === null) return { kept, view: viewOf(kept.page, null) };
  const board = await findBoard(db, key, asker);
  if (typeof board === "string") return board;
  const mine = board === null || asker === null ? null : await standingOf(db, board, asker);
  let known = kept;
  if (!known || isBehind(known.page, after, mine, asker)) {
    known = { at: now(), page: await readPage(db, board, after) };
    await keepPage(key, cursor, known);
  }
  const me = mine && board !== null ? standingView(mine, await rankOf(db, board, mine), asker) : null;
  return { kept: known as Kept<Page>, view: { ...viewOf(known.page, asker), me } };
}

function viewOf({ rows, rank, ...page }: Page, asker: string | null) {
  return { standings: rows.map((row, i) => standingView(row, rank + i, asker)), ...page, me: null };
}

async function readPage(db: Db, board: number | null, after: Place | null): Promise<Page> {
  const rules = await standingRules(db);
  if (board === null) return { rows: [], rank: 1, next: null, dancers: 0, rules };
  const [found, dancers] = await Promise.all([
    standingsAfter(db, board, after, LIMITS.boardPage + 1),
    dancersOn(db, board),
  ]);
  const rows = found.slice(0, LIMITS.boardPage);
  const [first] = rows;
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  const rank = after && first ? await rankOf(db, board, first) : 1;
  return { rows, rank, next: last ? writeCursor(last) : null, dancers, rules };
}

/** Whether a page tells something else of the asker than what stands: another take or name, or none, or one too many. */
function isBehind(
  { rows, next }: Page,
  after: Place | null,
  mine: (StandingRow & { readonly hidden: boolean }) | null,
  asker: string | null,
): boolean {
  const row = rows.find(({ dancer }) => dancer.id === asker);
  if (!mine || mine.hidden) return row !== undefined;
  if (row) return row.takeId !== mine.takeId || row.dancer.name !== mine.dancer.name;
  const last = rows.at(-1);
  return (after === null || comesBefore(after, mine)) && (next === null || (last ? comesBefore(mine, last) : true));
}

const comesBefore = (a: Place, b: Place): boolean =>
  a.missing !== b.missing ? a.missing < b.missing : a.at !== b.at ? a.at < b.at : a.takeId < b.takeId;
