import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";
import { useDancer } from "./dancer.ts";
import { titled } from "./gone.ts";

/** The dancer's minutes ahead of UTC. */
export const zoneNow = (): number => -new Date().getTimezoneOffset();

/** Where the dancer stands, as the Worker knows it; not asked for a newcomer. */
export function useToldProgress() {
  const me = useDancer();
  return useQuery({
    queryKey: ["progress", me.data?.id],
    enabled: Boolean(me.data),
    staleTime: 0, // a take that was just danced is in it
    queryFn: async () => {
      const told = await api.progress(zoneNow());
      return { ...told, choreographies: told.choreographies.map(titled) };
    },
  });
}
