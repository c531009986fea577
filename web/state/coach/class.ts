import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { trendOf } from "#dance/practice/class.ts";
import type { Criterion } from "#dance/practice/rubric.ts";
import { spreadsheet } from "#dance/practice/spreadsheet.ts";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { api, type Pupil } from "../../api.ts";
import { dayText } from "../challenges.ts";

/** A class at a glance: of one routine, or of the one that most dance. */
export const useClass = (crew: string, version: string | null) =>
  useQuery({
    queryKey: ["class", crew, version],
    queryFn: () => api.class(crew, version),
    staleTime: 0,
    placeholderData: (before) => before,
  });

/** By what a crew's coaches look at takes. */
export function useRubric(crew: string) {
  const client = useQueryClient();
  const rubric = useQuery({ queryKey: ["rubric", crew], queryFn: () => api.rubric(crew) });
  const keep = useMutation({
    mutationFn: (criteria: readonly Criterion[]) => api.setRubric(crew, criteria),
    onSuccess: (kept) => client.setQueryData(["rubric", crew], kept),
  });
  return { rubric, keep };
}

/** What a take was given by rubrics, and those by which I may mark it. */
export function useSheets(takeId: string, enabled: boolean) {
  const client = useQueryClient();
  const queryKey = ["sheets", takeId];
  const sheets = useQuery({ queryKey, queryFn: () => api.takeRubric(takeId), enabled });
  const mark = useMutation({
    mutationFn: ({ crew, levels }: { readonly crew: string; readonly levels: readonly (number | null)[] }) =>
      api.mark(takeId, crew, levels),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  return { sheets, mark };
}

/** A section as a column of the table; -1 is the whole routine. */
export interface Column {
  readonly section: number;
  readonly name: string;
}

/** What the table is sorted by: the name, when last seen, minutes, or a section's best. */
export type Order = "name" | "last" | "minutes" | `section${number}`;
export const CLASS_FILTERS = ["all", "practised", "resting", "unshared"] as const;
export type ClassFilter = (typeof CLASS_FILTERS)[number];

const KEPT: Readonly<Record<ClassFilter, (it: Pupil) => boolean>> = {
  all: () => true,
  practised: (it) => it.takes > 0,
  resting: (it) => it.shares !== null && it.takes === 0,
  unshared: (it) => it.shares === null,
};

const bestIn = (it: Pupil, section: number): number => it.cells.find((c) => c.section === section)?.best?.score ?? -1;

/** The rows that are shown, in their order: by name A first, by all else the least first, so that who needs help is on top. */
export function rowsOf(all: readonly Pupil[], filter: ClassFilter, text: string, order: Order, down: boolean): Pupil[] {
  const sought = text.trim().toLocaleLowerCase();
  const value = (it: Pupil): number =>
    order === "last" ? (it.lastAt ?? 0) : order === "minutes" ? it.minutes : bestIn(it, Number(order.slice(7)));
  const byName = (a: Pupil, b: Pupil) => a.dancer.name.localeCompare(b.dancer.name);
  return all
    .filter((it) => KEPT[filter](it) && it.dancer.name.toLocaleLowerCase().includes(sought))
    .sort((a, b) => (down ? -1 : 1) * (order === "name" ? byName(a, b) : value(a) - value(b)) || byName(a, b));
}

/** Where the last takes of a section lead. */
export const cellTrend = (cell: Pupil["cells"][number]) => trendOf(cell.recent.map(({ score }) => score));

const points = (score: number): number => Math.floor((score / FULL_SCORE) * 1000) / 10;
/** The day of whoever reads it, as the table shows it. */
const day = (ms: number | null): string | null => (ms === null ? null : dayText(ms));

/** What stands over the rows of a spreadsheet: the routine, and the columns. */
interface Heads {
  readonly title: string;
  readonly first: readonly string[];
  readonly sections: readonly Column[];
  readonly last: string;
}

/** The rows as a spreadsheet: numbers stay numbers, names can't become formulas. */
export function classSheet(rows: readonly Pupil[], heads: Heads): string {
  const lines = rows.map((it) => [
    it.dancer.name,
    it.shares === null ? null : Math.round(it.minutes),
    it.shares === null ? null : it.takes,
    day(it.lastAt),
    ...heads.sections.map(({ section }) => {
      const best = bestIn(it, section);
      return best < 0 ? null : points(best);
    }),
    it.sheet?.criteria
      .map(({ name, levels }, i) => `${name}: ${levels[it.sheet?.levels[i] ?? -1] ?? "–"}`)
      .join("; ") ?? null,
  ]);
  return `\ufeff${spreadsheet([[heads.title], [...heads.first, ...heads.sections.map(({ name: section }) => section), heads.last], ...lines])}`;
}
