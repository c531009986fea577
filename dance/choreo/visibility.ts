/** Who may dance a published routine: its author alone, a crew of theirs, everybody. */
export const VISIBILITIES = ["me", "crew", "everyone"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Whom a routine is for; `crew` is the id of the crew where it is for one, null else. */
export interface Audience {
  readonly visibility: Visibility;
  readonly crew: string | null;
}

/** Whether somebody may see a routine as `to` who might not have seen it as `from`. */
export const widens = (from: Audience, to: Audience): boolean =>
  from.visibility !== "everyone" &&
  to.visibility !== "me" &&
  !(from.visibility === "crew" && to.visibility === "crew" && from.crew === to.crew);
