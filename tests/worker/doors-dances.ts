// The doors of the API: routines, boards, takes, what is shared and how one gets on.
import { bytesOf, choreographyNamed, upload } from "./dance.ts";
import { anybody, type Door, type House, OUT, own } from "./house.ts";
import { share } from "./picture.ts";

const mineAlone = `${OUT} take-unknown take-unknown take-unknown ok`;
const notTheirs = `${OUT} choreography-unknown choreography-forbidden choreography-forbidden ok`;
const seen = "choreography-unknown choreography-unknown ok ok ok";
const board = ({ version }: House, more = "") => `/choreographies/${version}/sections/1/leaderboard${more}`;
const terms = ({ version, session }: House) => ({ session, version, section: 1, rate: 1, mirror: false });

export const DANCES_DOORS: readonly Door[] = [
  ["get /api/choreographies", anybody, (who) => who.get("/choreographies")],
  ["get /api/choreographies/{version}", anybody, (who, h) => who.get(`/choreographies/${h.version}`)],
  ["get /api/choreographies/{version}/file", anybody, (who, h) => who.get(`/choreographies/${h.version}/file`)],
  ["get /api/choreographies/{version}/sections/{section}/leaderboard", anybody, (who, h) => who.get(board(h))],
  [
    "get /api/choreographies/{version}/sections/{section}/leaderboard",
    "crew-unknown crew-unknown ok ok ok",
    (who, h) => who.get(board(h, `?scope=crew&crew=${h.id}`)),
  ],
  [
    "get /api/choreographies/{version}/sections/{section}/leaderboard/around",
    own,
    (who, h) => who.get(board(h, "/around")),
  ],
  [
    "get /api/choreographies/{version}/sections/{section}/leaderboard",
    own,
    (who, h) => who.get(board(h, "?scope=picks")),
  ],
  ["get /api/choreographies/{version}", seen, (who, h) => who.get(`/choreographies/${h.own}`)],
  ["get /api/choreographies/{version}/file", seen, (who, h) => who.get(`/choreographies/${h.own}/file`)],
  [
    "get /api/choreographies/{version}/sections/{section}/leaderboard",
    seen,
    (who, h) => who.get(board({ ...h, version: h.own })),
  ],
  [
    "get /api/choreographies/{version}/sections/{section}/leaderboard/around",
    `${OUT} choreography-unknown ok ok ok`,
    (who, h) => who.get(board({ ...h, version: h.own }, "/around")),
  ],
  ["get /api/routines", anybody, (who) => who.get("/routines")],
  ["get /api/routines/{slug}", seen, (who, h) => who.get(`/routines/${h.slug}`)],
  ["get /api/me/choreographies", own, (who) => who.get("/me/choreographies")],
  ["get /api/me/crews/choreographies", own, (who) => who.get("/me/crews/choreographies")],
  ["get /api/schemas/choreography-1.json", anybody, (who) => who.get("/schemas/choreography-1.json")],
  [
    "post /api/choreographies",
    `${OUT} slug-taken slug-taken slug-taken ok`,
    (who, h) => upload(who, choreographyNamed(h.slug), "visibility=me"),
  ],
  [
    "post /api/choreographies",
    `${OUT} crew-unknown slug-taken slug-taken ok`,
    (who, h) => upload(who, choreographyNamed(h.slug), `visibility=crew&crew=${h.id}`),
  ],
  ["patch /api/routines/{slug}", notTheirs, (who, h) => who.ask("PATCH", `/routines/${h.slug}`, { visibility: "me" })],
  ["delete /api/routines/{slug}", notTheirs, (who, h) => who.drop(`/routines/${h.slug}`)],
  ["delete /api/choreographies/{version}", notTheirs, (who, h) => who.drop(`/choreographies/${h.own}`)],
  ["get /api/sessions", own, (who) => who.get("/sessions")],
  ["post /api/sessions", own, (who) => who.post("/sessions", {})],
  ["get /api/progress", own, (who) => who.get("/progress?zone=540")],
  ["get /api/progress/takes", own, (who) => who.get("/progress/takes")],
  ["get /api/progress/choreographies/{version}", own, (who, h) => who.get(`/progress/choreographies/${h.version}`)],
  ["get /api/takes", own, (who) => who.get("/takes")],
  [
    "post /api/takes",
    `${OUT} session-unknown session-unknown session-unknown ok`,
    (who, h) => who.post("/takes", terms(h)),
  ],
  ["get /api/takes/{id}", anybody, (who, h) => who.get(`/takes/${h.best}`)],
  [
    "get /api/takes/{id}",
    "take-unknown take-unknown take-unknown take-unknown ok",
    (who, h) => who.get(`/takes/${h.lazy}`),
  ],
  [
    "get /api/takes/{id}",
    "take-unknown take-unknown take-unknown take-unknown ok",
    (who, h) => who.get(`/takes/${h.open}`),
  ],
  ["get /api/takes/{id}/replay", anybody, (who, h) => who.get(`/takes/${h.best}/replay`)],
  [
    "get /api/takes/{id}/replay",
    "take-unknown take-unknown take-unknown take-unknown ok",
    (who, h) => who.get(`/takes/${h.lazy}/replay`),
  ],
  ["put /api/takes/{id}/replay", mineAlone, (who, h) => who.put(h.open, bytesOf(h.open, h.version))],
  ["put /api/takes/{id}/share", mineAlone, (who, h) => share(who, h.lazy)],
  ["put /api/takes/{id}/share", mineAlone, (who, h) => share(who, h.best)],
  ["get /api/takes/{id}/share", mineAlone, (who, h) => who.get(`/takes/${h.best}/share`)],
  ["delete /api/takes/{id}/share", mineAlone, (who, h) => who.drop(`/takes/${h.best}/share`)],
  ["get /api/shares", own, (who) => who.get("/shares")],
  ["get /api/shared/{token}", anybody, (who, h) => who.get(`/shared/${h.shared}`)],
  ["get /api/shared/{token}/replay", anybody, (who, h) => who.get(`/shared/${h.shared}/replay`)],
  ["get /api/shared/{token}/card.png", anybody, (who, h) => who.get(`/shared/${h.shared}/card.png`)],
  ["get /api/progress", own, (who) => who.get("/progress?zone=0")],
  ["get /api/progress/takes", own, (who) => who.get("/progress/takes")],
  ["get /api/progress/choreographies/{version}", own, (who, h) => who.get(`/progress/choreographies/${h.version}`)],
];
