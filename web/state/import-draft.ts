import { danceAgain, draftOfFilm, type Filmed } from "#dance/choreo/filmed.ts";
import type { Heard, ImportTools } from "./import-types.ts";
import type { ImportJob } from "./imports.ts";

/** What the file is called, without its ending. */
const titleOf = ({ name }: ImportJob): string => name.replace(/\.[^.]*$/, "") || name;

/** Keeps the draft of an import: of these dancers, in place of the tracks it had. Rejects where it cannot be kept. */
export async function draftImport(
  { loadDraft, saveDraft }: ImportTools,
  job: ImportJob,
  dancers: Filmed["dancers"],
  hear: () => Promise<Heard>,
): Promise<void> {
  const before = await loadDraft(job.id);
  if (before) return saveDraft(danceAgain(before, dancers));
  const { facts, id } = job;
  await saveDraft(draftOfFilm({ id, title: titleOf(job), seconds: facts.seconds, ...(await hear()), dancers }));
}

/** Whether a draft is made of an import already; one that cannot be read is one. */
export const isDrafted = ({ loadDraft }: ImportTools, id: string): Promise<boolean> =>
  loadDraft(id).then(
    (draft) => draft !== null,
    () => true,
  );
