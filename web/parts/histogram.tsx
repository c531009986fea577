import type { ReactElement } from "react";
import { latenessOf } from "#dance/practice/lateness.ts";
import { timingAt } from "#dance/scoring/curves.ts";
import { wordOf } from "#dance/scoring/grade.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import type { Words } from "../words/index.ts";
import { wholeMs } from "../words/numbers.ts";
import { Fold } from "./fold.tsx";

/** One bin about the count and four on either side; what lies beyond is in the last. As narrow as most hits allow. */
const BINS_MS = [40, 80, 120] as const;
const SIDE = 4;
/** Share of the hits that may lie beyond the last bins' middles. */
const BEYOND = 0.1;

interface Bin {
  /** ms of its middle; early is negative. */
  readonly at: number;
  readonly hits: number;
  /** Share of the points for timing that its hits kept together, a sum. */
  readonly kept: number;
}

/** The width of bins, in ms, in which nearly all offsets (seconds) find their place. */
export function widthFor(offsets: readonly number[]): number {
  const outside = (width: number) => offsets.filter((offset) => Math.abs(offset) * 1000 > width * (SIDE + 0.5)).length;
  return BINS_MS.find((width) => outside(width) <= BEYOND * offsets.length) ?? 120;
}

/** Sorts offsets (seconds, late is +) into bins of so many ms. */
export function binsOf(offsets: readonly number[], width = 40): Bin[] {
  const bins = Array.from({ length: 2 * SIDE + 1 }, (_, i) => ({ at: (i - SIDE) * width, hits: 0, kept: 0 }));
  for (const offset of offsets) {
    const nearest = Math.round((offset * 1000) / width);
    const bin = bins[SIDE + Math.min(SIDE, Math.max(-SIDE, nearest))];
    if (!bin) continue;
    bin.hits++;
    bin.kept += timingAt(offset);
  }
  return bins;
}

/** How early and late the hits were: as bars about the count, and as a table. */
export function Histogram({ result }: { readonly result: TakeResult }): ReactElement {
  const words = useWords();
  const say = words.result;
  const { offsets, all, middle, within } = latenessOf(result.judgements.map((j) => j.offset));
  if (offsets.length === 0)
    return (
      <section className="panel">
        <h2>{result.lag === null ? say.timingNone : lateWords(words, result.lag)}</h2>
      </section>
    );
  const width = widthFor(offsets);
  const bins = binsOf(offsets, width);
  const most = Math.max(...bins.map((b) => b.hits));
  const title = middle === null ? say.timingFew(offsets.length, all) : lateWords(words, middle);
  return (
    <Fold className="panel timing" title={<h2>{title}</h2>}>
      {middle !== null && <p className="soft">{say.spread(offsets.length, all, words.n.whole(wholeMs(within)))}</p>}
      <div className="hist" aria-hidden="true">
        {bins.map((bin) => (
          <i
            key={bin.at}
            className={wordOf(bin.hits ? bin.kept / bin.hits : 1)}
            style={{ height: bin.hits ? `${Math.max(3, (bin.hits / most) * 100)}%` : 0 }}
          />
        ))}
      </div>
      <div className="axis" aria-hidden="true">
        <span>{say.axisEarly(width * SIDE)}</span>
        <span>{say.axisCount}</span>
        <span>{say.axisLate(width * SIDE)}</span>
      </div>
      <BinTable bins={bins} />
    </Fold>
  );
}

/** "Mostly 40 ms late", by seconds. */
function lateWords({ result: say, n }: Words, seconds: number): string {
  const ms = wholeMs(seconds);
  if (ms < 8) return say.onTime;
  return (seconds < 0 ? say.early : say.late)(n.whole(ms));
}

function BinTable({ bins }: { readonly bins: readonly Bin[] }): ReactElement {
  const { result, n } = useWords();
  const name = (ms: number) => (ms < 0 ? result.axisEarly(-ms) : ms > 0 ? result.axisLate(ms) : result.axisCount);
  return (
    <details>
      <summary>{result.asTable}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{result.offset}</th>
            <th scope="col">{result.hits}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.at}>
              <th scope="row">{name(bin.at)}</th>
              <td>{n.whole(bin.hits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
