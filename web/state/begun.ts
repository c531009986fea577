import { useEffect, useState } from "react";
import { loadDraft } from "./drafts.ts";
import { heldImports, whereFree } from "./import-hold.ts";
import { type ImportJob, imports } from "./imports.ts";
import { dropRecording } from "./recordings.ts";

/** Videos that were brought, are no draft yet, and are open in no tab. */
async function lookUp(): Promise<ImportJob[]> {
  const [all, held] = await Promise.all([imports.all().catch(() => []), heldImports()]);
  const jobs = all.filter(({ id }) => !held.has(id));
  const drafted = await Promise.all(
    jobs.map(({ id }) =>
      loadDraft(id).then(
        (draft) => draft !== null,
        () => true, // one that cannot be read is one
      ),
    ),
  );
  return jobs.filter((_, i) => !drafted[i]);
}

/** Videos whose import was begun here and not brought to its end. */
export function useBegun(): { jobs: readonly ImportJob[]; drop: (id: string) => Promise<void> } {
  const [jobs, setJobs] = useState<readonly ImportJob[]>([]);
  useEffect(() => {
    const look = () => void lookUp().then(setJobs);
    look();
    document.addEventListener("visibilitychange", look); // another tab may have begun or left one
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return {
    jobs,
    async drop(id) {
      await whereFree(id, () => Promise.all([imports.drop(id), dropRecording(id)]));
      setJobs(await lookUp());
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
