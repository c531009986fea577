import { type ReactElement, useMemo, useState } from "react";
import type { Section } from "#dance/choreo/choreography.ts";
import { suggestSections } from "#dance/choreo/suggest-sections.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import type { Hearing } from "../../sound/index.ts";
import { sectionName } from "../../state/addresses.ts";
import { useWords } from "../../state/language.ts";

interface SectionsProps {
  readonly hearing: Hearing;
  readonly starts: number;
  readonly tempo: Tempo;
  readonly counts: number;
  readonly sections: readonly Section[];
  readonly onSections: (sections: Section[]) => void;
}

const same = (a: readonly Section[], b: readonly Section[]): boolean =>
  a.length === b.length && a.every((it, i) => it.kind === b[i]?.kind && it.from === b[i].from && it.to === b[i].to);

/** Sections that the music suggests: shown first, taken on a press. */
export function TempoSections(props: SectionsProps): ReactElement {
  const { hearing, starts, tempo, counts, sections, onSections } = props;
  const words = useWords();
  const say = words.tempo;
  const [asked, setAsked] = useState(false);
  const found = useMemo(() => {
    const inFile = { bpm: tempo.bpm, firstBeat: tempo.firstBeat - starts };
    return asked ? suggestSections(hearing, inFile, counts) : null;
  }, [asked, hearing, tempo, starts, counts]);
  const eights = (section: Section) => {
    const [first, last] = [Math.floor(section.from / 8) + 1, Math.ceil(section.to / 8)];
    return first === last ? `${first}` : `${first}–${last}`;
  };
  return (
    <div className="tp-sections">
      <button type="button" className="btn wide" onClick={() => setAsked(true)}>
        {say.sections}
      </button>
      <div role="status">
        {found === null ? (
          <p className="note">{say.sectionsSay}</p>
        ) : found.length === 0 ? (
          <p className="note">{say.few}</p>
        ) : (
          <ol>
            {found.map((section, i) => (
              <li key={section.from}>
                <span>{sectionName(words, found, i)}</span> <b>{eights(section)}</b>
              </li>
            ))}
          </ol>
        )}
      </div>
      {found !== null &&
        found.length > 0 &&
        (same(found, sections) ? (
          <p className="note">{say.taken}</p>
        ) : (
          <button type="button" className="btn wide" onClick={() => onSections(found)}>
            {say.take}
          </button>
        ))}
    </div>
  );
}
