import type { ReactElement } from "react";
import type { ClassPage } from "../../api.ts";
import { useWords } from "../../state/language.ts";

/** The eight-counts in which the class is weakest, each with what it lacks. */
export function Weakest({ list }: { readonly list: ClassPage["weakest"] }): ReactElement {
  const { class: say, n } = useWords();
  return (
    <section className="panel stack weakest">
      <div>
        <h2 className="h3">{say.weakest}</h2>
        <p className="note">{list.length > 0 ? say.weakestSay : say.weakestNone}</p>
      </div>
      {list.length > 0 && (
        <ol>
          {list.map((it) => (
            <li key={it.eightCount}>
              <b className="num">{n.whole(it.eightCount + 1)}</b>
              <dl>
                {(["shape", "timing", "energy"] as const).map((measure) => (
                  <div key={measure} className={measure === it.weakest ? "worst" : ""}>
                    <dt>{say.measures[measure]}</dt>
                    <dd>
                      <i style={{ width: `${Math.round(it[measure] * 100)}%` }} />
                      <span className="num">{n.hundred(it[measure])}</span>
                    </dd>
                  </div>
                ))}
              </dl>
              <span className="note">{say.over(it.dancers)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
