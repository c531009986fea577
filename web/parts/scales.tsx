import type { ReactElement } from "react";
import { SCALES, showTake } from "#dance/practice/scale.ts";
import { JUDGEMENT_WORDS, type TakeResult } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import { Fold } from "./fold.tsx";
import { Glyph } from "./marks.tsx";

/** The words of a take on both scales, openly beside each other; the score and the board know performance alone. */
export function Scales({ result }: { readonly result: TakeResult }): ReactElement {
  const { practice, names, n } = useWords();
  return (
    <Fold className="scales" title={<h3>{practice.scaleBoth}</h3>} always>
      <table>
        <thead>
          <tr>
            <td />
            {JUDGEMENT_WORDS.map((word) => (
              <th key={word} scope="col">
                <Glyph word={word} />
                <span className="vh">{names.judgement[word]}</span>
              </th>
            ))}
            <th scope="col">{practice.scaleHit}</th>
          </tr>
        </thead>
        <tbody>
          {[...SCALES].reverse().map((scale) => {
            const { counts, hit } = showTake(result, scale);
            return (
              <tr key={scale}>
                <th scope="row">{practice.scales[scale]}</th>
                {JUDGEMENT_WORDS.map((word) => (
                  <td key={word} className="num">
                    {n.whole(counts[word])}
                  </td>
                ))}
                <td className="num">{hit === null ? "–" : n.percent(hit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="note">{practice.scaleNote}</p>
    </Fold>
  );
}
