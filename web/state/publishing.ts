import { useMutation } from "@tanstack/react-query";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Draft } from "#dance/choreo/draft.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { positionsProblem, publishable } from "#dance/choreo/publishable.ts";
import type { Audience } from "#dance/choreo/visibility.ts";
import { ApiProblem, api, type Summary } from "../api.ts";
import { someDancer } from "./dancer.ts";
import type { DraftCard } from "./draft-shelf.ts";
import { dropCopy, linkCopy } from "./own-song.ts";
import { useMine, useTold } from "./routines.ts";

/** Letters at the end of a slug by which the routine of a draft is known again, whatever its title is by now. */
const KNOWN_BY = 6;

/** The routine of mine that was published from this draft before, in today's versions; none where there is none. */
export function publishedBefore(mine: readonly Summary[], slug: string): readonly Summary[] {
  const end = slug.split("-").at(-1) ?? "";
  const known = mine.find((it) => it.slug === slug || (end.length >= KNOWN_BY && it.slug.endsWith(`-${end}`)));
  return known ? mine.filter((it) => it.slug === known.slug && it.current) : [];
}

/** The letters of a draft's id at the end of its slug, as choreo/publication.ts writes them. */
const ownLetters = (id: string): string =>
  id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, KNOWN_BY);

/** The drafts that are published under a slug: those that go on with it, and the one that it was first made of. */
export const draftsOf = (cards: readonly DraftCard[], slug: string): readonly DraftCard[] =>
  cards.filter((card) => {
    const own = ownLetters(card.id);
    return card.slug === undefined ? own.length >= KNOWN_BY && slug.endsWith(`-${own}`) : card.slug === slug;
  });

/** What is danced today of what was published from a draft; none where nothing was, or that cannot be asked. */
export function usePublished(draft: Draft): Summary | null {
  return publishedBefore(useMine().list.data ?? [], draft.slug ?? `-${ownLetters(draft.id)}`)[0] ?? null;
}

/** The choreographies of a draft as they are published: under the slug that the routine has, with a title in every language. */
export function readied(choreographies: readonly Choreography[], slug: string): readonly Choreography[] {
  return choreographies.map((it) => {
    const title = { en: it.title.en || it.title.ko, ko: it.title.ko || it.title.en };
    return { ...it, slug, title };
  });
}

/** What stands in the way of publishing; null where nothing does. */
export function obstacle(choreographies: readonly Choreography[]): string | null {
  for (const choreography of choreographies) {
    const told = publishable(choreography);
    if (!told.ok) return told.problem.code;
  }
  return positionsProblem(choreographies.map(({ position }) => position));
}

/** Some were published when one was refused or the network went. */
export class Unfinished extends Error {
  readonly done: readonly Summary[];
  constructor(done: readonly Summary[], cause: unknown) {
    super("not all were published", { cause });
    this.done = done;
  }
}

/** Publishes the positions of a draft, one after another; sent again, those that are there stay as they are. */
export function usePublish(draftId: string) {
  const told = useTold();
  const { list } = useMine();
  const publish = useMutation({
    mutationFn: async ({ parts, audience }: { parts: readonly Choreography[]; audience: Audience }) => {
      const done: Summary[] = [];
      try {
        await someDancer();
        for (const part of parts) {
          const made = await api.publishRoutine(encodeChoreography(part), audience);
          await linkCopy(draftId, made.version, part.recording);
          done.push(made);
        }
      } catch (cause) {
        throw new Unfinished(done, cause);
      }
      return done;
    },
    onSettled: told,
  });
  return { publish, mine: list.data ?? [], pending: list.isLoading };
}

/** The problem's code where the Worker told one. */
export const causeOf = (error: unknown): unknown =>
  error instanceof Unfinished ? (error.cause ?? new ApiProblem("internal", 0, "")) : error;

/** Takes back a version of mine, or the whole routine where none is named; a draft keeps its recording. */
export function useTakeBack(slug: string) {
  const told = useTold();
  const { list } = useMine();
  return useMutation({
    mutationFn: (version: string | null): Promise<unknown> =>
      version === null ? api.takeBackRoutine(slug) : api.takeBackVersion(version),
    onSuccess: async (_, version) => {
      const gone =
        version === null ? (list.data ?? []).filter((it) => it.slug === slug).map((it) => it.version) : [version];
      await Promise.all(gone.map(dropCopy));
      await told();
    },
  });
}
