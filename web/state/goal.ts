import { useSyncExternalStore } from "react";
import { WEEK } from "#dance/practice/week.ts";
import { keptStore } from "./kept.ts";

/** Days a week that may be aimed at. */
export const GOALS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Goal = (typeof GOALS)[number];

const goalOf = (text: string | null): Goal => GOALS.find((it) => String(it) === text) ?? WEEK.goalDays;
/** What this device's dancer aims at. */
export const goal = keptStore<Goal>("goal", goalOf);

/** How many days a week this device's dancer aims at. */
export const useGoal = (): Goal => useSyncExternalStore(goal.subscribe, goal.get, goal.get);

/** Aims at so many days a week, and remembers it. */
export const chooseGoal = (next: Goal): void => goal.change(() => next);
