import * as v from "valibot";
import { BOARD_KINDS, BOARD_SCOPES, BOARD_WINDOWS } from "#dance/practice/board.ts";
import { dancer, idSchema, integer, sectionText, standing, versionSchema } from "./schemas.ts";

export const boardPage = v.object({
  standings: v.array(standing),
  next: v.nullable(v.string()),
  me: v.nullable(standing),
  dancers: integer,
  /** Version of the rules by which all of it was judged. */
  rules: integer,
});
export const boardAround = v.object({ standings: v.array(standing) });

export const byBoard = v.object({ version: versionSchema, section: sectionText });
/** Which of a section's boards. */
export const whichBoard = v.object({
  kind: v.optional(v.picklist(BOARD_KINDS), "full"),
  window: v.optional(v.picklist(BOARD_WINDOWS), "all"),
});
export const paging = v.object({
  ...whichBoard.entries,
  after: v.optional(v.pipe(v.string(), v.maxLength(200, "cursor-invalid"))),
  scope: v.optional(v.picklist(BOARD_SCOPES), "everyone"),
  /** Which crew of mine, where its members alone are asked for. */
  crew: v.optional(idSchema),
});

export const pickList = v.object({
  picks: v.array(v.object({ dancer: v.object({ ...dancer.entries, name: v.nullable(v.string()) }), at: integer })),
});
export const picked = v.object({ picked: v.boolean() });
export const byPick = v.object({ dancer: idSchema });
