import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { LIMITS } from "../../worker/limits.ts";
import { Client, codeOf, count, dancer } from "./client.ts";
import { upload } from "./dance.ts";
import { paperMoon } from "./paper-moon.ts";

test("hostile bytes are refused with a reason, and nothing is kept of them", async () => {
  const mina = await dancer();
  const good = paperMoon();
  const whole = encodeChoreography(good);
  const verse = { kind: "verse", from: 0, to: 8 } as const;
  const made: [string, Choreography][] = [
    ["title-empty", { ...good, title: { en: "\u200b \u00a0", ko: "달" } }],
    ["title-too-long", { ...good, title: { en: "Moon", ko: "달".repeat(61) } }],
    ["title-characters", { ...good, title: { en: "Moon\u202e", ko: "달" } }],
    ["title-characters", { ...good, title: { en: "Mo\u0000on", ko: "달" } }],
    ["about-too-long", { ...good, about: { en: "x".repeat(501), ko: "" } }],
    ["about-characters", { ...good, about: { en: "a\nb", ko: "" } }],
    ["sections-none", { ...good, sections: [] }],
    [
      "sections-many",
      { ...good, counts: 80, sections: Array.from({ length: 65 }, (_, i) => ({ ...verse, from: i, to: i + 1 })) },
    ],
    ["sections-overlap", { ...good, sections: [verse, { ...verse, from: 7, to: 16 }] }],
    [
      "section-names",
      {
        ...good,
        sections: [
          { ...verse, name: "Drop" },
          { ...verse, from: 8, to: 16, name: " drop " },
        ],
      },
    ],
    ["section-names", { ...good, sections: [{ ...verse, name: " " }] }],
    ["position-names", { ...good, position: "\u3164" }],
    ["keyframes-few", { ...good, keyframes: good.keyframes.slice(0, 1) }],
    ["track-short", { ...good, track: good.track.slice(0, 150) }],
    ["track-short", { ...good, track: good.track.filter(({ time }) => time < 2 || time > 4) }],
    ["choreography-long", { ...good, counts: 4000 }],
    ["choreography-invalid", { ...good, tempo: { bpm: Number.NaN, firstBeat: 0 } }],
    [
      "choreography-invalid",
      { ...good, keyframes: good.keyframes.map((it) => ({ ...it, weight: Number.POSITIVE_INFINITY })) },
    ],
    ["choreography-invalid", { ...good, counts: 1e9 }],
    ["choreography-invalid", { ...good, slug: "../paper" }],
    ["choreography-invalid", { ...good, position: "a\u0007b" }],
    ["choreography-invalid", { ...good, sections: [{ ...verse, name: "x".repeat(61) }] }],
  ];
  for (const [code, one] of made)
    expect([code, codeOf(await upload(mina, one, "visibility=me"))]).toEqual([code, code]);
  const bytes: [string, Uint8Array][] = [
    ["choreography-invalid", new Uint8Array()],
    ["choreography-invalid", new TextEncoder().encode("no choreography at all")],
    ["choreography-invalid", whole.slice(0, whole.length - 3)],
    ["choreography-invalid", Uint8Array.from([...whole, 0])],
    ["choreography-invalid", twiceNamed(whole)],
    ["choreography-invalid", announcing(whole)],
    ["too-large", new Uint8Array(LIMITS.choreographyBytes + 1)],
  ];
  for (const [code, one] of bytes)
    expect([code, codeOf(await upload(mina, one, "visibility=me"))]).toEqual([code, code]);
  expect(codeOf(await upload(mina, whole, "visibility=friends"))).toBe("input-invalid");
  expect(codeOf(await upload(mina, whole, "visibility=crew&crew=nobody"))).toBe("crew-unknown");
  expect(codeOf(await mina.ask("POST", "/choreographies?visibility=me", whole))).toBe("choreography-media-type");
  expect(codeOf(await upload(new Client(), whole))).toBe("signed-out");
  expect(await count("choreographies")).toBe(0);
  expect((await env.REPLAYS.list()).objects).toEqual([]);
});

/** The same choreography with a key of its head written twice, so that another value hides behind the one that is read. */
function twiceNamed(bytes: Uint8Array): Uint8Array {
  const text = String.fromCharCode(...bytes.subarray(9));
  const head = `{"slug":"hidden",${text.slice(1)}`;
  const out = new Uint8Array(9 + head.length);
  out.set(bytes.subarray(0, 9));
  for (let i = 0; i < head.length; i++) out[9 + i] = head.charCodeAt(i);
  new DataView(out.buffer).setUint32(
    5,
    new DataView(bytes.buffer).getUint32(5, true) + '"slug":"hidden",'.length,
    true,
  );
  return out;
}

/** A head that announces more than there is. */
function announcing(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  new DataView(out.buffer).setUint32(5, 0xffffffff, true);
  return out;
}
