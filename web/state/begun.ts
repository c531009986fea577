import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { loadDraft } from "./drafts.ts";
import { heldImports, type Locks, locksHere, whenFree, whereFree } from "./import-hold.ts";
import { type ImportJob, type Imports, imports } from "./imports.ts";
import { dropRecording } from "./recordings.ts";

/** Where begun videos are looked up. */
interface Begun {
  readonly imports: Pick<Imports, "all">;
  readonly loadDraft: (id: string) => Promise<Draft | null>;
  readonly locks: Locks;
}
const here = (): Begun => ({ imports, loadDraft, locks: locksHere() });

/** Videos that were brought and are no draft yet: open in no tab, or held by one. */
async function lookUp(from: Begun): Promise<{ readonly free: ImportJob[]; readonly held: string[] }> {
  const [all, held] = await Promise.all([from.imports.all().catch(() => []), heldImports(from.locks)]);
  const drafted = await Promise.all(
    all.map(({ id }) =>
      from.loadDraft(id).then(
        (draft) => draft !== null,
        () => true, // one that cannot be read is one
      ),
    ),
  );
  const begun = all.filter((_, i) => !drafted[i]);
  return {
    free: begun.filter(({ id }) => !held.has(id)),
    held: begun.map(({ id }) => id).filter((id) => held.has(id)),
  };
}

/**
 * Tells which videos are begun and open in no tab: now, whenever the answer is called, and as soon as one that was held (by
 * the page that was just left, too) is let go. Until `signal`.
 */
export function watchBegun(tell: (jobs: readonly ImportJob[]) => void, signal: AbortSignal, from = here()): () => void {
  const awaited = new Set<string>();
  const wait = async (id: string) => {
    if (awaited.has(id)) return;
    awaited.add(id);
    const freed = await whenFree(id, signal, from.locks);
    awaited.delete(id);
    if (freed) await look();
  };
  const look = async () => {
    const { free, held } = await lookUp(from);
    if (signal.aborted) return;
    tell(free);
    for (const id of held) void wait(id);
  };
  void look();
  return () => void look();
}

/** Videos whose import was begun here and not brought to its end. */
export function useBegun(): { jobs: readonly ImportJob[]; drop: (id: string) => Promise<void> } {
  const [jobs, setJobs] = useState<readonly ImportJob[]>([]);
  useEffect(() => {
    const over = new AbortController();
    const look = watchBegun(setJobs, over.signal);
    document.addEventListener("visibilitychange", look, { signal: over.signal }); // another tab may have begun one
    return () => over.abort();
  }, []);
  return {
    jobs,
    async drop(id) {
      await whereFree(id, () => imports.drop(id).then(() => dropRecording(id))); // its video stays where it stays
      setJobs((await lookUp(here())).free);
    },
  };
}

/** Whether another dancer of the video of a draft may be chosen. */
export function useSeveral(draft: string): boolean {
  const [several, setSeveral] = useState(false);
  useEffect(() => {
    void imports.get(draft).then(
      (job) => setSeveral(job?.model === "multipose" && job.ended),
      () => undefined,
    );
  }, [draft]);
  return several;
}
