import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { SECTION_KINDS } from "#dance/choreo/choreography.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { readCoco, writeCoco } from "#dance/choreo/formats/coco.ts";
import { readCsv, writeCsv } from "#dance/choreo/formats/csv.ts";
import type { Foreign } from "#dance/choreo/formats/foreign.ts";
import { readChoreographyJson, writeChoreographyJson } from "#dance/choreo/formats/json.ts";
import { readOpenPose } from "#dance/choreo/formats/openpose.ts";
import { readWebVtt, writeWebVtt } from "#dance/choreo/formats/webvtt.ts";
import type { Outcome } from "#dance/outcome.ts";
import { inPictureHeights } from "#dance/pose/heights.ts";
import { AT, KEYPOINTS } from "#dance/pose/keypoints.ts";
import type { Pose, Track } from "#dance/pose/pose.ts";
import { routine } from "../../../fixtures/performance.ts";

const opened = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "ok" : outcome.problem.code);
const remarked = (foreign: Foreign) => Object.fromEntries(foreign.remarks.map(({ code, count }) => [code, count]));
const dance = routine(0);
const track: Track = dance.track.slice(0, 90);
const measured = inPictureHeights(track);

/** Greatest difference of any coordinate or confidence between two tracks. */
const apart = (a: Track, b: Track): number => {
  expect(a.length).toBe(b.length);
  return Math.max(...a.flatMap(({ pose }, i) => Array.from(pose, (v, at) => Math.abs(v - (b[i]?.pose[at] ?? 99)))));
};

describe("a routine as JSON", () => {
  test.each(BUILT_IN)("$slug comes back with the same bytes, so it is the same version", ({ notation }) => {
    const choreography = opened(buildChoreography(notation));
    const back = opened(readChoreographyJson(writeChoreographyJson(choreography)));
    expect(encodeChoreography(back)).toEqual(encodeChoreography(choreography));
  });

  test("hostile text is refused with a code, whatever was changed in it", () => {
    const text = writeChoreographyJson(dance);
    const change = (edit: (root: Record<string, unknown>) => void) => {
      const root = JSON.parse(text);
      edit(root);
      return codeOf(readChoreographyJson(JSON.stringify(root)));
    };
    expect(change(() => undefined)).toBe("ok");
    expect(codeOf(readChoreographyJson(text.slice(0, -9)))).toBe("not-json");
    expect(change((root) => Object.assign(root, { version: 2 }))).toBe("not-this-format");
    expect(change((root) => Object.assign(root, { tempo: { bpm: 1e9, firstBeat: 0 } }))).toBe("not-this-format");
    expect(change((root) => Object.assign(root, { extra: 1 }))).toBe("not-this-format");
    expect(change((root) => Object.assign(root, { poses: [] }))).toBe("no-poses");
    expect(change((root) => Object.assign(root, { track: { times: [0, 0], frames: [] } }))).toBe("not-this-format");
    expect(change((root) => ((root.poses as unknown[])[0] = [null]))).toBe("not-this-format");
  });

  test("any JSON at all is an outcome", () => {
    fc.assert(fc.property(fc.json(), (text) => codeOf(readChoreographyJson(text)) !== "ok"));
  });
});

