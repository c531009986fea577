import { dayOf, weekOf } from "./week.ts";

/** What a section has boards for: danced as it is, danced as its mirror image on purpose, danced sitting. */
export const BOARD_KINDS = ["full", "mirrored", "seated"] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** The one board that a take may enter. Who sits is held against who sits, mirrored or not. */
export const kindOf = ({ mirror, seated }: { readonly mirror: boolean; readonly seated: boolean }): BoardKind =>
  seated ? "seated" : mirror ? "mirrored" : "full";

/** Share of a dance that must have been seen for a take to enter a board, 0..1. */
export const BOARD_COVERAGE = 0.85;

/** Since when a board counts. */
export const BOARD_WINDOWS = ["all", "week"] as const;
export type BoardWindow = (typeof BOARD_WINDOWS)[number];

/** Whose rows a board shows: everybody's, those of a crew, those of dancers whom one picked. */
export const BOARD_SCOPES = ["everyone", "crew", "picks"] as const;
export type BoardScope = (typeof BOARD_SCOPES)[number];

/** Stands for all time where a week is asked for. */
export const ALL_TIME = 0;

/** The week of a moment for the boards, which is the same for everybody: Monday to Sunday in UTC. */
export const boardWeek = (atMs: number): number => weekOf(dayOf(atMs, 0));

/** When a week of the boards began, ms since 1970. */
export const weekBegan = (week: number): number => (week * 7 - 3) * 86_400_000;
