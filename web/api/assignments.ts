import { at, told } from "./client.ts";

/** A section that a coach asks for; `dancer` null asks every dancer of the crew. */
export interface AssignmentAsk {
  readonly dancer: string | null;
  readonly version: string;
  readonly section: number;
  /** The least speed; 1 is the song as it is. */
  readonly rate: number;
  /** The least score of 1,000,000. */
  readonly target: number;
  readonly text: string;
  /** ms since 1970. */
  readonly dueAt: number;
}

/** What lacks stays. */
export type AssignmentChange = Partial<Omit<AssignmentAsk, "version" | "section">>;

/** What coaches ask for. */
export const assignmentDoors = {
  /** Of a crew: coaches see all and everybody, who is none what asks them and themselves in it. */
  assignments: async (crew: string) =>
    (await told(at.crews[":id"].assignments.$get({ param: { id: crew } }))).assignments,
  assign: (crew: string, ask: AssignmentAsk) =>
    told(at.crews[":id"].assignments.$post({ param: { id: crew }, json: ask })),
  changeAssignment: (id: string, change: AssignmentChange) =>
    told(at.assignments[":id"].$patch({ param: { id }, json: change })),
  endAssignment: (id: string) => told(at.assignments[":id"].$delete({ param: { id } })),
  /** What I am asked for, the first due first. */
  due: async () => (await told(at.me.assignments.$get())).assignments,
};

export type Assignment = Awaited<ReturnType<typeof assignmentDoors.assignments>>[number];
export type Due = Awaited<ReturnType<typeof assignmentDoors.due>>[number];
