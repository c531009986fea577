// The doors of the API: who one is, devices and passkeys, what is one's own.
import { Authenticator } from "./authenticator.ts";
import { anybody, type Door, OUT, own, WHO } from "./house.ts";

const KNOWN = "dancer-exists dancer-exists dancer-exists dancer-exists";
/** Nobody was given this challenge. */
const UNASKED = { challenge: "bm90IGFza2Vk", user: { id: "bm9ib2R5" } };
const nobodyElse = Array(WHO.length).fill("operator-only").join(" ");

export const ACCOUNT_DOORS: readonly Door[] = [
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
  ["get /api/me/picks", own, (who) => who.get("/me/picks")],
  [
    "put /api/me/picks/{dancer}",
    `${OUT} ok ok ok dancer-unknown`,
    (who, h) => who.ask("PUT", `/me/picks/${h.lead.id}`, {}),
  ],
  ["delete /api/me/picks/{dancer}", own, (who, h) => who.drop(`/me/picks/${h.lead.id}`)],
  [
    "delete /api/me/devices/{id}",
    `${OUT} device-unknown device-unknown device-unknown ok`,
    (who, h) => who.drop(`/me/devices/${h.device}`),
  ],
  ["get /api/operator/rejudge", nobodyElse, (who) => who.get("/operator/rejudge")],
  ["post /api/operator/rejudge", nobodyElse, (who) => who.post("/operator/rejudge", {})],
  ["delete /api/me", own, (who) => who.drop("/me", { name: who.name })],
];
