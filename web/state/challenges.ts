import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, type ChallengeAsk } from "../api.ts";

/** Challenges of a crew of mine. */
export const useChallenges = (crew: string) =>
  useQuery({ queryKey: ["challenges", crew], queryFn: () => api.challenges(crew), staleTime: 0 });

/** A challenge and how it stands. */
export const useChallenge = (id: string) =>
  useQuery({ queryKey: ["challenge", id], queryFn: () => api.challenge(id), staleTime: 0, refetchOnWindowFocus: true });

export function useMakeChallenge(crew: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: ChallengeAsk) => api.makeChallenge(crew, ask),
    onSuccess: () => client.invalidateQueries({ queryKey: ["challenges", crew] }),
  });
}

export function useEndChallenge(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.endChallenge(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ["challenges"] }),
  });
}

const MINUTE_MS = 60_000;

/** The time now, told anew every minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The last moment of a day of this device's calendar, "2026-11-29"; null where it is none. */
export function endOfDay(text: string): number | null {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return new Date(year, month - 1, day, 23, 59, 59).getTime();
}

/** A day of this device's calendar as a date field writes it. */
export function dayText(moment: number): string {
  const at = new Date(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The Sunday that comes, at least two days away: room to practise. */
export function nextSunday(now: number): number {
  const at = new Date(now);
  const days = (7 - at.getDay()) % 7;
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + (days < 2 ? days + 7 : days)).getTime();
}
