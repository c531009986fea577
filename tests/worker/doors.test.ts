import { expect, test } from "vitest";
import { Authenticator } from "./authenticator.ts";
import { type Answer, Client } from "./client.ts";
import { type Crew, challenge, crewOfThree, invite } from "./crew.ts";
import { bytesOf, choreographyNamed, danced, publish, upload } from "./dance.ts";
import { DESK_DOORS } from "./desk-doors.ts";
import { share } from "./picture.ts";

/** Who knocks: nobody, a dancer of no crew, one of the crew, its coach, and whose it is: the crew's lead. */
const WHO = ["nobody", "stranger", "member", "coach", "owner"] as const;
/** What is the owner's. */
interface House extends Crew {
  readonly version: string;
  /** A routine of the owner's, for the crew: slug and version. */
  readonly slug: string;
  readonly own: string;
  readonly session: string;
  /** Closed and on the board; closed and not on the board; open. */
  readonly best: string;
  readonly lazy: string;
  readonly open: string;
  readonly invite: { readonly id: string; readonly token: string };
  readonly device: string;
  readonly passkey: string;
  /** Token of the page of the best take. */
  readonly shared: string;
  /** A challenge of the owner's. */
  readonly dare: string;
}

async function house(version: string): Promise<House> {
  const crew = await crewOfThree();
  const { lead } = crew;
  const lazy = (await lead.dance(version, { frames: danced(4, 8, 0.5) })).body.take.id;
  const best = (await lead.dance(version)).body.take.id;
  const session = (await lead.post("/sessions", {})).body.id;
  const slug = `ours-${crew.id.slice(0, 8)}`;
  const own = (await upload(lead, choreographyNamed(slug), `visibility=crew&crew=${crew.id}`)).body.version;
  const { devices } = (await lead.get("/me/devices")).body;
  const open = await lead.open(version);
  const { body } = await invite(lead, crew.id, 5);
  const made = await (await Authenticator.open()).make((await lead.post("/me/passkeys/challenge", {})).body);
  const { token } = (await share(lead, best)).body;
  const passkey = (await lead.post("/me/passkeys", made)).body.id;
  const dare = (await challenge(lead, crew.id, version)).body.id;
  const theirs = {
    version,
    slug,
    own,
    session,
    best,
    lazy,
    open,
    invite: body,
    device: devices[0].id,
    passkey,
    shared: token,
    dare,
  };
  return { ...crew, ...theirs };
}

/** A way to a thing of the owner's, and what each is told, in the order of WHO; "ok" where they may. */
type Door = [route: string, told: string, knock: (who: Client, h: House) => Promise<Answer>];

const OUT = "signed-out";
const KNOWN = "dancer-exists dancer-exists dancer-exists dancer-exists";
/** Nobody was given this challenge. */
const UNASKED = { challenge: "bm90IGFza2Vk", user: { id: "bm9ib2R5" } };
const mineAlone = `${OUT} take-unknown take-unknown take-unknown ok`;
const crewOnly = `${OUT} crew-unknown ok ok ok`;
const challenged = `${OUT} challenge-unknown ok ok ok`;
const staff = `${OUT} crew-unknown crew-forbidden ok ok`;
const leadOnly = `${OUT} crew-unknown crew-forbidden crew-forbidden ok`;
const nobodyElse = Array(WHO.length).fill("operator-only").join(" ");
const own = `${OUT} ok ok ok ok`;
const anybody = "ok ok ok ok ok";
const notTheirs = `${OUT} choreography-unknown choreography-forbidden choreography-forbidden ok`;
const seen = "choreography-unknown choreography-unknown ok ok ok";
const board = ({ version }: House, more = "") => `/choreographies/${version}/sections/1/leaderboard${more}`;
const terms = ({ version, session }: House) => ({ session, version, section: 1, rate: 1, mirror: false });

