import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { type Assignment, type AssignmentAsk, type AssignmentChange, api } from "../../api.ts";
import { dayText, endOfDay, nextSunday } from "../challenges.ts";
import { useDancer } from "../dancer.ts";

/** What is asked for in a crew: all of it for its coaches, what asks me for everybody else. */
export const useAssignments = (crew: string) =>
  useQuery({
    queryKey: ["assignments", crew],
    queryFn: () => api.assignments(crew),
    staleTime: 0,
    refetchOnWindowFocus: true,
  });

/** What I am asked for, the first due first. */
export function useDue() {
  const me = useDancer().data;
  return useQuery({ queryKey: ["due"], queryFn: api.due, enabled: Boolean(me), staleTime: 0 });
}

/** Asks a dancer or a crew for a section. */
export function useAssign(crew: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: AssignmentAsk) => api.assign(crew, ask),
    onSuccess: () => client.invalidateQueries({ queryKey: ["assignments", crew] }),
  });
}

/** Changes what I asked for. */
export function useChangeAssignment(crew: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { readonly id: string; readonly change: AssignmentChange }) =>
      api.changeAssignment(id, change),
    onSuccess: () => client.invalidateQueries({ queryKey: ["assignments", crew] }),
  });
}

export function useEndAssignment(crew: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.endAssignment,
    onSuccess: () => client.invalidateQueries({ queryKey: ["assignments", crew] }),
  });
}

/** What the form of an assignment holds. */
export interface Asked {
  /** Id of the dancer; empty for every dancer of the crew. */
  readonly dancer: string;
  /** Of 100, as it was typed. */
  readonly target: string;
  readonly rate: number;
  /** As a date field writes it: it is due when that day ends here. */
  readonly day: string;
  readonly text: string;
}

const USUAL_TARGET = "80";

/** What is asked unless something else is chosen. */
export const usualAsk = (now: number): Asked => ({
  ...{ dancer: "", target: USUAL_TARGET, rate: 1, text: "" },
  day: dayText(nextSunday(now)),
});

/** What an assignment asks, as the form holds it. */
export const askedBy = ({ to, target, rate, dueAt, text }: Assignment): Asked => ({
  ...{ rate, text, dancer: to?.id ?? "" },
  target: String(Math.round((target / FULL_SCORE) * 1000) / 10),
  day: dayText(dueAt),
});

/** What the form holds, as the Worker is asked. */
export const askOf = ({ dancer, target, rate, day, text }: Asked) => ({
  ...{ rate, text, dancer: dancer || null },
  target: Math.round((Number(target) / 100) * FULL_SCORE),
  dueAt: endOfDay(day) ?? 0,
});

/** What of an assignment the form holds otherwise. A day that was left alone stays that moment, wherever it was chosen. */
export function changesOf(it: Assignment, asked: Asked): AssignmentChange {
  const was = askedBy(it);
  const ask = askOf(asked);
  return {
    ...(asked.dancer !== was.dancer && { dancer: ask.dancer }),
    ...(asked.target !== was.target && { target: ask.target }),
    ...(asked.rate !== was.rate && { rate: ask.rate }),
    ...(asked.day !== was.day && { dueAt: ask.dueAt }),
    ...(asked.text !== was.text && { text: ask.text }),
  };
}
