import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { BoardKind } from "#dance/practice/board.ts";
import type { Grade } from "#dance/scoring/result.ts";
import type { ChallengeRow } from "./crew-challenges.ts";
import type { Db } from "./open.ts";
import { latestRejudge, settledCoverage } from "./rejudges.ts";
import { standingRules } from "./rules.ts";
import { crewChallenges } from "./schema.ts";

/** Which takes a challenge asks for, and when. */
type Asked = Pick<ChallengeRow, "version" | "section" | "kind" | "startsAt" | "dueAt">;

/** The best take of a member in a challenge. */
export interface EntryRow {
  readonly dancer: { readonly id: string; readonly name: string };
  readonly takeId: string;
  readonly score: number;
  readonly grade: Grade;
  /** When it was danced. */
  readonly at: number;
  /** Danced without network, at the moment that its dancer's device says. */
  readonly late: boolean;
}

/** What a take must have for a challenge, in thousandths and milliseconds. */
export interface Terms {
  readonly coverage: number;
  /** How long after the dance a take without network may be delivered. */
  readonly deliveryMs: number;
}

const DANCED_AT = sql`coalesce(t.danced_at, t.opened_at)`;

/** What a take `t` is worth by the rules that stand. */
interface Worth {
  readonly score: SQL;
  readonly grade: SQL;
  readonly coverage: SQL;
  /** Whether it has a result by them. */
  readonly told: SQL;
}

/**
 * Where the scores by the rules that stand are read: in the rows of the takes, which an index has in order. Only while rows
 * settle after a rejudging some of them still hold the scores of older rules, and each result is read.
 */
async function worthNow(db: Db): Promise<Worth> {
  const [rules, run] = await Promise.all([standingRules(db), latestRejudge(db)]);
  const from = sql`from results r where r.take_id = t.id and r.rules = ${rules}`;
  const told = sql`exists (select 1 ${from})`;
  if (run?.phase !== "settling") return { score: sql`t.score`, grade: sql`t.grade`, coverage: sql`t.coverage`, told };
  return {
    score: sql`(select r.result ->> '$.score' ${from})`,
    grade: sql`(select r.result ->> '$.grade' ${from})`,
    coverage: sql`(select ${settledCoverage("r")} ${from})`,
    told,
  };
}

/**
 * The id of a dancer's best take in a challenge: read from the best one down, until one was danced in its time and has a
 * result by the rules that stand. While a rejudging goes on, takes of the rules to come wait, as they do for the boards.
 */
const bestTake = (challenge: Asked, dancer: SQL, { coverage, deliveryMs }: Terms, worth: Worth) => sql`
  select t.id from takes t
  where t.dancer_id = ${dancer} and t.version = ${challenge.version} and t.section = ${challenge.section}
    and t.rate = 1000 and t.judged_at is not null and t.doubt is null and ${worth.coverage} >= ${coverage}
    and t.kind = ${challenge.kind} and ${DANCED_AT} >= ${challenge.startsAt} and ${DANCED_AT} < ${challenge.dueAt}
    and (t.danced_at is null or t.judged_at - t.danced_at <= ${deliveryMs}) and ${worth.told}
  order by ${worth.score} desc, ${DANCED_AT}, t.id limit 1`;

/** The board of a challenge: the best take of each who is a member now, ties by who was first. */
export async function entriesOf(db: Db, challenge: ChallengeRow, terms: Terms): Promise<EntryRow[]> {
  const worth = await worthNow(db);
  const rows = await db.all<{
    dancerId: string;
    name: string;
    takeId: string;
    score: number;
    grade: Grade;
    at: number;
    late: number;
  }>(sql`
    select d.id as dancerId, d.name, t.id as takeId, ${worth.score} as score, ${worth.grade} as grade, ${DANCED_AT} as at,
      t.danced_at is not null as late
    from members m cross join dancers d on d.id = m.dancer_id
      cross join takes t on t.id = (${bestTake(challenge, sql`m.dancer_id`, terms, worth)})
    where m.crew_id = ${challenge.crewId} order by 4 desc, at, t.id`);
  return rows.map(({ dancerId, name, late, ...row }) => ({
    ...row,
    dancer: { id: dancerId, name },
    late: late === 1,
  }));
}

/** Whether a take stands on the board of a challenge in a crew of the asker's. */
export async function standsInChallenge(
  db: Db,
  take: { readonly id: string; readonly dancerId: string; readonly version: string; readonly section: number },
  asker: string,
  terms: Terms,
): Promise<boolean> {
  const rows = await db
    .select({ ...getTableColumns(crewChallenges), kind: sql<BoardKind>`${crewChallenges.kind}` })
    .from(crewChallenges)
    .where(
      and(
        eq(crewChallenges.version, take.version),
        eq(crewChallenges.section, take.section),
        sql`${crewChallenges.crewId} in (select a.crew_id from members a join members b on b.crew_id = a.crew_id
          where a.dancer_id = ${asker} and b.dancer_id = ${take.dancerId})`,
      ),
    )
    .limit(SHARED);
  if (rows.length === 0) return false;
  const worth = await worthNow(db);
  for (const row of rows) {
    const [best] = await db.all<{ id: string }>(bestTake(row, sql`${take.dancerId}`, terms, worth));
    if (best?.id === take.id) return true;
  }
  return false;
}
/** Challenges of one section in shared crews that are looked through for a take. */
const SHARED = 40;
