import * as v from "valibot";
import { SHARE_LANGUAGES } from "./db/shares.ts";
import { integer } from "./schemas.ts";
import { resultSchema } from "./schemas-result.ts";

const flag = v.pipe(
  v.optional(v.picklist(["0", "1"]), "0"),
  v.transform((text) => text === "1"),
);

/** What the dancer chooses to show; what is not chosen is not shown. */
export const sharing = v.object({ named: flag, replay: flag, language: v.optional(v.picklist(SHARE_LANGUAGES), "en") });
const share = v.object({ at: integer, named: v.boolean(), replay: v.boolean() });
export const shareList = v.object({
  shares: v.array(
    v.object({
      ...share.entries,
      takeId: v.string(),
      version: v.string(),
      section: integer,
      score: v.nullable(integer),
    }),
  ),
});
export const newShare = v.object({ ...share.entries, token: v.string() });
export const shareState = v.object({ share: v.nullable(share) });
export const shareEnded = v.object({ ended: v.boolean() });
export const byShareToken = v.object({ token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "share-unknown")) });

/** A take as whoever has its link sees it: no ids of dancer or take. */
export const sharedTake = v.object({
  dancer: v.nullable(v.object({ name: v.string() })),
  version: v.string(),
  section: integer,
  rate: v.number(),
  mirror: v.boolean(),
  seated: v.boolean(),
  /** When it was danced (where no name is shown, on which day), and since when it is shared. */
  dancedAt: integer,
  at: integer,
  result: resultSchema,
  /** Where no name is shown, without the print of the replay. */
  verified: v.nullable(v.object({ rules: integer, replay: v.nullable(v.string()), at: integer })),
  /** Whether the poses may be fetched too. */
  replay: v.boolean(),
});
