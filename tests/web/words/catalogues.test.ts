import { expect, test } from "vitest";
import { REPLAY_PROBLEMS } from "#dance/replay/codec.ts";
import { en } from "../../../web/words/en.ts";
import { problemSentence, wordsIn } from "../../../web/words/index.ts";
import { ko } from "../../../web/words/ko.ts";

const attempt = (say: () => string): string | null => {
  try {
    return say();
  } catch {
    return null;
  }
};

/** Every text of a catalogue by its path; functions are called with plausible words. */
function texts(tree: unknown, path = ""): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  if (typeof tree === "function") {
    const say = tree as (...args: unknown[]) => string;
    // Some take a number first, others a text.
    const said = [
      ["Min", 3, 8],
      [3, "Min", 8],
      ["Min", "Min", "Min"],
    ].map((args) => attempt(() => say(...args)));
    return [[path, said.find((text) => text !== null) ?? ""]];
  }
  if (tree && typeof tree === "object")
    return Object.entries(tree).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key));
  return [];
}

const english = new Map(texts(en));
const korean = new Map(texts(ko));

test("both catalogues say the same things", () => {
  expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
});

test("no text is empty, and Korean sentences are in Korean", () => {
  const empty = [...english, ...korean].filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([]);
  const same = new Set(["library.bpm", "result.of", "keys.escapeKey", "setup.ofMegabytes", "insight.at", "latency.ms"]);
  const foreign = [...korean].filter(([path, text]) => !same.has(path) && !/[가-힣]/.test(text)).map(([path]) => path);
  expect(foreign).toEqual([]);
});

test("a number never parts from its unit", () => {
  const parted = [...english, ...korean].filter(([, text]) =>
    /\d (ms|MB|bpm|takes?|dancers?|eight-counts?)\b/.test(text),
  );
  expect(parted).toEqual([]);
});

test("nobody is told Oops, and nothing shouts", () => {
  const loud = [...english, ...korean].filter(([, text]) => /oops|아쉬워|!|sorry/i.test(text));
  expect(loud).toEqual([]);
});

test("every problem of a replay has a sentence of its own in both languages", () => {
  for (const code of REPLAY_PROBLEMS)
    for (const words of [wordsIn("en"), wordsIn("ko")])
      expect(problemSentence(words, code)).not.toBe(words.problems.internal);
});

test("a problem that this page does not know yet gets the general sentence", () => {
  expect(problemSentence(wordsIn("en"), "from-the-future")).toBe(en.problems.internal);
});
