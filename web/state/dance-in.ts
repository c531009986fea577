import { type DancedIn, trimmed } from "#dance/choreo/danced-in.ts";
import { type DancePlan, dropPlan } from "./dance-plan.ts";
import { newDraft, saveDraft } from "./drafts.ts";
import { keepRecording, linkRecording } from "./recordings.ts";

/** What of a dance stays: eight-counts `from` to `to` (excluded), under a name. */
interface Kept {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/**
 * Makes a draft of what was danced in and forgets the dance itself; the draft's id. Null where it could not be kept: the
 * dance then stays as it is.
 */
export async function draftOf(plan: DancePlan, danced: DancedIn, kept: Kept): Promise<string | null> {
  const { song } = plan;
  const { tempo, counts, track } = trimmed(danced, kept.from, kept.to, song !== null);
  const draft = newDraft({
    title: { en: kept.title, ko: kept.title },
    tempo,
    counts,
    sections: [{ kind: "verse", from: 0, to: counts }],
    recording: song && { seconds: song.seconds, starts: song.starts, print: song.print },
    positions: [{ name: "", track, keyframes: [], unscored: [] }],
  });
  try {
    await saveDraft(draft);
  } catch {
    return null;
  }
  if (song && !(await linkRecording(plan.id, draft.id))) await keepRecording(draft.id, song.file);
  await dropPlan(plan.id);
  return draft.id;
}
