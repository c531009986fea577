import type { Section } from "./choreography.ts";
import type { Beat, Score } from "./score.ts";
import { mirrorPhrase } from "./words/lexicon.ts";

/** All beats in rising count, copies danced out. */
export function expand(score: Score): Beat[] {
  const beats: Beat[] = [];
  for (const line of score.sections.flatMap((section) => section.lines)) {
    if (line.type === "beat") {
      beats.push(line);
      continue;
    }
    const [from, to] = [line.of * 8, (line.of + line.length) * 8];
    const original = beats.filter((beat) => beat.count >= from && beat.count < to);
    for (const beat of original) {
      const phrases = line.mirror ? beat.phrases.map(mirrorPhrase) : beat.phrases;
      beats.push({ ...beat, phrases, count: beat.count + (line.at - line.of) * 8, line: line.line });
    }
  }
  return beats;
}

/** Each section runs from the eight-count of its first line to that of the next section. */
export function sectionsOf(score: Score): Section[] {
  const starts = score.sections.map(({ lines }) => {
    const first = lines[0];
    return !first ? 0 : first.type === "copy" ? first.at * 8 : Math.floor(first.count / 8) * 8;
  });
  const last = score.sections.at(-1)?.lines.at(-1);
  const end = !last ? 0 : last.type === "copy" ? (last.at + last.length) * 8 : (Math.floor(last.count / 8) + 1) * 8;
  return score.sections.map(({ kind }, i) => ({
    kind,
    from: i === 0 ? 0 : (starts[i] as number),
    to: starts[i + 1] ?? end,
  }));
}
