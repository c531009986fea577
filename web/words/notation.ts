import type { NotationProblem } from "#dance/choreo/score.ts";
import type { Problem } from "#dance/outcome.ts";

type Sentences = Readonly<Record<NotationProblem, string>>;

/** What is wrong with a choreography's text, then what to do. */
export const NOTATION_EN: Sentences = {
  "text-too-long": "The text is longer than 100,000 characters. Split the routine.",
  "line-too-long": "The line is longer than 600 characters. Write it as two counts.",
  "head-missing": "A line is missing at the top: title, level and bpm must all be told.",
  "head-unknown": "The top of the text knows no such word.",
  "head-twice": "This is told twice at the top. Keep one.",
  "level-unknown": "The level is easy, medium or hard.",
  "bpm-out-of-range": "The tempo is a number from 60 to 200 beats a minute.",
  "song-unknown": "The song is a style, a key and a number, as “house A 11”.",
  "section-unknown": "There is no such kind of section: verse, chorus, point …",
  "section-twice": "This section stands here already.",
  "section-missing": "A section must begin before the first count, as [verse].",
  "section-empty": "The section has no counts. Give it some, or take it out.",
  "section-overlap": "These counts belong to another section already.",
  "line-unclear": "This line is no count, no section and no copy.",
  "count-unclear": "A count is written as 3:5, or 3:5& for the half after it.",
  "count-out-of-order": "This count comes before the one above it.",
  "counts-too-many": "A routine has at most 80 eight-counts.",
  "manner-unknown": "A move is a hit, a flow, a bounce or a hold.",
  "phrase-unknown": "The body knows no such move.",
  "phrases-too-many": "At most 16 moves fit on one count.",
  "copy-unclear": "A copy is written as “4 mirror 3” and names an eight-count above it.",
  "too-fast": "No body moves this fast. Give it more time or a shorter way.",
  "off-the-floor": "Both feet would leave the floor here. Keep one on it.",
};

export const NOTATION_KO: Sentences = {
  "text-too-long": "글이 100,000자보다 길어요. 안무를 나눠 주세요.",
  "line-too-long": "한 줄이 600자보다 길어요. 카운트를 둘로 나눠 적어 주세요.",
  "head-missing": "맨 위에 빠진 줄이 있어요. 제목, 난이도, 빠르기(bpm)를 모두 적어 주세요.",
  "head-unknown": "맨 위에는 이런 말을 쓸 수 없어요.",
  "head-twice": "맨 위에 같은 말이 두 번 있어요. 하나만 남겨 주세요.",
  "level-unknown": "난이도는 easy, medium, hard 가운데 하나예요.",
  "bpm-out-of-range": "빠르기는 1분에 60에서 200박 사이의 수예요.",
  "song-unknown": "노래는 “house A 11”처럼 스타일, 조, 번호로 적어요.",
  "section-unknown": "그런 구간은 없어요. verse, chorus, point처럼 적어 주세요.",
  "section-twice": "이 구간은 이미 위에 있어요.",
  "section-missing": "첫 카운트 앞에 [verse]처럼 구간을 먼저 열어 주세요.",
  "section-empty": "구간에 카운트가 없어요. 카운트를 적거나 구간을 지워 주세요.",
  "section-overlap": "이 카운트는 이미 다른 구간에 들어 있어요.",
  "line-unclear": "카운트도 구간도 복사도 아닌 줄이에요.",
  "count-unclear": "카운트는 3:5처럼, 그 뒤 반 박은 3:5&처럼 적어요.",
  "count-out-of-order": "바로 위 카운트보다 앞선 카운트예요.",
  "counts-too-many": "한 안무는 에이트 80개까지 담을 수 있어요.",
  "manner-unknown": "움직임은 hit, flow, bounce, hold 가운데 하나예요.",
  "phrase-unknown": "그런 동작은 없어요.",
  "phrases-too-many": "한 카운트에는 동작을 16개까지 적을 수 있어요.",
  "copy-unclear": "복사는 “4 mirror 3”처럼 위에 있는 에이트를 가리켜 적어요.",
  "too-fast": "몸이 이렇게 빨리 움직일 수 없어요. 시간을 더 주거나 거리를 줄여 주세요.",
  "off-the-floor": "여기서 두 발이 모두 바닥에서 떨어져요. 한 발은 바닥에 두세요.",
};

/** The sentence with its place: "Line 12, column 5: …". */
export function notationSentence(language: "en" | "ko", problem: Problem<NotationProblem>): string {
  const { code, line, column } = problem;
  const sentence = (language === "ko" ? NOTATION_KO : NOTATION_EN)[code];
  if (line === undefined) return sentence;
  return language === "ko"
    ? `${line}행 ${column ?? 1}열: ${sentence}`
    : `Line ${line}, column ${column ?? 1}: ${sentence}`;
}
