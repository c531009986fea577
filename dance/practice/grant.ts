/** What a dancer may let a coach see: one take, all takes of one version of a choreography, or all practice in a crew. */
export const GRANT_SCOPES = ["take", "choreography", "practice"] as const;
export type GrantScope = (typeof GRANT_SCOPES)[number];

export const GRANT = {
  leastMs: 3_600_000,
  mostMs: 366 * 86_400_000,
} as const;
