import { fail, type Outcome, ok } from "../outcome.ts";
import { MANNERS, type Manner } from "./body/motion.ts";
import { type Beat, type Copy, type NotationProblem, SCORE_LIMITS, type ScoreLine } from "./score.ts";
import { hint } from "./score-head.ts";
import { misfit, PHRASES } from "./words/lexicon.ts";

interface Word {
  readonly text: string;
  readonly column: number;
}
type At = { readonly line: number; readonly column: number };

const wordsOf = (text: string, offset: number): Word[] =>
  [...text.matchAll(/\S+/gu)].map((m) => ({ text: m[0].toLowerCase(), column: offset + m.index + 1 }));

function readPhrase(words: readonly Word[], line: number): Outcome<string, NotationProblem> {
  const texts = words.map((word) => word.text);
  const phrase = texts.join(" ");
  if (PHRASES.has(phrase)) return ok(phrase);
  const { word, instead } = misfit(texts);
  const wrong = words[word];
  const last = words[words.length - 1] as Word;
  if (!wrong) {
    const column = last.column + last.text.length;
    return fail("phrase-unknown", `"${phrase}" is not finished; go on with ${instead.slice(0, 8).join(", ")}`, {
      line,
      column,
    });
  }
  const before = texts.slice(0, word).join(" ");
  const where = before === "" ? "" : ` after "${before}"`;
  return fail("phrase-unknown", `"${wrong.text}" means nothing here${where}${hint(wrong.text, instead)}`, {
    line,
    column: wrong.column,
  });
}

function readPhrases(text: string, offset: number, line: number): Outcome<string[], NotationProblem> {
  const phrases: string[] = [];
  if (text.trim() === "") return ok(phrases);
  let start = 0;
  for (const part of text.split(",")) {
    const words = wordsOf(part, offset + start);
    const at = { line, column: offset + start + 1 };
    start += part.length + 1;
    if (words.length === 0) return fail("phrase-unknown", "a phrase is missing beside this comma", at);
    if (phrases.length === SCORE_LIMITS.phrases)
      return fail("phrases-too-many", `a line holds at most ${SCORE_LIMITS.phrases} phrases`, at);
    const phrase = readPhrase(words, line);
    if (!phrase.ok) return phrase;
    phrases.push(phrase.value);
  }
  return ok(phrases);
}

function readBeat(text: string, count: number, after: number, line: number): Outcome<Beat, NotationProblem> {
  const rest = text.slice(after);
  const word = /^\s*(\S+)/u.exec(rest);
  const given = (word?.[1] ?? "").toLowerCase();
  const accent = given.endsWith("!");
  const manner = (accent ? given.slice(0, -1) : given) as Manner;
  const at = { line, column: after + (word?.[0].length ?? 0) - given.length + 1 };
  if (!MANNERS.includes(manner))
    return fail(
      "manner-unknown",
      `after the count comes how it is danced: ${MANNERS.join(", ")}${hint(manner, MANNERS)}`,
      at,
    );
  const from = after + (word?.[0].length ?? 0);
  const phrases = readPhrases(text.slice(from), from, line);
  if (!phrases.ok) return phrases;
  if (manner === "hold" ? phrases.value.length > 0 : phrases.value.length === 0)
    return fail(
      "line-unclear",
      manner === "hold" ? "hold takes no phrases: the pose stays" : `${manner} needs a phrase: what moves?`,
      at,
    );
  return ok({ type: "beat", count, manner, accent, phrases: phrases.value, line });
}

function readCopy(match: RegExpExecArray, line: number): Outcome<Copy, NotationProblem> {
  const [, pad = "", from = "", to = from, verb = "", of = "", until = of] = match;
  const at: At = { line, column: pad.length + 1 };
  const [first, last, source, end] = [Number(from), Number(to), Number(of), Number(until)];
  const length = last - first + 1;
  if (first < 1 || source < 1 || length < 1 || end - source + 1 !== length)
    return fail("copy-unclear", `both sides need the same number of eight-counts, as in "5-6 ${verb} 1-2"`, at);
  if (end >= first) return fail("copy-unclear", `eight-count ${first} can copy only what stands before it`, at);
  return ok({ type: "copy", mirror: verb === "mirror", at: first - 1, of: source - 1, length, line });
}

/** Reads one line of a section. */
export function readLine(text: string, line: number): Outcome<ScoreLine, NotationProblem> {
  const copy = /^(\s*)(\d{1,3})(?:-(\d{1,3}))?\s+(repeat|mirror)\s+(\d{1,3})(?:-(\d{1,3}))?\s*$/iu.exec(text);
  if (copy) return readCopy(copy, line);
  const count = /^(\s*)(\d{1,3}):(\d{1,3})(&?)(?=\s|$)/u.exec(text);
  const column = text.length - text.trimStart().length + 1;
  if (!count)
    return fail(
      "line-unclear",
      'a line is a count and a manner, as in "3:5 hit arms high", or a copy, as in "3 mirror 1"',
      { line, column },
    );
  const [eight, one] = [Number(count[2]), Number(count[3])];
  if (eight < 1 || one < 1 || one > 8)
    return fail("count-unclear", "counts run from 1 to 8 in eight-counts from 1", { line, column });
  return readBeat(text, (eight - 1) * 8 + one - 1 + (count[4] ? 0.5 : 0), count[0].length, line);
}
