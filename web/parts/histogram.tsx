import type { ReactElement } from "react";
import type { JudgementWord, TakeResult } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import { wholeMs } from "../words/numbers.ts";

/** Bins of 20 ms, eight on either side of the count; what lies beyond is in the last. */
const BIN_MS = 20;
const SIDE = 8;
const EDGE_MS = BIN_MS * SIDE;

interface Bin {
  /** ms at which it begins; early is negative. */
  readonly from: number;
  readonly hits: number;
}

/** Sorts offsets (seconds, late is +) into bins. */
export function binsOf(offsets: readonly number[]): Bin[] {
  const bins = Array.from({ length: 2 * SIDE }, (_, i) => ({ from: -EDGE_MS + i * BIN_MS, hits: 0 }));
  for (const offset of offsets) {
    const at = Math.floor((offset * 1000 + EDGE_MS) / BIN_MS);
    const bin = bins[Math.min(2 * SIDE - 1, Math.max(0, at))];
    if (bin) bin.hits++;
  }
  return bins;
}

const WORD_TO: readonly (readonly [number, JudgementWord])[] = [
  [40, "perfect"],
  [80, "great"],
  [120, "good"],
  [160, "ok"],
];
const wordOf = (bin: Bin): JudgementWord => {
  const away = Math.max(Math.abs(bin.from), Math.abs(bin.from + BIN_MS));
  return WORD_TO.find(([to]) => away <= to)?.[1] ?? "miss";
};

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
    <section className="panel timing">
      <h2>{title}</h2>
      {result.lagSpread !== null && <p className="soft">{say.spread(words.n.whole(wholeMs(result.lagSpread)))}</p>}
      <div className="hist" aria-hidden="true">
        {bins.map((bin) => (
          <i
            key={bin.from}
            className={wordOf(bin)}
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
    </section>
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
            <tr key={bin.from}>
              <th scope="row">
                {name(bin.from)} – {name(bin.from + BIN_MS)}
              </th>
              <td>{n.whole(bin.hits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
