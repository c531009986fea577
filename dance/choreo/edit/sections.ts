import type { Section, SectionKind } from "../choreography.ts";
import type { Draft } from "../draft.ts";
import { fitName } from "../head.ts";

/** What a stretch is until somebody says what it is. */
const PLAIN: SectionKind = "verse";

/** The sections of a draft; where there are none, all of it is one. */
export const sectionsOf = ({ sections, counts }: Draft): readonly Section[] =>
  sections.length > 0 || counts < 1 ? sections : [{ kind: PLAIN, from: 0, to: counts }];

/** Sections as told, cut to the draft's counts, in order, none over another. */
export function setSections(draft: Draft, sections: readonly Section[]): Draft {
  const kept: Section[] = [];
  for (const section of [...sections].sort((a, b) => a.from - b.from)) {
    const from = Math.max(kept.at(-1)?.to ?? 0, Math.round(section.from));
    const to = Math.min(draft.counts, Math.round(section.to));
    if (to > from) kept.push({ ...section, from, to });
  }
  return { ...draft, sections: kept };
}

/** A section begins on this whole count: what lies around it is split, or, outside of all, a new one. */
export function beginSection(draft: Draft, count: number): Draft {
  const sections = sectionsOf(draft);
  if (!Number.isInteger(count) || count < 0 || count >= draft.counts) return draft;
  if (sections.some(({ from }) => from === count)) return draft;
  const at = sections.findIndex(({ from, to }) => from < count && count < to);
  const around = sections[at];
  if (around) {
    const { name: _, ...rest } = around;
    return { ...draft, sections: sections.toSpliced(at, 1, { ...around, to: count }, { ...rest, from: count }) };
  }
  const next = sections.find(({ from }) => from > count);
  return setSections(draft, [...sections, { kind: PLAIN, from: count, to: next?.from ?? draft.counts }]);
}

/** The section is no more: its counts belong to the one before it, or, of the first, to the next. */
export function joinSection(draft: Draft, index: number): Draft {
  const sections = sectionsOf(draft);
  const gone = sections[index];
  if (!gone || sections.length < 2) return draft;
  const [before, after] = [sections[index - 1], sections[index + 1]];
  if (before) return { ...draft, sections: sections.toSpliced(index - 1, 2, { ...before, to: gone.to }) };
  return after ? { ...draft, sections: sections.toSpliced(0, 2, { ...after, from: gone.from }) } : draft;
}

/** A section with what of a name can be one. */
export function named({ name: _, ...section }: Section, name = ""): Section {
  const fit = fitName(name);
  return fit === "" ? section : { ...section, name: fit };
}

const change = (draft: Draft, index: number, how: (section: Section) => Section): Draft => {
  const sections = sectionsOf(draft);
  const section = sections[index];
  return section ? { ...draft, sections: sections.with(index, how(section)) } : draft;
};

/** What kind of section it is. */
export const setKind = (draft: Draft, index: number, kind: SectionKind): Draft =>
  change(draft, index, (section) => ({ ...section, kind }));

/** What its author calls it; an empty name leaves it to the kind. */
export const nameSection = (draft: Draft, index: number, name: string): Draft =>
  change(draft, index, (section) => named(section, name));

/** Where it begins; the one before it ends there if they touched. Each keeps a count at least. */
export function moveStart(draft: Draft, index: number, count: number): Draft {
  const sections = sectionsOf(draft);
  const [before, section] = [sections[index - 1], sections[index]];
  if (!section || !Number.isInteger(count)) return draft;
  const touches = before?.to === section.from;
  const least = before ? (touches ? before.from + 1 : before.to) : 0;
  const from = Math.min(section.to - 1, Math.max(least, count));
  if (from === section.from) return draft;
  const moved = sections.with(index, { ...section, from });
  return { ...draft, sections: before && touches ? moved.with(index - 1, { ...before, to: from }) : moved };
}
