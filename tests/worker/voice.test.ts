import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Bytes } from "../../worker/voice/bytes.ts";
import { voiceLength } from "../../worker/voice/length.ts";
import { codeOf, dancer } from "./client.ts";
import { desk, note, share } from "./desk.ts";
import { joined, mp4Of, oggOf, voiceOf } from "./voices.ts";

const KINDS = {
  "audio/webm": voiceOf,
  "audio/ogg": oggOf,
  "audio/mp4": (seconds: number) => mp4Of(seconds, true),
} as const;

test.each(Object.entries(KINDS))("how long a voice lasts is read out of %s", (type, make) => {
  for (const seconds of [1, 12.5, 60, 61, 300]) expect(voiceLength(make(seconds), type)).toBeCloseTo(seconds, 1);
  for (const other of Object.keys(KINDS)) if (other !== type) expect(voiceLength(make(5), other)).toBeNull();
});

test("a whole MP4 says its length itself; one with a picture, or a sound of another kind, is no voice", () => {
  expect(voiceLength(mp4Of(20, false), "audio/mp4")).toBeCloseTo(20, 3);
  expect(voiceLength(mp4Of(20, false, "vide"), "audio/mp4")).toBeNull();
  expect(voiceLength(voiceOf(5, 1), "audio/webm")).toBeNull();
  expect(voiceLength(oggOf(5, "theoraaa"), "audio/ogg")).toBeNull();
  expect(voiceLength(voiceOf(5), "audio/wav")).toBeNull();
});

test("bytes that anybody made up are refused or measured, never a fault, and soon", () => {
  const base = Object.entries(KINDS).map(([type, make]) => ({ type, bytes: make(4) }));
  const damage = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(...base), damage, fc.nat(4000), ({ type, bytes }, changes, cut) => {
      const bad = bytes.slice(0, bytes.length - (cut % bytes.length));
      for (const [at, value] of changes) bad[at % Math.max(1, bad.length)] = value;
      const seconds = voiceLength(bad, type);
      expect(seconds === null || (Number.isFinite(seconds) && seconds >= 0)).toBe(true);
    }),
    { numRuns: 400 },
  );
  for (const type of Object.keys(KINDS)) expect(voiceLength(new Uint8Array(0), type)).toBeNull();
});

test("boxes that announce more than they hold are read once, however many there are", () => {
  const box = Uint8Array.of(0, 0, 0, 16, ...new TextEncoder().encode("trun"), 0, 0, 1, 0, 255, 255, 255, 255);
  const bytes = joined([mp4Of(4, true), ...Array.from({ length: 1000 }, () => box)]);
  const read = vi.spyOn(Bytes.prototype, "number");
  try {
    expect(voiceLength(bytes, "audio/mp4")).toBeCloseTo(4, 3);
    expect(read.mock.calls.length).toBeLessThan(bytes.length);
  } finally {
    read.mockRestore();
  }
});

test("a note is spoken, heard by who may read it to the byte, spoken anew and taken away", async () => {
  const house = await desk();
  const { coach, member, take } = house;
  await share(house);
  const { id } = (await note(coach, take, { text: "", voice: true })).body;
  expect(codeOf(await member.get(`/notes/${id}/voice`))).toBe("voice-missing");
  const say = (bytes: Uint8Array, type: string, who = coach) =>
    who.ask("PUT", `/notes/${id}/voice`, bytes, { "content-type": type });
  for (const [type, make] of Object.entries(KINDS)) {
    const bytes = make(7);
    const { status, body } = await say(bytes, `${type};codecs=any`);
    expect([status, body.type], JSON.stringify(body)).toEqual([200, type]);
    expect(body.seconds).toBeCloseTo(7, 1);
    const heard = await member.get(`/notes/${id}/voice`);
    expect([...heard.body]).toEqual([...bytes]);
    expect(heard.headers.get("content-type")).toBe(type);
    expect(heard.headers.get("cache-control")).toBe("private, no-store");
  }
  expect((await member.get(`/takes/${take}/notes`)).body.notes[0].voice.type).toBe("audio/mp4");
  expect(codeOf(await say(voiceOf(2), "audio/webm", member))).toBe("note-forbidden");
  expect(codeOf(await say(voiceOf(2), "audio/webm", await dancer("Nobody")))).toBe("note-unknown");
  expect(codeOf(await coach.drop(`/notes/${id}/voice`))).toBe("note-empty");
  await coach.ask("PATCH", `/notes/${id}`, { text: "In words" });
  expect((await coach.drop(`/notes/${id}/voice`)).status).toBe(200);
  expect((await env.REPLAYS.list({ prefix: "voices/" })).objects).toEqual([]);
  expect((await member.get(`/takes/${take}/notes`)).body.notes[0].voice).toBeNull();
});

test("a voice too long, too large, of another type or none at all is refused by a sentence, and the one before stays", async () => {
  const { member, take } = await desk();
  const { id } = (await note(member, take)).body;
  const say = async (bytes: Uint8Array, type = "audio/webm") =>
    codeOf(await member.ask("PUT", `/notes/${id}/voice`, bytes, { "content-type": type }));
  const kept = voiceOf(5);
  expect(await say(kept)).toBeUndefined();
  expect(await say(voiceOf(62))).toBe("voice-too-long");
  expect(await say(oggOf(62), "audio/ogg")).toBe("voice-too-long");
  expect(await say(joined([voiceOf(5), new Uint8Array(1_500_000)]))).toBe("voice-too-long");
  for (const type of ["audio/wav", "video/webm", "text/html", "application/json"])
    expect(await say(kept, type)).toBe("voice-media-type");
  expect(await say(kept, "audio/mp4")).toBe("voice-unknown");
  expect(await say(new TextEncoder().encode("<script>alert(1)</script>"))).toBe("voice-unknown");
  expect(await say(new Uint8Array(0))).toBe("voice-unknown");
  expect([...(await member.get(`/notes/${id}/voice`)).body]).toEqual([...kept]);
  expect((await member.drop(`/notes/${id}`)).status).toBe(200);
  expect((await env.REPLAYS.list({ prefix: "voices/" })).objects).toEqual([]);
});
