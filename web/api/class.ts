import type { Criterion, Levels } from "#dance/practice/rubric.ts";
import { at, told } from "./client.ts";

/** As JSON is written: its lists are not read-only. */
const written = (criteria: readonly Criterion[]) => criteria.map(({ name, levels }) => ({ name, levels: [...levels] }));

/** A class at a glance, and the rubric by which its takes are looked at. */
export const classDoors = {
  /** Of the routine danced by most where no version is named. */
  class: (crew: string, version: string | null) =>
    told(at.crews[":id"].class.$get({ param: { id: crew }, query: version === null ? {} : { version } })),
  rubric: async (crew: string): Promise<readonly Criterion[]> =>
    (await told(at.crews[":id"].rubric.$get({ param: { id: crew } }))).criteria,
  /** None takes it away. */
  setRubric: async (crew: string, criteria: readonly Criterion[]): Promise<readonly Criterion[]> =>
    (await told(at.crews[":id"].rubric.$put({ param: { id: crew }, json: { criteria: written(criteria) } }))).criteria,
  /** What a take was given, and the rubrics by which I may mark it. */
  takeRubric: (take: string) => told(at.takes[":id"].rubric.$get({ param: { id: take } })),
  mark: (take: string, crew: string, levels: Levels) =>
    told(at.takes[":id"].rubric.$put({ param: { id: take }, json: { crew, levels: [...levels] } })),
};

export type ClassPage = Awaited<ReturnType<typeof classDoors.class>>;
export type Pupil = ClassPage["dancers"][number];
export type TakeRubric = Awaited<ReturnType<typeof classDoors.takeRubric>>;
export type Sheet = TakeRubric["sheets"][number];
