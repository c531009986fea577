import type { ReactElement } from "react";
import { FULL_SCORE, GRADES, type TakeResult } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import type { Words } from "../words/index.ts";

interface ScoreHeadProps {
  readonly result: TakeResult;
  /** The best score before this take; null where there was none. */
  readonly before: number | null;
}

/** Under this score there is nothing yet to compare. */
const START = FULL_SCORE / 5;

/** Marks of a hundred: the three stand level within LEVEL; one holds back where it is HOLDS under the next. */
const LEVEL = 3;
const HOLDS = 6;

/** What to say in one breath: against the best so far, and which of the three holds back. */
export function verdict(words: Words, result: TakeResult, before: number | null): string {
  const { result: say, n } = words;
  const points = before === null ? 0 : result.score - before;
  const best =
    before === null || points === 0 ? "" : points > 0 ? say.upOn(n.score(points)) : say.underBest(n.score(-points));
  return `${best} ${result.score < START ? say.weakest.start : heldBack(words, result)}`.trim();
}

function heldBack({ result: say, n }: Words, result: TakeResult): string {
  const marks = (["shape", "timing", "energy"] as const).map((name) => [name, Math.round(result[name] * 100)] as const);
  const [lowest, next, highest] = marks.sort((a, b) => a[1] - b[1]);
  if (!lowest || !next || !highest || highest[1] - lowest[1] <= LEVEL) return say.weakest.even;
  return next[1] - lowest[1] > HOLDS ? say.weakest[lowest[0]] : say.lowest(say[lowest[0]], n.whole(lowest[1]));
}

/** The score, huge, with its letter. */
export function Score({ result }: Pick<ScoreHeadProps, "result">): ReactElement {
  const words = useWords();
  return (
    <p className="score num">
      {words.n.score(result.score)}
      <small>{words.result.of}</small>
      <span className="letter" role="img" aria-label={words.result.grade(result.grade)}>
        {GRADES.includes(result.grade) ? result.grade : ""}
      </span>
    </p>
  );
}

/** The score with one sentence to its dancer. */
export function ScoreHead({ result, before }: ScoreHeadProps): ReactElement {
  const words = useWords();
  return (
    <>
      <Score result={result} />
      <p className="lead">{verdict(words, result, before)}</p>
    </>
  );
}

/** Shape, timing and energy apart: never one number in disguise. */
export function Three({ result }: { readonly result: TakeResult }): ReactElement {
  const words = useWords();
  const rows = [
    [words.result.shape, result.shape],
    // Who dances something else is neither early nor late.
    [words.result.timing, result.lag === null ? null : result.timing],
    [words.result.energy, result.energy],
  ] as const;
  return (
    <div className="three">
      {rows.map(([name, share]) => (
        <div key={name}>
          <span className="strong">{name}</span>
          <span className="num">{share === null ? "–" : words.n.hundred(share)}</span>
          {share === null ? (
            <span className="soft">{words.result.timingUntold}</span>
          ) : (
            <div className="bar">
              <i style={{ width: `${share * 100}%` }} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
