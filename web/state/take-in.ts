import type { Draft } from "#dance/choreo/draft.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import type { Summary } from "../api.ts";
import type { Opened } from "../files/index.ts";
import { versionNameOf } from "./draft-dance.ts";
import { saveDraft } from "./drafts.ts";
import { linkRecording } from "./recordings.ts";

/** The routine of mine that was opened from a file; null where it is nobody's here, or that is not known. */
export const mineOf = ({ slug }: Opened, mine: readonly Summary[]): Summary | null =>
  (slug !== null && mine.find((it) => it.slug === slug && it.current)) || null;

/**
 * Keeps what was opened as a draft of its own, one that goes on with the published routine `slug` where that is given. The
 * recording of that version comes along where this device has it. Rejects with DraftNotKept.
 */
export async function keepOpened({ draft, slug }: Opened, goesOn: string | null): Promise<Draft> {
  const kept = goesOn === null ? draft : { ...draft, slug: goesOn };
  await saveDraft(kept);
  const version = slug !== null && draft.recording ? choreographyOf({ ...draft, slug }, 0) : null;
  if (version?.ok) await linkRecording(await versionNameOf(version.value), kept.id);
  return kept;
}
