import { useEffect, useState } from "react";
import { loadDraft } from "./drafts.ts";
import { type ImportJob, imports } from "./imports.ts";
import { dropRecording } from "./recordings.ts";

/** Videos that were brought and are no draft yet. */
async function lookUp(): Promise<ImportJob[]> {
  const jobs = await imports.all().catch(() => []);
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
  useEffect(() => void lookUp().then(setJobs), []);
  return {
    jobs,
    async drop(id) {
      await Promise.all([imports.drop(id), dropRecording(id)]);
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
