import { CHOREOGRAPHY_MEDIA_TYPE } from "#dance/choreo/file.ts";
import type { Summary as ChoreographySummary } from "#dance/choreo/summary.ts";
import type { Audience, Visibility } from "#dance/choreo/visibility.ts";
import { at, bytes, reach, told } from "./client.ts";
import type { Dancer } from "./dancers.ts";

/** Where in the studio of this device a routine lies: the draft's id, and which of its positions. */
export interface DraftPlace {
  readonly id: string;
  readonly at: number;
}

/** What a list tells of one version of a choreography. What may lack is not told by lists kept from before. */
export interface Summary extends ChoreographySummary {
  readonly version: string;
  /** Who published it; null where it comes with the page. */
  readonly author?: Dancer | null;
  readonly mine?: boolean;
  readonly visibility?: Visibility;
  /** Id of the crew that it is for. */
  readonly crew?: string | null;
  /** Sections that can have no board (-1 is all of it). */
  readonly unranked?: readonly number[];
  /** ms since 1970. */
  readonly publishedAt?: number;
  /** False for a version that is not danced today. */
  readonly current?: boolean;
  /** False where I danced it and may not any more: it was taken back, or is not for me now. */
  readonly open?: boolean;
  /** Set where nobody published it: it is danced as the draft stands on this device. */
  readonly draft?: DraftPlace;
}

/** A page of routines for everyone. */
export interface RoutinePage {
  readonly choreographies: readonly Summary[];
  readonly next: string | null;
}

const asked = ({ visibility, crew }: Audience) => ({ visibility, ...(crew !== null && { crew }) });

/** Routines and their files. */
export const choreographyDoors = {
  choreographies: async (): Promise<readonly Summary[]> => (await told(at.choreographies.$get())).choreographies,
  choreography: (version: string): Promise<Summary> => told(at.choreographies[":version"].$get({ param: { version } })),
  choreographyFile: (version: string) => bytes(`/api/choreographies/${version}/file`),
  /** What dancers published for everyone, the latest first, or by words of a title. */
  routines: (search: string, after: string | null): Promise<RoutinePage> =>
    told(at.routines.$get({ query: { ...(search && { search }), ...(after !== null && { after }) } })),
  /** All versions of a routine that I may see, the latest first. */
  routine: async (slug: string): Promise<readonly Summary[]> =>
    (await told(at.routines[":slug"].$get({ param: { slug } }))).choreographies,
  /** Every version that I published. */
  myRoutines: async (): Promise<readonly Summary[]> => (await told(at.me.choreographies.$get())).choreographies,
  /** What others published for crews of mine. */
  crewRoutines: async (): Promise<readonly Summary[]> => (await told(at.me.crews.choreographies.$get())).choreographies,
  /** Publishes the bytes of dance/choreo/file.ts. */
  publishRoutine: async (file: Uint8Array, audience: Audience): Promise<Summary> => {
    const init = {
      method: "POST",
      headers: { "content-type": CHOREOGRAPHY_MEDIA_TYPE },
      body: file as Uint8Array<ArrayBuffer>,
    };
    const answer = await reach(`/api/choreographies?${new URLSearchParams(asked(audience))}`, init);
    return answer.json() as Promise<Summary>;
  },
  setAudience: (slug: string, audience: Audience) =>
    told(at.routines[":slug"].$patch({ param: { slug }, json: asked(audience) })),
  takeBackRoutine: (slug: string) => told(at.routines[":slug"].$delete({ param: { slug } })),
  takeBackVersion: (version: string) => told(at.choreographies[":version"].$delete({ param: { version } })),
};
