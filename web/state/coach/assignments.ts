import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type AssignmentAsk, api } from "../../api.ts";
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

export function useEndAssignment(crew: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.endAssignment,
    onSuccess: () => client.invalidateQueries({ queryKey: ["assignments", crew] }),
  });
}
