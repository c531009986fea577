import { useQuery } from "@tanstack/react-query";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { decodeChoreography, encodeChoreography } from "#dance/choreo/file.ts";
import { choreographyOf, type Unfinished } from "#dance/choreo/publication.ts";
import { summaryOf } from "#dance/choreo/summary.ts";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import type { DraftPlace, Summary } from "../api.ts";
import { wordsIn } from "../words/index.ts";
import { draftTakes } from "./draft-takes.ts";
import { type Drafts, drafts } from "./drafts.ts";
import { loadLanguages } from "./language.ts";

/** A position of a draft as it is danced now, as if it were published. */
export interface DraftDance {
  readonly summary: Summary;
  readonly choreography: Choreography;
  /** Names of all positions; empty where nobody has said. */
  readonly positions: readonly string[];
}

/** Why a draft cannot be danced: what it lacks; it is longer than a choreography may be; it is not here, or unreadable. */
export type NoDance = Unfinished | "draft-long" | "draft-gone" | "draft-unreadable";

/** The name of a choreography's version: SHA-256 of its file, in hex. */
export const versionNameOf = (choreography: Choreography): Promise<string> => hashOf(encodeChoreography(choreography));

async function hashOf(file: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", file as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a library would tell of it: mine alone, under the version that it would be published as. */
function told(choreography: Choreography, version: string, draft: DraftPlace): Summary {
  const { en, ko } = choreography.title;
  const title = {
    en: en || ko || wordsIn("en").studio.untitled,
    ko: ko || en || wordsIn("ko").studio.untitled,
  };
  return { ...summaryOf({ ...choreography, title }), version, draft, mine: true, visibility: "me", current: true };
}

/** A position of a kept draft, ready to be danced, or why it cannot be. */
export async function findDance(
  place: DraftPlace,
  shelf: Pick<Drafts, "find"> = drafts,
): Promise<Outcome<DraftDance, NoDance>> {
  const kept = await shelf.find(place.id).catch(() => undefined);
  if (kept === undefined) return fail("draft-unreadable", `the draft ${place.id} cannot be read`);
  if (kept === null) return fail("draft-gone", `there is no draft ${place.id} here`);
  const made = choreographyOf(kept.draft, place.at);
  if (!made.ok) return made;
  const file = encodeChoreography(made.value);
  const read = decodeChoreography(file);
  if (!read.ok) return fail("draft-long", read.problem.message);
  await loadLanguages(); // what has no title has none in every language
  const summary = told(read.value, await hashOf(file), place);
  return ok({ summary, choreography: read.value, positions: kept.draft.positions.map(({ name }) => name) });
}

/** The same for a page, as it stood when the page was opened: whoever dances is not overtaken by an edit. */
export function useDraftDance({ id, at }: DraftPlace) {
  return useQuery({
    queryKey: ["draft-dance", id, at],
    queryFn: () => findDance({ id, at }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
}

/** What was danced in a take of a draft, and whether the draft is still the same. */
export interface DancedDraft {
  readonly summary: Summary;
  readonly changed: boolean;
}

/** What a take of a draft was danced to; null where that is not kept. */
export function useDancedDraft(draft: DraftPlace | null, version: string | undefined) {
  return useQuery({
    queryKey: ["danced-draft", version, draft?.id, draft?.at],
    enabled: draft !== null && version !== undefined,
    staleTime: 0,
    gcTime: 0,
    queryFn: async (): Promise<DancedDraft | null> => {
      const file = await draftTakes.file(version as string);
      const read = file && decodeChoreography(file);
      if (!read?.ok) return null;
      await loadLanguages();
      const now = await findDance(draft as DraftPlace);
      const changed = !now.ok || now.value.summary.version !== version;
      return { summary: told(read.value, version as string, draft as DraftPlace), changed };
    },
  });
}
