import type { ReactElement } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { BoardKind } from "#dance/practice/board.ts";
import type { Span } from "#dance/practice/span.ts";
import type { JudgementWord } from "#dance/scoring/result.ts";
import type { Summary } from "../api.ts";
import { partOf, sectionName, WHOLE } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { keyOf } from "../state/progress.ts";
import { type EightsOf, useEights, useSoFar } from "../state/so-far.ts";
import { Glyph } from "./marks.tsx";

interface SectionsProps {
  readonly summary: Summary;
  readonly section: number;
  /** How it is to be danced: whose bests are shown. */
  readonly kind: BoardKind;
  readonly onSection: (section: number) => void;
  /** Eight-counts picked to be looped; null where none are. */
  readonly span: Span | null;
  /** An eight-count was tapped, from 0. */
  readonly onEight: (eight: number) => void;
}

/** The sections of a routine, a cell for each eight-count with the mark of the best take; one is picked. */
export function Sections({ summary, section, kind, onSection, span, onEight }: SectionsProps): ReactElement {
  const { choreography } = useWords();
  const soFar = useSoFar();
  const eights = useEights(summary);
  return (
    <RadioGroup aria-label={choreography.pick} value={String(section)} onChange={(value) => onSection(Number(value))}>
      {[...summary.sections.keys(), WHOLE].map((i) => (
        <SectionRow
          key={i}
          {...{ summary, span, onEight }}
          section={i}
          picked={i === section}
          best={soFar[keyOf(partOf(summary), i, kind)]?.best ?? null}
          eights={eights(i, kind)}
        />
      ))}
    </RadioGroup>
  );
}

interface RowProps extends Pick<SectionsProps, "summary" | "span" | "onEight"> {
  readonly section: number;
  readonly picked: boolean;
  readonly best: number | null;
  readonly eights: ReturnType<EightsOf>;
}

function SectionRow({ summary, section, picked, best, eights, span: loop, onEight }: RowProps): ReactElement {
  const words = useWords();
  const span = summary.sections[section] ?? { from: 0, to: summary.counts };
  const [from, to] = [Math.floor(span.from / 8), Math.ceil(span.to / 8)];
  const cells = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <div className="sec" data-selected={picked || undefined}>
      <Radio value={String(section)} className="name">
        <span className="h3">{sectionName(words, summary.sections, section)}</span>
        <small>{words.choreography.eights(to - from)}</small>
      </Radio>
      <span className="cells">
        {cells.map((eight) => (
          <Cell key={eight} {...{ eight, onEight }} word={eights?.[eight]} looped={isIn(loop, eight)} />
        ))}
      </span>
      <span className={best === null ? "num best none" : "num best"}>{best === null ? "–" : words.n.score(best)}</span>
    </div>
  );
}

const isIn = (span: Span | null, eight: number): boolean =>
  span !== null && span.from <= eight * 8 && eight * 8 < span.to;

interface CellProps {
  readonly eight: number;
  readonly word: JudgementWord | undefined;
  readonly looped: boolean;
  readonly onEight: (eight: number) => void;
}

function Cell({ eight, word, looped, onEight }: CellProps): ReactElement {
  const words = useWords();
  return (
    <button type="button" className={`cell8 ${word ?? ""}`} aria-pressed={looped} onClick={() => onEight(eight)}>
      <span aria-hidden="true">{eight + 1}</span>
      {word && <Glyph word={word} />}
      <span className="vh">{words.choreography.cell(eight + 1, word ? words.names.judgement[word] : null)}</span>
    </button>
  );
}
