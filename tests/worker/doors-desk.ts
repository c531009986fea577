// The coach's desk among the doors: the coach reviews a take of the owner's, with a note, a reply and a voice.
import type { Answer, Client } from "./client.ts";
import { note } from "./desk.ts";
import { crewOnly, type Door, type House, OUT, own } from "./house.ts";
import { voiceOf } from "./voices.ts";

interface Desk {
  readonly grant: string;
  readonly note: string;
  readonly reply: string;
  readonly assignment: string;
}
const DAY_MS = 86_400_000;
const VOICE = { "content-type": "audio/webm" };
const RUBRIC = { criteria: [{ name: "Lines", levels: ["a", "b", "c", "d"] }] };
const grant = (who: Client, h: House, scope: object) =>
  who.post("/me/grants", { crew: h.id, coach: h.coach.id, until: Date.now() + DAY_MS, ...scope });
const assign = (who: Client, h: House) =>
  who.post(`/crews/${h.id}/assignments`, {
    ...{ dancer: null, version: h.version, section: 1, rate: 1, target: 1 },
    dueAt: Date.now() + DAY_MS,
  });

const desks = new WeakMap<House, Promise<Desk>>();
/** The desk of a house, laid out at the first knock. */
function deskOf(h: House): Promise<Desk> {
  const laid = desks.get(h) ?? layOut(h);
  desks.set(h, laid);
  return laid;
}
async function layOut(h: House): Promise<Desk> {
  const given = (await grant(h.lead, h, { scope: "take", take: h.lazy })).body.id;
  const { id } = (await note(h.coach, h.lazy)).body;
  await h.coach.ask("PUT", `/notes/${id}/voice`, voiceOf(1), VOICE);
  const reply = (await h.coach.post(`/notes/${id}/replies`, { text: "And again" })).body.id;
  await h.coach.ask("PUT", `/crews/${h.id}/rubric`, RUBRIC);
  return { grant: given, note: id, reply, assignment: (await assign(h.lead, h)).body.id };
}

const staff = `${OUT} crew-unknown crew-forbidden ok ok`;
const reviewers = `${OUT} take-unknown take-unknown ok ok`;
const readers = `${OUT} note-unknown note-unknown ok ok`;
const author = `${OUT} note-unknown note-unknown ok note-forbidden`;
const ofNote = (ask: (who: Client, path: string) => Promise<Answer>) => async (who: Client, h: House) =>
  ask(who, `/notes/${(await deskOf(h)).note}`);
const ofTake = (ask: (who: Client, path: string, h: House) => Promise<Answer>) => async (who: Client, h: House) => {
  await deskOf(h);
  return ask(who, `/takes/${h.lazy}`, h);
};

export const DESK_DOORS: readonly Door[] = [
  ["post /api/me/grants", `${OUT} crew-unknown ok coach-unknown ok`, (who, h) => grant(who, h, { scope: "practice" })],
  ["get /api/me/grants", own, (who) => who.get("/me/grants")],
  [
    "delete /api/me/grants/{id}",
    `${OUT} grant-unknown grant-unknown ok grant-unknown`,
    async (who, h) => who.drop(`/me/grants/${(await deskOf(h)).grant}`),
  ],
  [
    "get /api/crews/{id}/members/{dancer}/takes",
    staff,
    (who, h) => who.get(`/crews/${h.id}/members/${h.lead.id}/takes`),
  ],
  ["get /api/takes/{id}/notes", reviewers, ofTake((who, take) => who.get(`${take}/notes`))],
  ["post /api/takes/{id}/notes", reviewers, ofTake((who, _, h) => note(who, h.lazy))],
  ["get /api/notes/{id}", readers, ofNote((who, note) => who.get(note))],
  ["patch /api/notes/{id}", readers, ofNote((who, note) => who.ask("PATCH", note, { done: true }))],
  ["patch /api/notes/{id}", author, ofNote((who, note) => who.ask("PATCH", note, { text: "Lower" }))],
  ["delete /api/notes/{id}", `${OUT} note-unknown note-unknown ok note-unknown`, ofNote((who, note) => who.drop(note))],
  ["post /api/notes/{id}/replies", readers, ofNote((who, note) => who.post(`${note}/replies`, { text: "Yes" }))],
  [
    "delete /api/replies/{id}",
    `${OUT} reply-unknown reply-unknown ok reply-unknown`,
    async (who, h) => who.drop(`/replies/${(await deskOf(h)).reply}`),
  ],
  ["put /api/notes/{id}/voice", author, ofNote((who, note) => who.ask("PUT", `${note}/voice`, voiceOf(2), VOICE))],
  ["get /api/notes/{id}/voice", readers, ofNote((who, note) => who.get(`${note}/voice`))],
  ["delete /api/notes/{id}/voice", author, ofNote((who, note) => who.drop(`${note}/voice`))],
  ["get /api/me/notes", own, (who) => who.get("/me/notes")],
  ["get /api/me/templates", own, (who) => who.get("/me/templates")],
  ["put /api/me/templates", own, (who) => who.ask("PUT", "/me/templates", { templates: ["Again"] })],
  ["get /api/crews/{id}/assignments", crewOnly, (who, h) => who.get(`/crews/${h.id}/assignments`)],
  ["post /api/crews/{id}/assignments", staff, (who, h) => assign(who, h)],
  [
    "patch /api/assignments/{id}",
    `${OUT} assignment-unknown crew-forbidden crew-forbidden ok`,
    async (who, h) => who.ask("PATCH", `/assignments/${(await deskOf(h)).assignment}`, { target: 2 }),
  ],
  [
    "delete /api/assignments/{id}",
    `${OUT} assignment-unknown crew-forbidden ok assignment-unknown`,
    async (who, h) => who.drop(`/assignments/${(await deskOf(h)).assignment}`),
  ],
  ["get /api/me/assignments", own, (who) => who.get("/me/assignments")],
  ["get /api/crews/{id}/class", staff, (who, h) => who.get(`/crews/${h.id}/class`)],
  ["get /api/crews/{id}/rubric", crewOnly, (who, h) => who.get(`/crews/${h.id}/rubric`)],
  ["put /api/crews/{id}/rubric", staff, (who, h) => who.ask("PUT", `/crews/${h.id}/rubric`, RUBRIC)],
  ["get /api/takes/{id}/rubric", reviewers, ofTake((who, take) => who.get(`${take}/rubric`))],
  [
    "put /api/takes/{id}/rubric",
    `${OUT} take-unknown take-unknown ok rubric-missing`,
    ofTake((who, take, h) => who.ask("PUT", `${take}/rubric`, { crew: h.id, levels: [0] })),
  ],
];
