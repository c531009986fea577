import type { ReactElement } from "react";
import { countName } from "#dance/music/tempo.ts";
import type { Judgement, TakeResult } from "#dance/scoring/result.ts";
import { grouped } from "../state/groups.ts";
import { useWords } from "../state/language.ts";
import { slipWords } from "../words/insight.ts";
import { Legend } from "./marks.tsx";
import { rove } from "./rove.ts";

interface StripProps {
  readonly result: TakeResult;
  /** Counts of what was danced; a few may not have been judged. */
  readonly counts: number;
  /** Shows a count in the replay. */
  readonly onSee: (count: number) => void;
}

/** Every judgement in a row, in eight-counts: height and colour tell the word; a press shows the count. */
export function Strip({ result, counts, onSee }: StripProps): ReactElement {
  const words = useWords();
  const groups = grouped(result.judgements, (j) => Math.floor(j.count / 8));
  let first = true;
  const focusable = () => {
    const is = first;
    first = false;
    return is;
  };
  return (
    <section className="stack" style={{ gap: 14 }}>
      <h3>{words.result.strip(result.judgements.length, counts)}</h3>
      <fieldset
        className="jstrip"
        style={{ "--all": groups.size } as React.CSSProperties}
        aria-label={words.result.strip(result.judgements.length, counts)}
        onKeyDown={(e) => rove(e, 8)}
      >
        {[...groups.entries()].map(([eight, judgements]) => (
          <div key={eight}>
            {judgements.map((j) => (
              <Bar key={j.keyframe} judgement={j} tab={focusable()} onSee={onSee} />
            ))}
          </div>
        ))}
      </fieldset>
      <Legend counts={result.words} />
    </section>
  );
}

interface BarProps {
  readonly judgement: Judgement;
  readonly tab: boolean;
  readonly onSee: (count: number) => void;
}

function Bar({ judgement, tab, onSee }: BarProps): ReactElement {
  const words = useWords();
  const [fault] = judgement.faults;
  const said = [
    countName(judgement.count),
    words.names.judgement[judgement.word],
    fault && slipWords(words, { ...fault, offset: judgement.offset }),
  ];
  const label = said.filter(Boolean).join(" ");
  return (
    <button
      type="button"
      className={judgement.word}
      tabIndex={tab ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={() => onSee(judgement.count)}
    >
      <i />
    </button>
  );
}
