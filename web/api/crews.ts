import type { Role } from "#dance/practice/permission.ts";
import { at, told } from "./client.ts";
import type { Dancer } from "./dancers.ts";

/** A crew as its list tells it; `role` is mine. */
export interface CrewHead {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Member {
  readonly dancer: Dancer;
  readonly role: Role;
  readonly joinedAt: number;
  readonly me: boolean;
}

export interface Crew extends CrewHead {
  readonly members: readonly Member[];
}

/** An open invite as the staff of its crew see it. */
export interface Invite {
  readonly id: string;
  readonly mine: boolean;
  readonly usesLeft: number;
  readonly expiresAt: number;
}

/** What an invite opens, to whoever holds it. */
export interface Invitation {
  readonly crew: { readonly name: string; readonly members: number };
  /** Who made it. */
  readonly by: string;
  readonly usesLeft: number;
  readonly expiresAt: number;
}

/** Crews, their members and their invites. */
export const crewDoors = {
  crewNames: async () => (await told(at.crews.$get())).crews,
  crew: (id: string): Promise<Crew> => told(at.crews[":id"].$get({ param: { id } })),
  makeCrew: (name: string): Promise<Crew> => told(at.crews.$post({ json: { name } })),
  renameCrew: (id: string, name: string): Promise<Crew> =>
    told(at.crews[":id"].$patch({ param: { id }, json: { name } })),
  endCrew: (id: string) => told(at.crews[":id"].$delete({ param: { id } })),
  setRole: (id: string, dancer: string, role: Role) =>
    told(at.crews[":id"].members[":dancer"].role.$put({ param: { id, dancer }, json: { role } })),
  /** `dancer` may be "me": then I leave. */
  removeMember: (id: string, dancer: string) =>
    told(at.crews[":id"].members[":dancer"].$delete({ param: { id, dancer } })),
  invites: async (id: string): Promise<readonly Invite[]> =>
    (await told(at.crews[":id"].invites.$get({ param: { id } }))).invites,
  /** The token is told only now. */
  makeInvite: (id: string, ask: { readonly uses: number; readonly hours: number }) =>
    told(at.crews[":id"].invites.$post({ param: { id }, json: ask })),
  endInvite: (id: string, invite: string) =>
    told(at.crews[":id"].invites[":invite"].$delete({ param: { id, invite } })),
  invitation: (token: string): Promise<Invitation> => told(at.invites[":token"].$get({ param: { token } })),
  join: (token: string): Promise<CrewHead> => told(at.invites[":token"].$post({ param: { token } })),
};
