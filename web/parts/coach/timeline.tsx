import { memo, type ReactElement, type RefObject } from "react";
import { countAtTime, countName, type Tempo } from "#dance/music/tempo.ts";
import type { Note } from "../../api.ts";
import { useWords } from "../../state/language.ts";

/** A note as the timeline shows it. */
type Mark = Pick<Note, "id" | "from" | "doneAt">;

/** Marks that find room above the bars; all notes stand in the list. */
const MARKS = 40;

interface TimelineProps {
  readonly tempo: Tempo;
  /** Song time in seconds of both ends. */
  readonly from: number;
  readonly to: number;
  /** The count that is seen. */
  readonly count: number;
  readonly range: RefObject<HTMLInputElement | null>;
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly onGo: (time: number) => void;
  readonly onMark: (id: string) => void;
}

/** More eight-counts than this have one bar each, not eight. */
const FINE = 12;

/** The song in eight-counts, scrubbed by a range over its bars; notes stand above their counts. */
export function Timeline(props: TimelineProps): ReactElement {
  const { tempo, from, to, count, range, marks, chosen, onGo, onMark } = props;
  const { review, n } = useWords();
  const [first, last] = [countAtTime(tempo, from), countAtTime(tempo, to)];
  const share = (at: number) => `${Math.min(100, Math.max(0, ((at - first) / (last - first)) * 100))}%`;
  return (
    <div className={marks.length > 0 ? "tl marked" : "tl"}>
      <Bars first={Math.round(first)} last={Math.round(last)} now={count} />
      <input
        ref={range}
        className="tl-range"
        type="range"
        aria-label={review.position}
        aria-valuetext={countName(Math.max(0, count))}
        min={from}
        max={to}
        step="any"
        defaultValue={from}
        onInput={(e) => onGo(Number(e.currentTarget.value))}
      />
      {marks.slice(0, MARKS).map((mark, i) => (
        <button
          key={mark.id}
          type="button"
          className={["mark", mark.id === chosen && "sel", mark.doneAt !== null && "done"].filter(Boolean).join(" ")}
          style={{ left: share(mark.from + 0.5) }}
          aria-label={review.mark(n.whole(i + 1), countName(mark.from))}
          aria-pressed={mark.id === chosen}
          onClick={() => onMark(mark.id)}
        >
          {n.whole(i + 1)}
        </button>
      ))}
    </div>
  );
}

interface BarsProps {
  readonly first: number;
  readonly last: number;
  readonly now: number;
}

const Bars = memo(({ first, last, now }: BarsProps): ReactElement => {
  const eights = Math.ceil((last - first) / 8);
  const each = eights > FINE ? 1 : 8;
  const columns = { gridTemplateColumns: `repeat(${eights}, minmax(0, 1fr))` };
  const every = Math.ceil(eights / 16);
  return (
    <div aria-hidden="true">
      <div className={eights > FINE ? "bars coarse" : "bars"} style={columns}>
        {Array.from({ length: eights }, (_, eight) => (
          <div key={String(eight)}>
            {Array.from({ length: each }, (_, i) => {
              const at = first + eight * 8 + i;
              const is = Math.floor((now - first) / (8 / each)) === eight * each + i;
              return <i key={String(i)} className={is ? "now" : at < now ? "past" : ""} hidden={at >= last} />;
            })}
          </div>
        ))}
      </div>
      <div className="labs" style={columns}>
        {Array.from({ length: eights }, (_, eight) => (
          <span key={String(eight)}>{eight % every === 0 ? Math.floor(first / 8) + eight + 1 : ""}</span>
        ))}
      </div>
    </div>
  );
});
