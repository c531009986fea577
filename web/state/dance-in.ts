import { type DancedIn, trimmed } from "#dance/choreo/danced-in.ts";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { type DancePlan, dropPlan } from "./dance-plan.ts";
import { newDraft, saveDraft } from "./drafts.ts";
import { dropRecording, keepRecording, linkRecording, type RecordingProblem } from "./recordings.ts";

/** Why no draft came of a dance: it could not be kept, or its song not. */
export type NotDrafted = "draft-not-kept" | RecordingProblem;

/** What of a dance stays: eight-counts `from` to `to` (excluded), under a name. */
interface Kept {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/**
 * Makes a draft of what was danced in and forgets the dance itself; the draft's id. Where it could not be kept, or its song
 * not and it is not wanted `songless`, the dance stays as it is.
 */
export async function draftOf(
  plan: DancePlan,
  danced: DancedIn,
  kept: Kept,
  songless: boolean,
): Promise<Outcome<string, NotDrafted>> {
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
  const sung = song && !songless ? await keepSong(plan.id, draft.id, song.file) : ok(null);
  if (!sung.ok) return sung;
  try {
    await saveDraft(draft);
  } catch (cause) {
    await dropRecording(draft.id);
    return fail("draft-not-kept", String(cause));
  }
  await dropPlan(plan.id);
  return ok(draft.id);
}

async function keepSong(plan: string, draft: string, file: File): Promise<Outcome<null, RecordingProblem>> {
  return (await linkRecording(plan, draft)) ? ok(null) : keepRecording(draft, file);
}
