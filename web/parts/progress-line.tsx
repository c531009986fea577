import { type ReactElement, useEffect, useRef } from "react";
import type { ProgressPoint } from "#dance/practice/progress.ts";
import { useWords } from "../state/language.ts";
import { useTheme } from "../state/theme.ts";
import { drawLine } from "./progress-plot.ts";

interface LineProps {
  /** What is shown, in words. */
  readonly label: string;
  /** In rising time; only judged takes. */
  readonly line: readonly ProgressPoint[];
  readonly waiting: ReadonlySet<string>;
}

/** The scores of a section take after take, with a table beside them that says the same. */
export function ProgressLine({ label, line, waiting }: LineProps): ReactElement {
  const words = useWords();
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const { n, progress: say } = words;
  const scores = line.map(({ take }) => n.score(take.score ?? 0));
  const best = line.findLast(({ mark }) => mark !== null)?.take.score ?? null;
  const told = say.lineSay(line.length, scores[0] ?? "", scores.at(-1) ?? "", best === null ? null : n.score(best));
  const resting = line.length === 1 ? say.lineOne : told;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read from the page itself
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    return drawLine(at, line, n, (point) => {
      if (!said.current) return;
      said.current.textContent = point
        ? `${n.score(point.take.score ?? 0)} · ${n.speed(point.take.rate)} · ${n.evening(point.take.atMs)}`
        : resting;
    });
  }, [line, n, theme, resting]);
  return (
    <figure className="pg-line">
      <figcaption className="strong">{label}</figcaption>
      <div className="plot" ref={place} aria-hidden="true" />
      <p className="note" ref={said}>
        {resting}
      </p>
      <p className="note key" aria-hidden="true">
        <span className="full">{say.keyFull}</span>
        <span className="best">{say.keyBest}</span>
        <span className="slow">{say.keySlow}</span>
      </p>
      <LineTable line={line} waiting={waiting} />
    </figure>
  );
}

function LineTable({ line, waiting }: Omit<LineProps, "label">): ReactElement {
  const { n, progress: say } = useWords();
  const mark = ({ take, mark }: ProgressPoint) =>
    [mark && say.marks[mark], waiting.has(take.id) && say.waiting].filter(Boolean).join(", ");
  return (
    <details>
      <summary>{say.asTable}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say.when}</th>
            <th scope="col">{say.speed}</th>
            <th scope="col">{say.mark}</th>
            <th scope="col">{say.score}</th>
          </tr>
        </thead>
        <tbody>
          {line.toReversed().map((point) => (
            <tr key={point.take.id}>
              <th scope="row">{n.evening(point.take.atMs)}</th>
              <td>{n.speed(point.take.rate)}</td>
              <td>{mark(point)}</td>
              <td>{n.score(point.take.score ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
