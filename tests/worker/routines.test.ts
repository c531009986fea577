import { env } from "cloudflare:workers";
import * as v from "valibot";
import { expect, test } from "vitest";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { readChoreographyJson, writeChoreographyJson } from "#dance/choreo/formats/json.ts";
import { choreographiesBefore, choreographiesNamed } from "../../worker/db/choreographies.ts";
import { titleWordsOf } from "../../worker/db/title-words.ts";
import { choreographyJson } from "../../worker/schemas-format.ts";
import { Client, dancer } from "./client.ts";
import { counting } from "./counting.ts";
import { choreographyNamed, publish, upload } from "./dance.ts";

const OWNERS = 3000;

/** Thousands of routines for everybody, each with two older versions and one that is nobody else's. */
async function crowd(owner: string): Promise<void> {
  const made = Array.from({ length: OWNERS }, (_, i) => {
    const title = { en: `${i % 10 === 0 ? "Paper" : "Velvet"} Moon ${i}`, ko: `달 ${i}` };
    return {
      i,
      summary: JSON.stringify({ ...choreographyNamed(`moon-${i}`), title, keyframes: [], track: [] }),
      title,
    };
  });
  for (let from = 0; from < made.length; from += 500) {
    const some = JSON.stringify(made.slice(from, from + 500).map(({ i, summary }) => ({ i, summary })));
    const words = JSON.stringify(
      made.slice(from, from + 500).flatMap(({ i, title }) => titleWordsOf(title).map((word) => ({ i, word }))),
    );
    await env.DB.batch([
      env.DB.prepare(
        `insert into choreographies (version, slug, summary, current, published_at, owner_id, visibility)
          select printf('%060d%04d', e.value ->> 'i', v.value), 'moon-' || (e.value ->> 'i') || case v.value when 3 then 'x' else '' end,
            e.value ->> 'summary', v.value = 2, 1000 + (e.value ->> 'i'), ?1, case v.value when 3 then 'me' else 'everyone' end
          from json_each(?2) e, json_each('[0,1,2,3]') v`,
      ).bind(owner, some),
      env.DB.prepare(
        `insert into title_words (word, version, open)
          select e.value ->> 'word', printf('%060d%04d', e.value ->> 'i', v.value), v.value = 2
          from json_each(?1) e, json_each('[0,1,2,3]') v`,
      ).bind(words),
    ]);
  }
}

test("of thousands of routines a page, a further page and a search read few rows", async () => {
  const mina = await dancer();
  await crowd(mina.id);
  const { db, rows } = counting();
  const first = await choreographiesBefore(db, null, null, 25);
  expect([first.length, first[0]?.title.en, first.every(({ current }) => current)]).toEqual([
    25,
    "Velvet Moon 2999",
    true,
  ]);
  expect(rows.read).toBeLessThanOrEqual(60);
  rows.read = 0;
  const last = first[23];
  const next = await choreographiesBefore(db, null, last ? { at: last.publishedAt, version: last.version } : null, 25);
  expect(next[0]?.version).toBe(first[24]?.version);
  expect(rows.read).toBeLessThanOrEqual(80);
  rows.read = 0;
  expect(
    (await choreographiesNamed(db, null, ["paper", "mo"], 200, 24)).every(({ title }) => title.en.startsWith("Paper")),
  ).toBe(true);
  expect(rows.read).toBeLessThanOrEqual(200 * 5);
  rows.read = 0;
  expect((await choreographiesNamed(db, null, ["2990"], 200, 24)).map(({ title }) => title.en)).toEqual([
    "Paper Moon 2990",
  ]);
  expect(rows.read).toBeLessThanOrEqual(12);
  console.log("rows read of a search for one of 12,000 versions", rows.read);
});

