import * as v from "valibot";
import { ROLES } from "#dance/practice/permission.ts";
import { LIMITS } from "./limits.ts";
import { dancer, idSchema, integer } from "./schemas.ts";

const role = v.picklist(ROLES);
export const crewHead = v.object({ id: v.string(), name: v.string(), role });
export const crewList = v.object({ crews: v.array(crewHead) });
export const crew = v.object({
  ...crewHead.entries,
  members: v.array(v.object({ dancer, role, joinedAt: integer, me: v.boolean() })),
});
export const ended = v.object({ ended: v.boolean() });
export const roleOf = v.object({ role });

const invite = v.object({
  id: v.string(),
  mine: v.boolean(),
  usesLeft: integer,
  createdAt: integer,
  expiresAt: integer,
});
export const inviteList = v.object({ invites: v.array(invite) });
export const newInvite = v.object({ id: v.string(), token: v.string(), usesLeft: integer, expiresAt: integer });
export const inviting = v.object({
  uses: v.pipe(integer, v.minValue(1), v.maxValue(LIMITS.inviteUses)),
  hours: v.pipe(integer, v.minValue(1), v.maxValue(LIMITS.inviteHours)),
});
export const invitation = v.object({
  crew: v.object({ name: v.string(), members: integer }),
  /** Name of who made it. */
  by: v.string(),
  usesLeft: integer,
  expiresAt: integer,
});

export const byMember = v.object({ id: idSchema, dancer: idSchema });
export const byInvite = v.object({ id: idSchema, invite: idSchema });
export const byToken = v.object({ token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "invite-unknown")) });
