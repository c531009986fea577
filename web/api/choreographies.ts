import type { Summary as ChoreographySummary } from "#dance/choreo/summary.ts";
import { at, bytes, told } from "./client.ts";

/** What a list tells of one version of a choreography. */
export interface Summary extends ChoreographySummary {
  readonly version: string;
}

/** Routines and their files. */
export const choreographyDoors = {
  choreographies: async (): Promise<readonly Summary[]> => (await told(at.choreographies.$get())).choreographies,
  choreography: (version: string): Promise<Summary> => told(at.choreographies[":version"].$get({ param: { version } })),
  choreographyFile: (version: string) => bytes(`/api/choreographies/${version}/file`),
};