const DOORS: readonly Door[] = [
  ["get /api/me", anybody, (who) => who.get("/me")],
  ["get /api/me/account", own, (who) => who.get("/me/account")],
  ["get /api/me/devices", own, (who) => who.get("/me/devices")],
  ["get /api/me/export", own, (who) => who.get("/me/export")],
  ["put /api/me/hidden", own, (who) => who.ask("PUT", "/me/hidden", { hidden: false })],
  ["patch /api/me", own, (who) => who.ask("PATCH", "/me", { name: "Mina" })],
  ["post /api/me/recovery", own, (who) => who.post("/me/recovery", {})],
  ["post /api/me/codes", own, (who) => who.post("/me/codes", {})],
  ["get /api/me/passkeys", own, (who) => who.get("/me/passkeys")],
  ["post /api/me/passkeys/challenge", own, (who) => who.post("/me/passkeys/challenge", {})],
  [
    "post /api/me/passkeys",
    `${OUT} challenge-past challenge-past challenge-past challenge-past`,
    async (who) => who.post("/me/passkeys", await (await Authenticator.open()).make(UNASKED)),
  ],
  [
    "patch /api/me/passkeys/{id}",
    `${OUT} passkey-unknown passkey-unknown passkey-unknown ok`,
    (who, h) => who.ask("PATCH", `/me/passkeys/${h.passkey}`, { name: "Mine" }),
  ],
  [
    "delete /api/me/passkeys/{id}",
    `${OUT} passkey-unknown passkey-unknown passkey-unknown ok`,
    (who, h) => who.drop(`/me/passkeys/${h.passkey}`),
  ],
  ["post /api/devices/challenge", `ok ${KNOWN}`, (who) => who.post("/devices/challenge", {})],
  [
    "post /api/devices/passkey",
    `challenge-past ${KNOWN}`,
    async (who) => who.post("/devices/passkey", await (await Authenticator.open()).use(UNASKED)),
  ],
  ["post /api/devices", `code-unknown ${KNOWN}`, (who) => who.post("/devices", { code: "X" })],
  ["post /api/dancers", `ok ${KNOWN}`, (who) => who.post("/dancers", { name: "New" })],
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
  ["get /api/me/picks", own, (who) => who.get("/me/picks")],
  [
    "put /api/me/picks/{dancer}",
    `${OUT} ok ok ok dancer-unknown`,
    (who, h) => who.ask("PUT", `/me/picks/${h.lead.id}`, {}),
  ],
  ["delete /api/me/picks/{dancer}", own, (who, h) => who.drop(`/me/picks/${h.lead.id}`)],
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
  [
    "delete /api/me/devices/{id}",
    `${OUT} device-unknown device-unknown device-unknown ok`,
    (who, h) => who.drop(`/me/devices/${h.device}`),
  ],
  ["post /api/invites/{token}", own, (who, h) => who.post(`/invites/${h.invite.token}`, {})],
  [
    "delete /api/crews/{id}",
    `${OUT} crew-unknown crew-forbidden crew-forbidden ok`,
    (who, h) => who.drop(`/crews/${h.id}`),
  ],
  ["get /api/progress", own, (who) => who.get("/progress?zone=0")],
  ["get /api/progress/takes", own, (who) => who.get("/progress/takes")],
  ["get /api/progress/choreographies/{version}", own, (who, h) => who.get(`/progress/choreographies/${h.version}`)],
  ["get /api/crews/{id}/challenges", crewOnly, (who, h) => who.get(`/crews/${h.id}/challenges`)],
  ["post /api/crews/{id}/challenges", crewOnly, (who, h) => challenge(who, h.id, h.version)],
  ["get /api/challenges/{id}", challenged, (who, h) => who.get(`/challenges/${h.dare}`)],
  [
    "delete /api/challenges/{id}",
    `${OUT} challenge-unknown crew-forbidden ok challenge-unknown`,
    (who, h) => who.drop(`/challenges/${h.dare}`),
  ],
  ["get /api/operator/rejudge", nobodyElse, (who) => who.get("/operator/rejudge")],
  ["post /api/operator/rejudge", nobodyElse, (who) => who.post("/operator/rejudge", {})],
  ["delete /api/me", own, (who) => who.drop("/me", { name: who.name })],
];

/** Knocks at doors as everybody; where something may change, in a house of its own. */
async function knockAt(doors: readonly Door[]): Promise<void> {
  const version = await publish();
  const quiet = await house(version);
  for (const [route, told, knock] of doors) {
    const h = route.startsWith("get ") ? quiet : await house(version);
    const people = { nobody: new Client(), stranger: h.stranger, member: h.member, coach: h.coach, owner: h.lead };
    const heard: string[] = [];
    for (const who of WHO) {
      const { status, body } = await knock(people[who], h);
      heard.push(status < 300 ? "ok" : (body.problem?.code ?? `${status}`));
    }
    expect([route, heard.join(" ")]).toEqual([route, told]);
  }
}

test("every door, knocked at by everybody: each is told what is theirs to know", () => knockAt(DOORS), 240_000);
test("every door of the coach's desk", () => knockAt(DESK_DOORS), 240_000);

test("no door is left out", async () => {
  const { body } = await new Client().get("/openapi.json");
  const routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect([...new Set([...DOORS, ...DESK_DOORS].map(([route]) => route))].sort()).toEqual(routes.sort());
});
