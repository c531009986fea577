import { countName } from "../music/tempo.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import { SECTION_KINDS, type SectionKind } from "./choreography.ts";
import { readLine } from "./line.ts";
import { type NotationProblem, SCORE_LIMITS, type Score, type ScoreLine, type ScoreSection } from "./score.ts";
import { type HeadLine, type HeadName, hint, readHead, readHeadLine } from "./score-head.ts";

type Result<T> = Outcome<T, NotationProblem>;
interface OpenSection {
  readonly kind: SectionKind;
  readonly lines: ScoreLine[];
  readonly line: number;
}

/** Collects sections and watches the order of counts. */
class Sections {
  readonly done: OpenSection[] = [];
  /** The first count that is still free, and the first that a new section may take. */
  private free = 0;
  private opened = 0;

  open(name: string, line: number): Result<null> {
    const at = { line, column: 1 };
    const kind = name.trim().toLowerCase() as SectionKind;
    if (!SECTION_KINDS.includes(kind))
      return fail("section-unknown", `"${kind}" is no section${hint(kind, SECTION_KINDS)}`, at);
    const twin = this.done.find((section) => section.kind === kind);
    if (twin) return fail("section-twice", `there is a section "${kind}" already, in line ${twin.line}`, at);
    const empty = this.close();
    if (!empty.ok) return empty;
    this.done.push({ kind, lines: [], line });
    this.opened = Math.ceil(this.free / 8) * 8;
    return ok(null);
  }

  close(): Result<null> {
    const last = this.done.at(-1);
    if (last && last.lines.length === 0)
      return fail("section-empty", `the section "${last.kind}" has no line`, { line: last.line, column: 1 });
    return ok(null);
  }

  add(line: ScoreLine): Result<null> {
    const at = { line: line.line, column: 1 };
    const section = this.done.at(-1);
    if (!section) return fail("section-missing", "a line needs a section above it, as in [chorus]", at);
    const first = line.type === "beat" ? line.count : line.at * 8;
    const next = line.type === "beat" ? line.count + 0.5 : (line.at + line.length) * 8;
    if (next > SCORE_LIMITS.eightCounts * 8)
      return fail("counts-too-many", `a choreography has at most ${SCORE_LIMITS.eightCounts} eight-counts`, at);
    if (first < this.free)
      return fail(
        "count-out-of-order",
        `${countName(first)} comes after ${countName(this.free - 0.5)}; counts must rise`,
        at,
      );
    if (section.lines.length === 0 && first < this.opened)
      return fail(
        "section-overlap",
        `a section begins on a new eight-count: ${countName(this.opened)} at the earliest`,
        at,
      );
    section.lines.push(line);
    this.free = next;
    return ok(null);
  }
}

/** Whether any line of a text is one of a choreography's, or nearly: a text without one is something else, whatever its name. */
export function isNotation(text: string): boolean {
  return text
    .slice(0, SCORE_LIMITS.characters)
    .split(/\r\n|\n|\r/u)
    .some(isOfNotation);
}

function isOfNotation(raw: string): boolean {
  if (raw.length > SCORE_LIMITS.lineCharacters) return false;
  const section = /^\s*\[([^\]]*)\]\s*$/u.exec(raw)?.[1]?.trim().toLowerCase();
  if (section !== undefined) return SECTION_KINDS.some((kind) => kind === section);
  if (readHeadLine(raw, 1, new Map())?.ok) return true;
  const line = readLine(raw, 1);
  return line.ok || line.problem.code === "phrase-unknown"; // how it is danced was understood
}

/** Reads a choreography's text. Never throws; a problem names line and column, both from 1. */
export function parseNotation(text: string): Result<Score> {
  if (text.length > SCORE_LIMITS.characters)
    return fail("text-too-long", `a choreography has at most ${SCORE_LIMITS.characters} characters`, {
      line: 1,
      column: 1,
    });
  const head = new Map<HeadName, HeadLine>();
  const sections = new Sections();
  const lines = text.split(/\r\n|\n|\r/u);
  for (const [i, raw] of lines.entries()) {
    const problem = readInto(raw, i + 1, head, sections);
    if (!problem.ok) return problem;
  }
  const closed = sections.close();
  if (!closed.ok) return closed;
  const read = readHead(head, sections.done[0]?.line ?? lines.length);
  if (!read.ok) return read;
  if (sections.done.length === 0)
    return fail("section-missing", "there is no section, as in [chorus]", { line: lines.length, column: 1 });
  return ok({
    ...read.value,
    sections: sections.done.map(({ kind, lines: of }): ScoreSection => ({ kind, lines: of })),
  });
}

function readInto(raw: string, line: number, head: Map<HeadName, HeadLine>, sections: Sections): Result<unknown> {
  if (raw.length > SCORE_LIMITS.lineCharacters)
    return fail("line-too-long", `a line has at most ${SCORE_LIMITS.lineCharacters} characters`, {
      line,
      column: SCORE_LIMITS.lineCharacters + 1,
    });
  const text = raw.trim();
  if (text === "" || text.startsWith("#")) return ok(null);
  const section = /^\[([^\]]*)\]$/u.exec(text);
  if (section) return sections.open(section[1] as string, line);
  if (sections.done.length === 0) {
    const found = readHeadLine(raw, line, head);
    if (found?.ok) head.set(...found.value);
    if (found) return found;
  }
  const beat = readLine(raw, line);
  return beat.ok ? sections.add(beat.value) : beat;
}