test("pages neither repeat nor skip a routine, and a made-up cursor is told", async () => {
  const mina = await dancer();
  await crowd(mina.id);
  const seen: string[] = [];
  let next: string | null = "";
  for (let page = 0; page < 4 && next !== null; page++) {
    const { body } = await mina.get(`/routines${next ? `?after=${next}` : ""}`);
    seen.push(...body.choreographies.map((it: { title: { en: string } }) => it.title.en));
    next = body.next;
  }
  expect(seen.length).toBe(96);
  expect(new Set(seen).size).toBe(96);
  expect((await mina.get("/routines?after=x")).body.problem.code).toBe("cursor-invalid");
});

test("a title is found by the beginnings of its words, in both languages, whatever their order", async () => {
  const mina = await dancer();
  await upload(mina, { ...choreographyNamed("one"), title: { en: "Paper Moon (live)", ko: "종이 달 라이브" } });
  await upload(mina, { ...choreographyNamed("two"), title: { en: "Paper Crane", ko: "종이학" } });
  const found = async (text: string) =>
    (await new Client().get(`/routines?search=${encodeURIComponent(text)}`)).body.choreographies
      .map((it: { slug: string }) => it.slug)
      .sort();
  expect(await found("paper")).toEqual(["one", "two"]);
  expect(await found("moo pap")).toEqual(["one"]);
  expect(await found("종이 라")).toEqual(["one"]);
  expect(await found("종이")).toEqual(["one", "two"]);
  expect(await found("PAPER  cr")).toEqual(["two"]);
  for (const none of ["aper", "moon crane", "%", "' or 1=1", "***", "(((", "💃"])
    expect([none, await found(none)]).toEqual([none, []]);
});

test("the library of what comes with the page holds nobody's own", async () => {
  const version = await publish();
  const mina = await dancer();
  await upload(mina, choreographyNamed("mine"));
  const { body } = await mina.get("/choreographies");
  expect(body.choreographies.map((it: { version: string }) => it.version)).toEqual([version]);
  expect(body.choreographies[0]).toMatchObject({ author: null, mine: false, visibility: "everyone", open: true });
});

test("the published schema of our JSON says yes to what is written and no to what is not read", async () => {
  const { body, headers } = await new Client().get("/schemas/choreography-1.json");
  expect(headers.get("content-type")).toBe("application/schema+json");
  const schema = JSON.parse(new TextDecoder().decode(body));
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "http://localhost:8787/api/schemas/choreography-1.json",
    properties: { format: { const: "eightcount-choreography" }, version: { const: 1 } },
  });
  const [built] = BUILT_IN;
  const made = built && buildChoreography(built.notation);
  if (!made?.ok) throw new Error("no built-in routine");
  const whole = {
    ...choreographyNamed("whole"),
    recording: { seconds: 60, starts: -1.5, print: [0, 12, 255] },
    position: "Left",
    sections: [{ kind: "verse", from: 0, to: 16, name: "A" }],
  } as const;
  for (const one of [made.value, choreographyNamed("plain"), whole]) {
    const written = JSON.parse(writeChoreographyJson(one));
    expect(v.is(choreographyJson, written)).toBe(true);
    expect(Object.keys(written).filter((key) => !(key in schema.properties))).toEqual([]);
  }
  const good = JSON.parse(writeChoreographyJson(whole));
  const bad: Record<string, unknown>[] = [
    { format: "other" },
    { version: 2 },
    { slug: "Not A Slug" },
    { level: "brutal" },
    { counts: 0.5 },
    { tempo: { bpm: 20, firstBeat: 0 } },
    { title: { en: "only" } },
    { sections: [{ kind: "verse", from: 0, to: 8, colour: "red" }] },
    { sections: [{ kind: "solo", from: 0, to: 8 }] },
    { keyframes: [[0]] },
    { keyframes: [[0, -1]] },
    { poses: [[1, 2, 3]] },
    { recording: { seconds: 60, starts: 0, print: [256] } },
    { position: "" },
    { song: { seed: 1, key: 12, style: "house" } },
    { more: 1 },
  ];
  for (const change of bad) {
    const text = { ...good, ...change };
    expect([change, v.is(choreographyJson, text), readChoreographyJson(JSON.stringify(text)).ok]).toEqual([
      change,
      false,
      false,
    ]);
  }
});
