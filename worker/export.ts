import { accountOf, allSessions, takesAfter } from "./db/accounts.ts";
import { assignmentsAbout } from "./db/assignments.ts";
import { choreographiesBy } from "./db/choreographies.ts";
import { challengesBy } from "./db/crew-challenges.ts";
import { crewsOf } from "./db/crews.ts";
import { devicesOf } from "./db/devices.ts";
import { grantsBy } from "./db/grants.ts";
import { notesAfter } from "./db/my-notes.ts";
import type { Db } from "./db/open.ts";
import { passkeysOf } from "./db/passkeys.ts";
import { picksOf } from "./db/picks.ts";
import { repliesBy } from "./db/replies.ts";
import { allSheets } from "./db/rubrics.ts";
import { shareOf } from "./db/shares.ts";
import { templatesOf } from "./db/templates.ts";
import type { Asker, Bindings } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { getChoreography, getPicture, getReplay } from "./replays.ts";
import { getVoice } from "./voices.ts";

/**
 * Everything that is kept of a dancer as one JSON text: { format, exportedAt, dancer, devices, passkeys, challenges,
 * sessions, crews, picks, grants, assignments, sheets, replies, templates, choreographies, takes, notes }; each choreography
 * with its file in base64; each take with all its results, its replay's bytes, and how it is shared, with its card; each
 * note that they wrote or that lies on a take of theirs, with its voice. Written one at a time, so that any number fits.
 */
export function accountFile(env: Bindings, db: Db, dancer: Asker, at: number): ReadableStream<Uint8Array> {
  const parts = text(env, db, dancer, at);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

async function* text(env: Bindings, db: Db, { id, name }: Asker, at: number): AsyncGenerator<string, void> {
  const head = {
    format: "eightcount-account-1",
    exportedAt: at,
    dancer: { id, name, ...(await accountOf(db, id)) },
    devices: await devicesOf(db, id),
    passkeys: (await passkeysOf(db, id)).map(({ dancerId: _, ...passkey }) => passkey),
    challenges: await challengesBy(db, id),
    sessions: await allSessions(db, id),
    crews: await crewsOf(db, id),
    picks: await picksOf(db, id),
    grants: await grantsBy(db, id, at, LIMITS.grantsTold),
    assignments: await assignmentsAbout(db, id),
    sheets: await allSheets(db, id),
    replies: await repliesBy(db, id),
    templates: await templatesOf(db, id),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"choreographies":[`;
  for (const [i, { author: _, ...published }] of (await choreographiesBy(db, id, LIMITS.versionsOfDancer)).entries()) {
    const file = await getChoreography(env, published.version);
    const bytes = file ? base64(new Uint8Array(await file.arrayBuffer())) : null;
    yield `${i === 0 ? "" : ","}${JSON.stringify({ ...published, file: bytes })}`;
  }
  yield `],"takes":[`;
  let after = "";
  for (;;) {
    const rows = await takesAfter(db, id, after, LIMITS.exportTakes);
    for (const { results, ...take } of rows) {
      const file = take.replayHash === null ? null : await getReplay(env, take.id, take.replayHash);
      const replay = file ? base64(new Uint8Array(await file.arrayBuffer())) : null;
      const share = await shareOf(db, take.id, id);
      const card = share && (await getPicture(env, take.id));
      const shared = share && { ...share, card: card ? base64(new Uint8Array(await card.arrayBuffer())) : null };
      const comma = after === "" ? "" : ",";
      yield `${comma}${JSON.stringify({ ...take, replay, shared }).slice(0, -1)},"results":${results}}`;
      after = take.id;
    }
    if (rows.length < LIMITS.exportTakes) break;
  }
  yield `],"notes":[`;
  yield* noteTexts(env, db, id);
  yield "]}";
}

async function* noteTexts(env: Bindings, db: Db, dancerId: string): AsyncGenerator<string, void> {
  for (let after = ""; ; ) {
    const rows = await notesAfter(db, dancerId, after, LIMITS.exportTakes);
    for (const note of rows) {
      const file = note.voice && (await getVoice(env, note.id));
      const sound = file ? base64(new Uint8Array(await file.arrayBuffer())) : null;
      yield `${after === "" ? "" : ","}${JSON.stringify({ ...note, sound })}`;
      after = note.id;
    }
    if (rows.length < LIMITS.exportTakes) return;
  }
}

/** Bytes as text; a few thousand at a time, since each is an argument. */
function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
