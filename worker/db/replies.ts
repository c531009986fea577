import { eq, sql } from "drizzle-orm";
import { batch, type Db } from "./open.ts";
import { replies } from "./schema.ts";

export interface ReplyRow {
  readonly id: string;
  readonly noteId: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly take: {
    readonly id: string;
    readonly version: string;
    readonly section: number;
    readonly score: number | null;
    readonly at: number;
  } | null;
  readonly at: number;
}

interface Row {
  readonly id: string;
  readonly noteId: string;
  readonly byId: string;
  readonly byName: string;
  readonly text: string;
  readonly at: number;
  readonly takeId: string | null;
  readonly version: string;
  readonly section: number;
  readonly score: number | null;
  readonly danced: number;
}
const read = ({ id, noteId, byId, byName, text, at, takeId, ...take }: Row): ReplyRow => ({
  ...{ id, noteId, text, at },
  by: { id: byId, name: byName },
  take:
    takeId === null
      ? null
      : { id: takeId, version: take.version, section: take.section, score: take.score, at: take.danced },
});

const FOUND = sql.raw(`
  select r.id, r.note_id as noteId, r.author_id as byId, a.name as byName, r.text, r.at, r.take_id as takeId,
    t.version, t.section, t.score, coalesce(t.danced_at, t.opened_at) as danced`);
const JOINED = sql.raw("cross join dancers a on a.id = r.author_id left join takes t on t.id = r.take_id");

/** The replies to some notes, in the order in which they were given. */
export async function repliesTo(db: Db, noteIds: readonly string[]): Promise<ReplyRow[]> {
  if (noteIds.length === 0) return [];
  const rows = await db.all<Row>(sql`
    ${FOUND} from json_each(${JSON.stringify(noteIds)}) e cross join replies r on r.note_id = e.value ${JOINED}
    order by r.at, r.id`);
  return rows.map(read);
}

export async function replyOf(db: Db, id: string): Promise<ReplyRow | null> {
  const [row] = await db.all<Row>(sql`${FOUND} from replies r ${JOINED} where r.id = ${id}`);
  return row ? read(row) : null;
}

export interface NewReply {
  readonly id: string;
  readonly noteId: string;
  readonly authorId: string;
  readonly text: string;
  readonly takeId: string | null;
  readonly at: number;
}

/** Keeps a reply, unless the note has so many; says whether it is kept. */
export async function addReply(db: Db, reply: NewReply, most: number): Promise<boolean> {
  const { id, noteId, authorId, text, takeId, at } = reply;
  await batch(db, [
    sql`insert into replies (id, note_id, author_id, text, take_id, at)
      select ${id}, n.id, ${authorId}, ${text}, ${takeId}, ${at} from notes n
      where n.id = ${noteId} and (select count(*) from replies where note_id = ${noteId}) < ${most}`,
    sql`update notes set last_at = ${at} where id = ${noteId} and exists (select 1 from replies where id = ${id})`,
  ]);
  return (await replyOf(db, id)) !== null;
}

export async function dropReply(db: Db, id: string): Promise<void> {
  await db.delete(replies).where(eq(replies.id, id));
}

/** What a dancer replied anywhere, for their account's file. */
export async function repliesBy(db: Db, dancerId: string): Promise<ReplyRow[]> {
  const rows = await db.all<Row>(
    sql`${FOUND} from replies r ${JOINED} where r.author_id = ${dancerId} order by r.at, r.id`,
  );
  return rows.map(read);
}
