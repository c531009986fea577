import type { Draft } from "#dance/choreo/draft.ts";
import { danceAgain, draftOfFilm, type Filmed } from "#dance/choreo/filmed.ts";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import type { Heard, ImportTools } from "./import-types.ts";
import type { ImportJob } from "./imports.ts";

/** What the file is called, without its ending. */
const titleOf = ({ name }: ImportJob): string => name.replace(/\.[^.]*$/, "") || name;

/** The draft of an import: of these dancers, in place of the tracks it had. Rejects where none can tell what it had. */
export async function draftOfImport(
  { loadDraft }: ImportTools,
  job: ImportJob,
  dancers: Filmed["dancers"],
  hear: () => Promise<Heard>,
): Promise<Draft> {
  const before = await loadDraft(job.id);
  if (before) return danceAgain(before, dancers);
  const { facts, id } = job;
  return draftOfFilm({ id, title: titleOf(job), seconds: facts.seconds, ...(await hear()), dancers });
}

/** Keeps the draft of an import. */
export const keepDraft = ({ saveDraft }: ImportTools, draft: Draft): Promise<Outcome<null, "not-drafted">> =>
  saveDraft(draft).then(
    () => ok(null),
    (cause: { readonly code?: string }) => fail("not-drafted", cause.code ?? String(cause)),
  );

/** Whether a draft is made of an import already; one that cannot be read is one. */
export const isDrafted = ({ loadDraft }: ImportTools, id: string): Promise<boolean> =>
  loadDraft(id).then(
    (draft) => draft !== null,
    () => true,
  );
