import type { ReactElement, ReactNode } from "react";
import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import { type LimbMeasure, MEASURE } from "#dance/practice/measure.ts";
import { useWords } from "../../state/language.ts";
import { wholeMs } from "../../words/numbers.ts";
import { Glyph } from "../marks.tsx";
import type { Measures } from "./measures.ts";

/** How a limb that is off by so many degrees is marked. */
const wordOf = (degrees: number) => (degrees >= MEASURE.far ? "miss" : degrees >= MEASURE.off ? "ok" : null);

/** "low", "high" or "off": which way a limb is off. */
function useWay() {
  const { review } = useWords();
  return ({ lowBy }: LimbMeasure) =>
    lowBy === null || lowBy === 0 ? review.off : lowBy > 0 ? review.low : review.high;
}

function Cell({ name, value, unit }: { readonly name: string; readonly value: string; readonly unit: ReactNode }) {
  return (
    <div>
      <dt className="strong">{name}</dt>
      <dd className="num">
        {value}
        <small>{unit}</small>
      </dd>
    </div>
  );
}

/** The limb that is told of, in degrees and milliseconds. */
export function Measured({ it }: { readonly it: Measures }): ReactElement {
  const { review, names, n } = useWords();
  const way = useWay();
  const { limb, of, late } = it;
  const bend = of?.bend ?? null;
  const joint = limb && review.elbow[limb];
  return (
    <dl className="meas" aria-live="off">
      <Cell
        name={limb ? names.limb[limb] : review.noLimb}
        value={of ? `${Math.abs(of.lowBy || of.degrees)}°` : "–"}
        unit={of && of.degrees > 0 ? way(of) : ""}
      />
      {joint && (
        <Cell
          name={joint}
          value={bend === null ? "–" : `${Math.abs(bend)}°`}
          unit={bend ? (bend > 0 ? review.open : review.bent) : ""}
        />
      )}
      <Cell
        name={review.arrives}
        value={late === null ? "–" : n.whole(wholeMs(late))}
        unit={late === null ? review.still : late < 0 ? review.early : review.late}
      />
      <Cell name={review.seen} value={n.hundred(it.seen)} unit="%" />
    </dl>
  );
}

interface LimbsProps {
  readonly measures: Measures;
  readonly chosen: LimbGroup | null;
  readonly onChoose: (limb: LimbGroup | null) => void;
}

/** Every limb with its degrees; a press points it out. */
export function Limbs({ measures, chosen, onChoose }: LimbsProps): ReactElement {
  const words = useWords();
  return (
    <fieldset className="row scroll-x chips limbs" aria-label={words.review.limbs}>
      {LIMB_GROUPS.map((limb) => {
        const of = measures.limbs.find((it) => it.limb === limb);
        const word = of ? wordOf(of.degrees) : null;
        return (
          <button
            key={limb}
            type="button"
            className="chip"
            aria-pressed={limb === chosen}
            onClick={() => onChoose(limb === chosen ? null : limb)}
          >
            {word && <Glyph word={word} />}
            {words.names.limb[limb]}
            <b className="num">{of ? `${of.degrees}°` : "–"}</b>
          </button>
        );
      })}
    </fieldset>
  );
}
