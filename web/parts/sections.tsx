import type { ReactElement } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { Summary } from "../api.ts";
import { sectionName, WHOLE } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { keyOf, type SectionMemory, useProgress } from "../state/progress.ts";
import { Glyph } from "./marks.tsx";

interface SectionsProps {
  readonly summary: Summary;
  readonly section: number;
  readonly onSection: (section: number) => void;
}

/** The sections of a routine, a cell for each eight-count with the mark of the best take; one is picked. */
export function Sections({ summary, section, onSection }: SectionsProps): ReactElement {
  const { choreography } = useWords();
  const progress = useProgress();
  return (
    <RadioGroup aria-label={choreography.pick} value={String(section)} onChange={(value) => onSection(Number(value))}>
      {[...summary.sections.keys(), WHOLE].map((i) => (
        <SectionRow key={i} summary={summary} section={i} memory={progress[keyOf(summary.slug, i)]} />
      ))}
    </RadioGroup>
  );
}

interface RowProps {
  readonly summary: Summary;
  readonly section: number;
  readonly memory: SectionMemory | undefined;
}

function SectionRow({ summary, section, memory }: RowProps): ReactElement {
  const words = useWords();
  const span = summary.sections[section] ?? { from: 0, to: summary.counts };
  const [from, to] = [Math.floor(span.from / 8), Math.ceil(span.to / 8)];
  const cells = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <Radio value={String(section)} className="sec">
      <span className="name">
        <span className="h3">{sectionName(words, summary.sections, section)}</span>
        <small>{words.choreography.eights(to - from)}</small>
      </span>
      <span className="cells">
        {cells.map((eight) => (
          <Cell key={eight} eight={eight} memory={memory} />
        ))}
      </span>
      <span className={memory ? "num best" : "num best none"}>{memory ? words.n.score(memory.best) : "–"}</span>
    </Radio>
  );
}

function Cell({ eight, memory }: { readonly eight: number; readonly memory: SectionMemory | undefined }): ReactElement {
  const words = useWords();
  const word = memory?.eights[eight];
  return (
    <span className={`cell8 ${word ?? ""}`}>
      <span aria-hidden="true">{eight + 1}</span>
      {word && <Glyph word={word} />}
      <span className="vh">{words.choreography.cell(eight + 1, word ? words.names.judgement[word] : null)}</span>
    </span>
  );
}
