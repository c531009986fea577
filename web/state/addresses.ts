import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Words } from "../words/index.ts";

/** The index that stands for the whole routine, as in scoring/reference.ts, which is too heavy to load for one number. */
export const WHOLE = -1;

/** A section in an address: its index, or `all`. */
export const sectionText = (section: number): string => (section === WHOLE ? "all" : String(section));

/** The section of an address; null where it names none of these sections. */
export function sectionOf(text: string, sections: Choreography["sections"]): number | null {
  if (text === "all") return WHOLE;
  const index = /^\d{1,3}$/.test(text) ? Number(text) : -2;
  return index >= 0 && index < sections.length ? index : null;
}

/** "Chorus", or "Chorus 2" where a kind comes more than once, or "Whole routine". */
export function sectionName(words: Words, sections: Choreography["sections"], section: number): string {
  const it = sections[section];
  if (!it) return words.choreography.whole;
  const alike = sections.filter((s) => s.kind === it.kind);
  const name = words.names.section[it.kind];
  return alike.length > 1 ? `${name} ${alike.indexOf(it) + 1}` : name;
}

/** How a routine is danced: speed, and whether the teacher is seen as in a mirror. */
export interface Way {
  readonly rate: number;
  readonly view: View;
}
export const VIEWS = ["mirror", "filmed"] as const;
export type View = (typeof VIEWS)[number];
export const RATES = [0.5, 0.75, 1] as const;

/** The address of the stage for a section. */
export function stageAddress(slug: string, section: number, way: Way): string {
  const search = new URLSearchParams();
  if (way.rate !== 1) search.set("rate", String(way.rate));
  if (way.view !== "mirror") search.set("view", way.view);
  const text = search.toString();
  return `/dance/${slug}/${sectionText(section)}/stage${text ? `?${text}` : ""}`;
}

/** The way that an address asks for; whatever it does not say is full speed, as in a mirror. */
export function wayOf(search: string): Way {
  const asked = new URLSearchParams(search);
  const rate = RATES.find((r) => String(r) === asked.get("rate")) ?? 1;
  return { rate, view: VIEWS.find((v) => v === asked.get("view")) ?? "mirror" };
}
