import { at, told } from "./client.ts";

/** What I let a coach of a crew see; `until` in ms since 1970. */
export type GrantAsk = { readonly crew: string; readonly coach: string; readonly until: number } & (
  | { readonly scope: "take"; readonly take: string }
  | { readonly scope: "choreography"; readonly version: string }
  | { readonly scope: "practice" }
);

/** What dancers let coaches see. */
export const grantDoors = {
  /** The same again changes until when. */
  grant: (ask: GrantAsk): Promise<{ readonly id: string; readonly until: number }> =>
    told(at.me.grants.$post({ json: ask })),
  /** `given` by me and `received` by me as a coach, as far as they hold. */
  grants: () => told(at.me.grants.$get()),
  endGrant: (id: string) => told(at.me.grants[":id"].$delete({ param: { id } })),
  /** Takes that a member lets me see in a crew, newest first, a page at a time. */
  memberTakes: (
    crew: string,
    dancer: string,
    ask: { readonly version?: string; readonly section?: number; readonly before?: string },
  ) => {
    const { version, section, before } = ask;
    const query = {
      ...(version !== undefined && { version }),
      ...(section !== undefined && { section: String(section) }),
      ...(before !== undefined && { before }),
    };
    return told(at.crews[":id"].members[":dancer"].takes.$get({ param: { id: crew, dancer }, query }));
  },
};

export type Grants = Awaited<ReturnType<typeof grantDoors.grants>>;
export type Grant = Grants["given"][number];
export type MemberTakes = Awaited<ReturnType<typeof grantDoors.memberTakes>>;
