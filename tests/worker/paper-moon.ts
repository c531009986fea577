import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Answer } from "./client.ts";
import { CHORUS, choreographyNamed } from "./dance.ts";

/** The versions of a list. */
export const versionsIn = ({ body }: Answer): string[] =>
  body.choreographies.map((it: { version: string }) => it.version);
/** A routine of a dancer's, or otherwise. */
export const paperMoon = (change: Partial<Choreography> = {}): Choreography => ({
  ...choreographyNamed("paper-moon"),
  title: { en: "Paper Moon", ko: "종이 달" },
  ...change,
});
/** The board of its chorus. */
export const board = (version: string) => `/choreographies/${version}/sections/${CHORUS.section}/leaderboard`;
