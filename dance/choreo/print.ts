import { countName } from "../music/tempo.ts";
import { KEY_NAMES, type Score, type ScoreLine } from "./score.ts";

const span = (first: number, length: number): string =>
  length === 1 ? `${first + 1}` : `${first + 1}-${first + length}`;

function printLine(line: ScoreLine): string {
  if (line.type === "copy")
    return `${span(line.at, line.length)} ${line.mirror ? "mirror" : "repeat"} ${span(line.of, line.length)}`;
  const manner = line.manner + (line.accent ? "!" : "");
  return [countName(line.count).padEnd(5), manner.padEnd(7), line.phrases.join(", ")].join(" ").trimEnd();
}

/** The text of a score, as `parseNotation` reads it back. */
export function printNotation(score: Score): string {
  const { song } = score;
  const head = [
    `title: ${score.title.en}`,
    `title.ko: ${score.title.ko}`,
    `about: ${score.about.en}`,
    `about.ko: ${score.about.ko}`,
    `level: ${score.level}`,
    `bpm: ${score.bpm}`,
    `song: ${song ? `${song.style} ${KEY_NAMES[song.key]} ${song.seed}` : "none"}`,
  ];
  const sections = score.sections.flatMap(({ kind, lines }) => ["", `[${kind}]`, ...lines.map(printLine)]);
  return `${[...head, ...sections].join("\n")}\n`;
}
