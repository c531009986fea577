import type { ReactElement } from "react";
import { sectionsOf } from "#dance/choreo/edit/sections.ts";
import { useWords } from "../../state/language.ts";
import { rove } from "../rove.ts";
import { useDesk } from "./editor-context.ts";
import { Lane } from "./lane.tsx";

/** All sections of the routine, as long as they are; a press goes to where one begins. */
export function SectionLane(): ReactElement {
  const { editor, draft, view } = useDesk();
  const words = useWords();
  return (
    <Lane name={words.editor.sections}>
      <fieldset className="seclane" aria-label={words.editor.sections} onKeyDown={(e) => rove(e, 1)}>
        {sectionsOf(draft).map(({ kind, from, to, name }) => {
          const on = from <= view.count && view.count < to;
          return (
            <button
              key={from}
              type="button"
              aria-pressed={on}
              tabIndex={on ? 0 : -1}
              style={{ "--n": to - from } as React.CSSProperties}
              onClick={() => editor.choose(from)}
            >
              {name ?? words.names.sectionShort[kind]}
            </button>
          );
        })}
      </fieldset>
    </Lane>
  );
}
