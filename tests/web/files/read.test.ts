import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { setText } from "#dance/choreo/edit/head.ts";
import { setWeight } from "#dance/choreo/edit/keyframes.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { writeCoco } from "#dance/choreo/formats/coco.ts";
import { writeCsv } from "#dance/choreo/formats/csv.ts";
import { writeChoreographyJson } from "#dance/choreo/formats/json.ts";
import { notationOf } from "#dance/choreo/formats/kept-notation.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { openFiles } from "../../../web/files/thread/read.ts";
import { lantern, draft as lanternDraft } from "../../dance/choreo/edit/drafts.ts";

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const open = async (...files: File[]) => {
  const opened = await openFiles(files, null);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
};
const problem = async (...files: File[]) => {
  const opened = await openFiles(files, null);
  return opened.ok ? null : opened.problem.code;
};
/** A frame as OpenPose writes it, its 25 points at one place. */
const frame = (x: number) =>
  JSON.stringify({
    people: [{ pose_keypoints_2d: Array.from({ length: 25 }, (_, k) => [x + k, k * 10, 0.9]).flat() }],
  });

describe("a routine comes in", () => {
  test("as our JSON, and as the file of a version, and is the same version again", async () => {
    const json = await open(file("lantern.json", writeChoreographyJson(lantern)));
    const bytes = await open(file("lantern.8cch", encodeChoreography(lantern) as Uint8Array<ArrayBuffer>));
    for (const { draft } of [json, bytes]) {
      expect(draft.positions[0]?.keyframes.length).toBe(lantern.keyframes.length);
      expect(draft.tempo).toEqual(lantern.tempo);
    }
  });

  test("as notation, and goes out as notation until its poses are changed", async () => {
    const text = BUILT_IN[0]?.notation ?? "";
    const { draft } = await open(file("lantern.txt", text));
    const renamed = setText(draft, "title", "en", "Paper Moon");
    expect(notationOf(renamed)).toContain("title: Paper Moon");
    const again = await open(file("again.txt", notationOf(renamed) ?? ""));
    expect(choreographyOf({ ...again.draft, id: draft.id }, 0)).toEqual(choreographyOf(renamed, 0));
    const count = draft.positions[0]?.keyframes[0]?.count ?? 0;
    expect(notationOf(setWeight(draft, 0, count, 3))).toBeNull();
  });

  test("as COCO and as CSV: a track whose counts are still to be found, named after its file", async () => {
    const coco = await open(file("moon.json", writeCoco(lantern.track)));
    const csv = await open(file("dir/sun.csv", writeCsv(lantern.track)));
    expect([coco.draft.title.en, csv.draft.title.en]).toEqual(["moon", "sun"]);
    for (const { draft } of [coco, csv]) {
      expect(draft.tempo).toBeNull();
      expect(draft.positions[0]?.track.length).toBe(lantern.track.length);
    }
    expect(coco.remarks).toEqual([{ code: "rate-assumed", count: 30 }]);
  });

  test("as OpenPose in a zip or as many files, hidden ones left out, and what was done is told", async () => {
    const names = ["a_000000000000_keypoints.json", "a_000000000001_keypoints.json", "a_000000000002_keypoints.json"];
    const zip = zipSync({
      ...Object.fromEntries(names.map((name, i) => [name, strToU8(frame(i))])),
      "__MACOSX/._a_000000000000_keypoints.json": strToU8("no"),
      "readme.md": strToU8("# poses"),
    });
    const zipped = await open(file("moon.zip", zip as Uint8Array<ArrayBuffer>));
    const many = await open(...names.map((name, i) => file(name, frame(i))));
    expect(zipped.draft.positions[0]?.track).toEqual(many.draft.positions[0]?.track);
    expect(zipped.draft.positions[0]?.track.length).toBe(3);
    expect(zipped.remarks.map(({ code }) => code)).toEqual(["points-extra", "rate-assumed"]);
    expect((await open(file(names[0] as string, frame(1)))).draft.positions[0]?.track.length).toBe(1);
  });
});

test("how much of large files is read is told on the way, and a letter between two pieces is whole", async () => {
  const long = `left_wrist_x,left_wrist_y\n${"0.5,0.5,가\n".repeat(700_000)}`;
  const shares: number[] = [];
  await openFiles([file("long.csv", long)], null, "", (share) => shares.push(share));
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

describe("our own files", () => {
  test("say which routine they are a version of, and go on as the very same version of it", async () => {
    const published = choreographyOf(lanternDraft, 0);
    if (!published.ok) throw new Error(published.problem.message);
    const { draft, slug } = await open(file("lantern.json", writeChoreographyJson(published.value)));
    expect(slug).toBe(published.value.slug);
    const again = choreographyOf({ ...draft, slug: published.value.slug }, 0);
    expect(again.ok && encodeChoreography(again.value)).toEqual(encodeChoreography(published.value));
    expect((await open(file("moon.csv", writeCsv(lantern.track)))).slug).toBeNull();
  });
});

describe("what cannot be opened is said", () => {
  test("nothing, a broken zip, a renamed picture, JSON of something else, a routine that breaks its rules", async () => {
    expect(await problem(file("empty.json"))).toBe("file-empty");
    expect(await problem(file("broken.zip", "PK\u0003\u0004 and then nothing"))).toBe("zip-damaged");
    expect(await problem(file("other.json", '{"hello": [1, 2]}'))).toBe("not-this-format");
    expect(await problem(file("cut.json", writeCoco(lantern.track).slice(0, 5000)))).toBe("not-json");
    expect(await problem(file("text.csv", "a,b\n1,2\n"))).toBe("columns-missing");
    expect(await problem(file("moves.txt", "title: Moon\n\n[verse]\n1:1 hit moonwalk"))).toMatch(
      /head-missing|phrase-unknown/,
    );
    expect(await problem(file("picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])))).toBe(
      "not-this-format",
    );
  });

  test("a text that is no notation is none of our formats; one that is nearly notation is told its line", async () => {
    const words = "Shopping\n- milk\n12:30 lunch with Mina\nnote: bring water\n[later] call home\n";
    for (const name of ["list.txt", "dance.mp4", "list.8cch"])
      expect(await problem(file(name, words))).toBe("not-this-format");
    expect(await problem(file("notes.txt", "\n# only a remark\n"))).toBe("not-this-format");
    for (const line of ["[chorus]", "level: easy", "3 mirror 1", "1:1 hit moonwalk"]) {
      const read = await openFiles([file("mine.txt", `what I dance\n${line}\n`)], null);
      expect(read).toMatchObject({ ok: false, problem: { code: "line-unclear", line: 1 } });
    }
  });

  test("a file that was moved away since it was chosen", async () => {
    const gone = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    const moved = Object.assign(file("moon.csv", "a,b"), { slice: () => ({ size: 3, text: gone, arrayBuffer: gone }) });
    expect(await problem(moved)).toBe("file-unreadable");
  });

  test("a small zip that holds more than any device has is not unpacked", async () => {
    const zip = zipSync({ "a.json": new Uint8Array(2_000_000) });
    const { unzip } = await import("../../../web/files/thread/zip.ts");
    const inside = await unzip(new Blob([zip as Uint8Array<ArrayBuffer>]), 1_000_000);
    expect(inside).toMatchObject({ ok: false, problem: { code: "zip-too-large" } });
  });
});
