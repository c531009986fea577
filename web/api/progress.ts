import { at, told } from "./client.ts";

/** How I get on. */
export const progressDoors = {
  /** `zone` is minutes ahead of UTC. */
  progress: (zone: number) => told(at.progress.$get({ query: { zone: String(zone) } })),
  progressTakes: (before: string | null) => told(at.progress.takes.$get({ query: before ? { before } : {} })),
  progressWords: async (version: string) =>
    (await told(at.progress.choreographies[":version"].$get({ param: { version } }))).sections,
};

/** Where a dancer stands, as the Worker knows it. */
export type ToldProgress = Awaited<ReturnType<typeof progressDoors.progress>>;
export type ToldTakes = Awaited<ReturnType<typeof progressDoors.progressTakes>>;
export type ShortTake = ToldTakes["takes"][number];
