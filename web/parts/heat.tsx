import { Fragment, type ReactElement, useState } from "react";
import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { LimbResult, TakeResult } from "#dance/scoring/result.ts";
import { shareOf, weakest, worstCount } from "../state/cells.ts";
import { useWords } from "../state/language.ts";
import { wordFor } from "../state/progress.ts";
import { Glyph } from "./marks.tsx";
import { rove } from "./rove.ts";

interface HeatProps {
  readonly result: TakeResult;
  /** Shows a count in the replay and points a limb out. */
  readonly onSee: (count: number, limb: LimbGroup) => void;
}

/** Limb by eight-count: a mark in each cell, or its number. It is a table, so it is its own twin. */
export function Heat({ result, onSee }: HeatProps): ReactElement {
  const words = useWords();
  const [asNumbers, setAsNumbers] = useState(false);
  const worst = weakest(result);
  const eights = result.eightCounts;
  return (
    <section className="panel">
      <div className="row between nowrap" style={{ alignItems: "start" }}>
        <h2>{words.result.heat}</h2>
        <button type="button" className="chip" aria-pressed={asNumbers} onClick={() => setAsNumbers(!asNumbers)}>
          {words.result.numbers}
        </button>
      </div>
      <p className="soft" style={{ marginBottom: 16 }}>
        {worst ? words.result.heatWorst(words.names.limb[worst.limb], worst.eight + 1) : words.result.heatSay}
      </p>
      <table className="heat" onKeyDown={(e) => rove(e, eights.length)}>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{words.result.limb}</span>
            </th>
            {eights.map((e) => (
              <th key={e.eightCount} scope="col">
                {e.eightCount + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LIMB_GROUPS.map((limb) => (
            <tr key={limb}>
              <th scope="row">
                <span className="wide">{words.names.limb[limb]}</span>
                <span className="narrow">{words.names.limbShort[limb]}</span>
              </th>
              {eights.map((e, i) => (
                <Fragment key={e.eightCount}>
                  <HeatCell
                    it={e.limbs[limb]}
                    label={`${words.names.limb[limb]} ${e.eightCount + 1}`}
                    worst={worst?.limb === limb && worst.eight === e.eightCount}
                    tab={limb === LIMB_GROUPS[0] && i === 0}
                    asNumber={asNumbers}
                    onPress={() => onSee(worstCount(result, { limb, eight: e.eightCount }), limb)}
                  />
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly it: LimbResult | null;
  readonly label: string;
  readonly worst: boolean;
  readonly tab: boolean;
  readonly asNumber: boolean;
  readonly onPress: () => void;
}

function HeatCell({ it, label, worst, tab, asNumber, onPress }: CellProps): ReactElement {
  const words = useWords();
  const word = wordFor(it && shareOf(it));
  const number = it ? words.n.hundred(shareOf(it)) : "–";
  return (
    <td>
      <button
        type="button"
        className={`${word} ${worst ? "worst" : ""}`}
        tabIndex={tab ? 0 : -1}
        aria-label={`${label}: ${words.names.judgement[word]}${it ? ` ${number}` : ""}`}
        onClick={onPress}
      >
        {asNumber ? <span className="num">{number}</span> : <Glyph word={word} />}
      </button>
    </td>
  );
}
