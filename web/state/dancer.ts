import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Dancer } from "../api.ts";
import { words } from "./language.ts";
import { queryClient } from "./queries.ts";

const FIRST = {
  en: ["Early", "Steady", "Bright", "Quiet", "Quick", "Bold", "Late-night", "Light-footed"],
  ko: ["반짝이는", "고요한", "씩씩한", "재빠른", "다정한", "느긋한", "용감한", "가벼운"],
} as const;
const SECOND = {
  en: ["Heron", "Otter", "Maple", "Comet", "Lantern", "River", "Sparrow", "Fox"],
  ko: ["수달", "참새", "단풍", "혜성", "등불", "강물", "여우", "고래"],
} as const;

/** A name to begin with, made of two words and a number, as "Steady Otter 41"; `dice` gives 0..1. */
export function firstName(language: "en" | "ko", dice: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
  return `${pick(FIRST[language])} ${pick(SECOND[language])} ${Math.floor(dice() * 90) + 10}`;
}

/** Who dances here; null for a newcomer. */
export const useDancer = () => useQuery({ queryKey: ["me"], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY });

let introduced: Promise<Dancer> | null = null;

/** The dancer of this browser, made with a friendly name where there is none yet; asked for twice, made once. */
export function someDancer(): Promise<Dancer> {
  introduced ??= findDancer().finally(() => {
    introduced = null;
  });
  return introduced;
}

async function findDancer(): Promise<Dancer> {
  const known = await queryClient.fetchQuery({ queryKey: ["me"], queryFn: api.me, staleTime: 60_000 });
  if (known) return known;
  const dancer = await api.introduce(firstName(words().language, Math.random));
  queryClient.setQueryData(["me"], dancer);
  return dancer;
}

/** Gives the dancer another name, everywhere at once. */
export function useRename() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.rename,
    onSuccess: (dancer) => {
      client.setQueryData(["me"], dancer);
      void client.invalidateQueries({ queryKey: ["account"] });
      void client.invalidateQueries({ queryKey: ["board"] });
      void client.invalidateQueries({ queryKey: ["take"] });
    },
  });
}
