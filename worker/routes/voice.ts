import { Hono } from "hono";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { allowedInThread, type InThread, readersOnly } from "../auth/thread.ts";
import { atMost } from "../body.ts";
import { setVoice } from "../db/notes.ts";
import { describe, valid } from "../describe.ts";
import { now } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { ended } from "../schemas-crews.ts";
import { voiceKept } from "../schemas-notes.ts";
import { voiceLength, voiceType } from "../voice/length.ts";
import { dropVoice, getVoice, putVoice } from "../voices.ts";

const NOTE = ["signed-out", "note-unknown", "input-invalid"] as const;

/** The voice of a note: what a coach says instead of writing. */
export const voice = new Hono<InThread>()
  .put(
    "/notes/:id/voice",
    describe({
      summary: "Speak a note of mine, 60 seconds at most, as webm, mp4 or ogg; again replaces it",
      takes: "audio/webm",
      reply: voiceKept,
      problems: [
        ...NOTE,
        ...(["note-forbidden", "quota-reached", "voice-media-type", "voice-unknown", "voice-too-long"] as const),
      ],
    }),
    dancersOnly,
    withinQuota("voices"),
    atMost(LIMITS.voiceBytes, "voice-too-long"),
    valid("param", byId),
    readersOnly,
    async (c) => {
      const { asker, db, note, review } = c.var;
      if (!allowedInThread(review.own, asker.id, note.by.id, "edit-note")) return problem(c, "note-forbidden");
      const type = voiceType(c.req.header("content-type"));
      if (!type) return problem(c, "voice-media-type");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const seconds = voiceLength(bytes, type);
      if (seconds === null) return problem(c, "voice-unknown");
      if (seconds > LIMITS.voiceSeconds) return problem(c, "voice-too-long");
      await putVoice(c.env, note.id, bytes);
      const kept = { type, seconds: Math.round(seconds * 10) / 10 };
      if (await setVoice(db, note.id, kept, now())) return c.json(kept, 200);
      await dropVoice(c.env, note.id); // the note went in the meantime
      return problem(c, "note-unknown");
    },
  )
  .get(
    "/notes/:id/voice",
    describe({ summary: "Hear a note that I may read", reply: "audio/webm", problems: [...NOTE, "voice-missing"] }),
    dancersOnly,
    valid("param", byId),
    readersOnly,
    async (c) => {
      const { note } = c.var;
      const file = note.voice && (await getVoice(c.env, note.id));
      if (!note.voice || !file) return problem(c, "voice-missing");
      return c.body(file.body, 200, { "content-type": note.voice.type, "cache-control": "private, no-store" });
    },
  )
  .delete(
    "/notes/:id/voice",
    describe({
      summary: "Take the voice of a note of mine away",
      reply: ended,
      problems: [...NOTE, "note-forbidden", "note-empty"],
    }),
    dancersOnly,
    valid("param", byId),
    readersOnly,
    async (c) => {
      const { asker, db, note, review } = c.var;
      if (!allowedInThread(review.own, asker.id, note.by.id, "edit-note")) return problem(c, "note-forbidden");
      if (note.text === "" && !note.drawing?.length) return problem(c, "note-empty");
      await setVoice(db, note.id, null, now());
      await dropVoice(c.env, note.id);
      return c.json({ ended: true }, 200);
    },
  );
