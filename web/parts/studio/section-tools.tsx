import { type ReactElement, useId } from "react";
import { SECTION_KINDS, type SectionKind } from "#dance/choreo/choreography.ts";
import { beginSection, joinSection, moveStart, nameSection, sectionsOf, setKind } from "#dance/choreo/edit/sections.ts";
import { isUnscored, setScored } from "#dance/choreo/edit/unscored.ts";
import { countName } from "#dance/music/tempo.ts";
import { useWords } from "../../state/language.ts";
import { useDesk } from "./editor-context.ts";

/** The section of the chosen count: its kind and name, where it begins, joined or split, scored or not. */
export function SectionTools(): ReactElement {
  const { editor, draft, view, position } = useDesk();
  const words = useWords();
  const say = words.editor;
  const id = useId();
  const sections = sectionsOf(draft);
  const index = sections.findIndex(({ from, to }) => from <= view.count && view.count < to);
  const section = sections[index];
  const here = Math.floor(view.count);
  const eight = { from: here - (here % 8), to: Math.min(draft.counts, here - (here % 8) + 8) };
  const unscored = isUnscored(position.unscored, here);
  return (
    <section className="panel stack" aria-labelledby={id}>
      <h2 className="h3" id={id}>
        {say.section}
      </h2>
      {section && (
        <>
          <label className="field">
            {say.kind}
            <select
              value={section.kind}
              onChange={(e) => editor.edit((d) => setKind(d, index, e.currentTarget.value as SectionKind))}
            >
              {SECTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words.names.section[kind]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            {say.name}
            <input
              value={section.name ?? ""}
              maxLength={60}
              placeholder={words.names.section[section.kind]}
              onChange={(e) => {
                const name = e.currentTarget.value;
                editor.edit((d) => nameSection(d, index, name), `name ${section.from}`);
              }}
            />
          </label>
        </>
      )}
      <div className="row">
        <button
          type="button"
          className="btn"
          disabled={sections.some(({ from }) => from === here)}
          onClick={() => editor.edit((d) => beginSection(d, here))}
        >
          {say.begin(countName(here))}
        </button>
        <button
          type="button"
          className="btn"
          disabled={index < 1}
          onClick={() => editor.edit((d) => joinSection(d, index))}
        >
          {say.join}
        </button>
      </div>
      {section && index > 0 && (
        <fieldset className="pair-buttons" aria-label={say.start}>
          <button
            type="button"
            className="btn"
            onClick={() => editor.edit((d) => moveStart(d, index, section.from - 1))}
          >
            {say.earlier}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => editor.edit((d) => moveStart(d, index, section.from + 1))}
          >
            {say.later}
          </button>
        </fieldset>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={unscored}
          onChange={() => editor.edit((d, at) => setScored(d, at, eight, unscored))}
        />
        {say.unscored(Math.floor(here / 8) + 1)}
      </label>
    </section>
  );
}
