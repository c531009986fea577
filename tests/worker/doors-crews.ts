// The doors of the API: crews, invites, challenges.
import { challenge, invite } from "./crew.ts";
import { anybody, crewOnly, type Door, OUT, own } from "./house.ts";

const challenged = `${OUT} challenge-unknown ok ok ok`;
const staff = `${OUT} crew-unknown crew-forbidden ok ok`;
const leadOnly = `${OUT} crew-unknown crew-forbidden crew-forbidden ok`;

export const CREWS_DOORS: readonly Door[] = [
  ["get /api/crews", own, (who) => who.get("/crews")],
  ["post /api/crews", own, (who) => who.post("/crews", { name: "Another" })],
  ["get /api/crews/{id}", crewOnly, (who, h) => who.get(`/crews/${h.id}`)],
  ["patch /api/crews/{id}", leadOnly, (who, h) => who.ask("PATCH", `/crews/${h.id}`, { name: "Renamed" })],
  ["get /api/crews/{id}/invites", staff, (who, h) => who.get(`/crews/${h.id}/invites`)],
  ["post /api/crews/{id}/invites", staff, (who, h) => invite(who, h.id)],
  ["get /api/invites/{token}", anybody, (who, h) => who.get(`/invites/${h.invite.token}`)],
  ["delete /api/crews/{id}/invites/{invite}", leadOnly, (who, h) => who.drop(`/crews/${h.id}/invites/${h.invite.id}`)],
  [
    "put /api/crews/{id}/members/{dancer}/role",
    `${OUT} crew-unknown crew-forbidden crew-forbidden ok`,
    (who, h) => who.ask("PUT", `/crews/${h.id}/members/${h.member.id}/role`, { role: "dancer" }),
  ],
  [
    "delete /api/crews/{id}/members/{dancer}",
    `${OUT} crew-unknown crew-forbidden crew-forbidden ok`,
    (who, h) => who.drop(`/crews/${h.id}/members/${h.lead.id}`),
  ],
  ["post /api/invites/{token}", own, (who, h) => who.post(`/invites/${h.invite.token}`, {})],
  [
    "delete /api/crews/{id}",
    `${OUT} crew-unknown crew-forbidden crew-forbidden ok`,
    (who, h) => who.drop(`/crews/${h.id}`),
  ],
  ["get /api/crews/{id}/challenges", crewOnly, (who, h) => who.get(`/crews/${h.id}/challenges`)],
  ["post /api/crews/{id}/challenges", crewOnly, (who, h) => challenge(who, h.id, h.version)],
  ["get /api/challenges/{id}", challenged, (who, h) => who.get(`/challenges/${h.dare}`)],
  [
    "delete /api/challenges/{id}",
    `${OUT} challenge-unknown crew-forbidden ok challenge-unknown`,
    (who, h) => who.drop(`/challenges/${h.dare}`),
  ],
];
