import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNotation } from "#dance/choreo/notation.ts";
import { printNotation } from "#dance/choreo/print.ts";
import type { Score } from "#dance/choreo/score.ts";
import { mirrorPhrase, PHRASES } from "#dance/choreo/words/lexicon.ts";
import { anyScore, HEAD, textOf } from "./scores.ts";

const withoutLines = (score: Score): Score => ({
  ...score,
  sections: score.sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({ ...line, line: 0 })),
  })),
});

function problemOf(text: string) {
  const read = parseNotation(text);
  if (read.ok) throw new Error("this text should not be danced");
  const { code, line, column, message } = read.problem;
  return { code, at: `${line}:${column}`, message };
}

test("what is printed reads back as the same score", () => {
  fc.assert(
    fc.property(anyScore, (score) => {
      const read = parseNotation(printNotation(score));
      if (!read.ok) throw new Error(`${read.problem.line}: ${read.problem.message}`);
      expect(withoutLines(read.value)).toEqual(score);
    }),
  );
});

test("no text makes the reader throw, and every problem has its place", () => {
  const pieces = fc.constantFrom(
    "1:1",
    "1:2&",
    "hit",
    "flow!",
    "hold",
    "arms",
    "left",
    "high",
    ",",
    ":",
    "\n",
    "[chorus]",
    "2 mirror 1",
    "\t",
    "é",
    "bpm:",
    "999:9",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(pieces, { maxLength: 60 }).map((list) => `${HEAD}[verse]\n${list.join(" ")}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseNotation(text);
      if (read.ok) return;
      expect(read.problem.line).toBeGreaterThanOrEqual(1);
      expect(read.problem.column).toBeGreaterThanOrEqual(1);
      expect(read.problem.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/u).length);
    }),
    { numRuns: 400 },
  );
});

test("every phrase has its mirror image, and mirrored twice it is itself", () => {
  for (const phrase of PHRASES.keys()) {
    expect(PHRASES.has(mirrorPhrase(phrase)), phrase).toBe(true);
    expect(mirrorPhrase(mirrorPhrase(phrase))).toBe(phrase);
  }
});

describe("a mistake is told with its line, its column and a way out", () => {
  test.each([
    ["an unknown word", textOf("1:1 hit arms hihg"), "phrase-unknown", "10:14", 'did you mean "high"?'],
    ["an unknown first word", textOf("1:1 hit stpe left"), "phrase-unknown", "10:9", 'did you mean "step"?'],
    ["an unfinished phrase", textOf("1:1 hit left arm"), "phrase-unknown", "10:17", "is not finished"],
    ["a phrase left out", textOf("1:1 hit arms up, , look up"), "phrase-unknown", "10:17", "missing"],
    ["an unknown manner", textOf("1:1 flwo arms up"), "manner-unknown", "10:5", 'did you mean "flow"?'],
    ["a hold that moves", textOf("1:1 hold arms up"), "line-unclear", "10:5", "hold takes no phrases"],
    ["a hit without a phrase", textOf("1:1 hit"), "line-unclear", "10:5", "what moves?"],
    [
      "a count out of order",
      textOf("1:3 hit arms up", "1:2 hit arms low"),
      "count-out-of-order",
      "11:1",
      "counts must rise",
    ],
    [
      "the same count twice",
      textOf("1:3 hit arms up", "1:3 hit arms low"),
      "count-out-of-order",
      "11:1",
      "counts must rise",
    ],
    ["a ninth count", textOf("1:9 hit arms up"), "count-unclear", "10:1", "1 to 8"],
    ["a line of prose", textOf("raise your arms"), "line-unclear", "10:1", "3:5 hit arms high"],
    ["a copy of what comes later", textOf("1:1 hit arms up", "2 mirror 3"), "copy-unclear", "11:1", "before it"],
    ["a copy of another length", textOf("1:1 hit arms up", "3-4 repeat 1"), "copy-unclear", "11:1", "same number"],
    ["too many counts", textOf("90:1 hit arms up"), "counts-too-many", "10:1", "80 eight-counts"],
    [
      "too many phrases",
      textOf(`1:1 hit ${Array(17).fill("look up").join(", ")}`),
      "phrases-too-many",
      "10:152",
      "at most 16",
    ],
    ["a line that never ends", textOf(`1:1 hit ${"arms up,".repeat(80)}`), "line-too-long", "10:601", "at most 600"],
    ["a section twice", textOf("1:1 hit arms up", "[verse]"), "section-twice", "11:1", "in line 9"],
    ["an unknown section", textOf("1:1 hit arms up", "[corus]"), "section-unknown", "11:1", 'did you mean "chorus"?'],
    ["a section without lines", textOf("", "[chorus]", "1:1 hit arms up"), "section-empty", "9:1", "no line"],
    [
      "a section in the middle of an eight-count",
      textOf("1:1 hit arms up", "[chorus]", "1:5 hit arms low"),
      "section-overlap",
      "12:1",
      "2:1 at the earliest",
    ],
    ["no section", HEAD, "section-missing", "8:1", "[chorus]"],
    [
      "a tempo nobody dances",
      textOf("1:1 hit arms up").replace("bpm: 100", "bpm: 250"),
      "bpm-out-of-range",
      "6:6",
      "60 to 200",
    ],
    [
      "a tempo in words",
      textOf("1:1 hit arms up").replace("bpm: 100", "bpm: fast"),
      "bpm-out-of-range",
      "6:6",
      "60 to 200",
    ],
    [
      "an unknown level",
      textOf("1:1 hit arms up").replace("level: easy", "level: eazy"),
      "level-unknown",
      "5:8",
      'did you mean "easy"?',
    ],
    ["an unknown head line", `titel: A\n${HEAD}`, "head-unknown", "1:1", 'did you mean "title"?'],
    ["a head line twice", `bpm: 90\n${HEAD}`, "head-twice", "7:1", "in line 1"],
    [
      "a head line left out",
      textOf("1:1 hit arms up").replace("about.ko: 시험이에요.\n", ""),
      "head-missing",
      "8:1",
      "about.ko",
    ],
    [
      "a song in an unknown style",
      textOf("1:1 hit arms up").replace("bubblegum", "bubblegun"),
      "song-unknown",
      "7:7",
      'did you mean "bubblegum"?',
    ],
    ["a text too long", "x".repeat(100_001), "text-too-long", "1:1", "100000"],
  ])("%s", (_, text, code, at, says) => {
    const problem = problemOf(text);
    expect({ code: problem.code, at: problem.at }).toEqual({ code, at });
    expect(problem.message).toContain(says);
  });
});

test("capitals, comments, blank lines and any line ends are fine", () => {
  const read = parseNotation(
    textOf("# warm up", "", "1:1  HIT!  Left Arm High,  knees   BENT").replaceAll("\n", "\r\n"),
  );
  expect(read.ok && read.value.sections[0]?.lines).toEqual([
    { type: "beat", count: 0, manner: "hit", accent: true, phrases: ["left arm high", "knees bent"], line: 12 },
  ]);
});
