import type { ReactElement } from "react";
import type { Summary } from "../api.ts";
import { sectionName, WHOLE } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { routineTitle } from "../words/routine-title.ts";
import { Field } from "./field.tsx";

/** Days that a crew may be given for what it is asked, as the Worker allows. */
export const LONGEST_DAYS = 59;

interface SectionFieldsProps {
  readonly list: readonly Summary[];
  readonly version: string;
  readonly section: number;
  readonly onChange: (version: string, section: number) => void;
}

/** Which section of which routine a crew is asked to dance. */
export function SectionFields({ list, version, section, onChange }: SectionFieldsProps): ReactElement {
  const words = useWords();
  const { challenges: say } = words;
  const sections = list.find((it) => it.version === version)?.sections ?? [];
  return (
    <>
      <Field label={say.routine}>
        {(id) => (
          <select id={id} value={version} onChange={(e) => onChange(e.currentTarget.value, 0)}>
            {list.map((it) => (
              <option key={it.version} value={it.version}>
                {routineTitle(words, it)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say.section}>
        {(id) => (
          <select id={id} value={section} onChange={(e) => onChange(version, Number(e.currentTarget.value))}>
            {[...sections.keys(), WHOLE].map((i) => (
              <option key={i} value={i}>
                {sectionName(words, sections, i)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
