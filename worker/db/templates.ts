import { eq } from "drizzle-orm";
import type { Db } from "./open.ts";
import { templates } from "./schema.ts";

/** What a coach says often, in their order. */
export async function templatesOf(db: Db, dancerId: string): Promise<string[]> {
  const [row] = await db.select({ texts: templates.texts }).from(templates).where(eq(templates.dancerId, dancerId));
  return row ? JSON.parse(row.texts) : [];
}

export async function setTemplates(db: Db, dancerId: string, list: readonly string[]): Promise<void> {
  const texts = JSON.stringify(list);
  await db
    .insert(templates)
    .values({ dancerId, texts })
    .onConflictDoUpdate({ target: templates.dancerId, set: { texts } });
}