describe("keypoints of others", () => {
  test("COCO: what is written is read again", () => {
    const back = opened(readCoco(writeCoco(track), 30));
    expect(apart(back.track, measured)).toBeLessThan(0.001);
    expect(back.remarks).toEqual([]);
  });

  test("COCO results without frames a second are read at 30, and it is said", () => {
    const results = track.map(({ pose }, i) => ({ image_id: i, category_id: 1, keypoints: [...pose], score: 0.9 }));
    const back = opened(readCoco(JSON.stringify(results), null));
    expect(remarked(back)).toEqual({ "rate-assumed": 30 });
    expect(back.track[30]?.time).toBeCloseTo(1);
  });

  test("COCO labels 0, 1, 2 are unseen, guessed, seen", () => {
    const numbers = KEYPOINTS.flatMap((_, k) => [k * 10, k * 20, k % 3]);
    const [frame] = opened(readCoco(JSON.stringify([{ image_id: 1, keypoints: numbers }]), 30)).track;
    expect([0, 1, 2].map((k) => frame?.pose[k * 3 + 2])).toEqual([0, 0.5, 1]);
  });

  test("COCO with points of its own names: ours are found, the others are told of", () => {
    const keypoints = ["Left Wrist", "neck", "nose"];
    const body = { image_id: 4, keypoints: [10, 20, 0.8, 1, 1, 1, 30, 5, 0.7] };
    const back = opened(readCoco(JSON.stringify({ annotations: [body], categories: [{ keypoints }] }), 25));
    expect(remarked(back)).toEqual({ "points-missing": 15, "points-extra": 1 });
    expect(back.track[0]?.pose[AT.left_wrist * 3 + 2]).toBeCloseTo(0.8);
  });

  test("of two people the larger is followed, through frames in which they are listed in another order", () => {
    const shifted = (pose: Pose) => pose.map((v, at) => (at % 3 === 0 ? v * 0.4 + 2 : at % 3 === 1 ? v * 0.4 : v));
    const body = (i: number, pose: Pose) => ({ image_id: i, keypoints: [...pose] });
    const people = track.flatMap(({ pose }, i) => {
      const both = [body(i, pose), body(i, shifted(pose))];
      return i % 2 ? both : both.reverse();
    });
    const back = opened(readCoco(JSON.stringify(people), 30));
    expect(apart(back.track, measured)).toBeLessThan(0.001);
    expect(remarked(back)).toEqual({ "others-left-out": 1 });
  });

  test("OpenPose: 25 points, files in any order, a frame without anybody", () => {
    const names = { nose: 0, right_wrist: 4, left_wrist: 7, right_hip: 9, left_hip: 12, right_ankle: 11, left_ear: 18 };
    const file = (n: number, seen = true) => {
      const numbers = new Array(75).fill(0);
      for (const [name, i] of Object.entries(names))
        numbers.splice(i * 3, 3, 100 + i + n, 50 * (name === "nose" ? 1 : 4), 0.9);
      return {
        name: `clip_${String(n).padStart(12, "0")}_keypoints.json`,
        text: JSON.stringify({ version: 1.3, people: seen ? [{ pose_keypoints_2d: numbers }] : [] }),
      };
    };
    const back = opened(readOpenPose([file(2), file(10, false), file(1)], 24));
    expect(back.track.map(({ time }) => time)).toEqual([0, 1 / 24, 2 / 24]);
    expect(remarked(back)).toEqual({ "points-extra": 8, "frames-empty": 1 });
    const [first, second, third] = back.track.map(({ pose }) => pose);
    expect(first?.[AT.left_ear * 3 + 2]).toBeCloseTo(0.9);
    expect((second?.[AT.nose * 3] ?? 0) > (first?.[AT.nose * 3] ?? 0)).toBe(true);
    expect(third?.every((value, at) => at % 3 !== 2 || value === 0)).toBe(true);
  });

  test("CSV: what is written is read again", () => {
    const back = opened(readCsv(writeCsv(track), null));
    expect(apart(back.track, measured)).toBeLessThan(0.001);
    expect(back.remarks).toEqual([]);
  });

  test("CSV of others: semicolons, decimal commas, a frame number, points that we don't know", () => {
    const text =
      "frame;left_wrist.x;left_wrist.y;left_wrist.score;neck_x;neck_y;neck_c;nose_x;nose_y\n0;1,5;2;0,9;0;0;1;1;1\n25;1,6;3;0,9;0;0;1;1;;\n";
    const back = opened(readCsv(text, 25));
    expect(back.track.map(({ time }) => time)).toEqual([0, 1]);
    expect(remarked(back)).toEqual({ "points-missing": 15, "points-extra": 1 });
    expect(back.track[0]?.pose[AT.left_wrist * 3 + 2]).toBeCloseTo(0.9);
    expect(back.track[1]?.pose[AT.nose * 3 + 2]).toBe(0);
  });

  test("what is none of these is told by its code", () => {
    expect(codeOf(readCoco("{", 30))).toBe("not-json");
    expect(codeOf(readCoco("{}", 30))).toBe("not-this-format");
    expect(codeOf(readCoco("[]", 30))).toBe("no-poses");
    expect(codeOf(readOpenPose([], 30))).toBe("no-poses");
    expect(codeOf(readOpenPose([{ name: "a.json", text: "[]" }], 30))).toBe("not-this-format");
    expect(codeOf(readCsv("a,b\n1,2\n", 30))).toBe("columns-missing");
    expect(codeOf(readCsv("time,nose_x,nose_y\n", 30))).toBe("no-poses");
  });

  test("no text at all makes a reader throw", () => {
    const texts = fc.oneof(fc.json(), fc.string(), fc.stringMatching(/^WEBVTT[\s\S]*$/));
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [readCoco, readCsv]) read(text, null);
        readOpenPose([{ name: text, text }], null);
        readWebVtt(text, dance.tempo, dance.counts);
      }),
    );
  });
});

describe("sections as WebVTT", () => {
  const tempo = { bpm: 104, firstBeat: 1.2 };
  const sections = fc
    .array(fc.record({ kind: fc.constantFrom(...SECTION_KINDS), long: fc.integer({ min: 1, max: 64 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    .map((list) => {
      let at = 0;
      return list.map(({ kind, long }) => {
        at += long;
        return { kind, from: at - long, to: at };
      });
    });

  test("what is written is read again", () => {
    fc.assert(
      fc.property(sections, (list) => {
        const back = opened(readWebVtt(writeWebVtt(list, tempo), tempo, 9 * 64));
        expect(back).toEqual({ sections: list, unnamed: [] });
      }),
    );
  });

  test("chapters of others: names with numbers, without hours, over each other, beyond the end", () => {
    const text =
      "WEBVTT\n\nNOTE made by hand\n\n00:01.200 --> 00:05.815 align:start\nPre Chorus 2\n\n00:05.000 --> 00:20.000\nhook\n";
    const back = opened(readWebVtt(text, tempo, 16));
    expect(back.sections).toEqual([
      { kind: "pre-chorus", from: 0, to: 8 },
      { kind: "verse", from: 8, to: 16 },
    ]);
    expect(back.unnamed).toEqual(["hook"]);
  });

  test("a section's name may speak of another: the kind before it counts", () => {
    const named = [
      { kind: "verse", from: 0, to: 8, name: "Chorus answer" },
      { kind: "pre-chorus", from: 8, to: 12, name: "Dance break to come" },
    ] as const;
    expect(opened(readWebVtt(writeWebVtt(named, tempo), tempo, 16))).toEqual({ sections: named, unnamed: [] });
    const text = "WEBVTT\n\n00:01.200 --> 00:05.815\nVerse before the chorus\n";
    expect(opened(readWebVtt(text, tempo, 8)).sections[0]?.kind).toBe("verse");
  });

  test("a file without chapters is told", () => {
    expect(codeOf(readWebVtt("hello", tempo, 8))).toBe("not-this-format");
    expect(codeOf(readWebVtt("WEBVTT\n", tempo, 8))).toBe("no-sections");
  });
});
