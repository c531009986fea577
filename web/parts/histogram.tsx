import type { ReactElement } from "react";
import { timingAt } from "#dance/scoring/curves.ts";
import { wordOf } from "#dance/scoring/grade.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import { wholeMs } from "../words/numbers.ts";
import { Fold } from "./fold.tsx";

/** Bins of 40 ms, one about the count and four on either side; what lies beyond is in the last. */
const BIN_MS = 40;
const SIDE = 4;
const EDGE_MS = BIN_MS * SIDE;

interface Bin {
  /** ms of its middle; early is negative. */
  readonly at: number;
  readonly hits: number;
  /** Share of the points for timing that its hits kept together, a sum. */
  readonly kept: number;
}

/** Sorts offsets (seconds, late is +) into bins. */
export function binsOf(offsets: readonly number[]): Bin[] {
  const bins = Array.from({ length: 2 * SIDE + 1 }, (_, i) => ({ at: (i - SIDE) * BIN_MS, hits: 0, kept: 0 }));
  for (const offset of offsets) {
    const nearest = Math.round((offset * 1000) / BIN_MS);
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
  const offsets = result.judgements.flatMap((j) => (j.offset === null ? [] : [j.offset]));
  if (offsets.length === 0)
    return (
      <section className="panel">
        <h2>{say.timingNone}</h2>
      </section>
    );
  const mean = (result.lag ?? 0) + offsets.reduce((sum, o) => sum + o, 0) / offsets.length;
  const ms = wholeMs(mean);
  const title = ms < 8 ? say.onTime : mean < 0 ? say.early(words.n.whole(ms)) : say.late(words.n.whole(ms));
  const bins = binsOf(offsets);
  const most = Math.max(...bins.map((b) => b.hits));
  return (
    <Fold className="panel timing" title={<h2>{title}</h2>}>
      {result.lagSpread !== null && <p className="soft">{say.spread(words.n.whole(wholeMs(result.lagSpread)))}</p>}
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
        <span>{say.axisEarly(EDGE_MS)}</span>
        <span>{say.axisCount}</span>
        <span>{say.axisLate(EDGE_MS)}</span>
      </div>
      <BinTable bins={bins} />
    </Fold>
  );
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
