import type { Choreography } from "#dance/choreo/choreography.ts";
import type { BoardKind } from "#dance/practice/board.ts";
import { SPEEDS } from "#dance/practice/ladder.ts";
import { type Span, snapSpan } from "#dance/practice/span.ts";
import type { DraftPlace, Summary } from "../api.ts";
import type { Words } from "../words/index.ts";
import { routineTitle } from "../words/routine-title.ts";

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
  if (it.name !== undefined) return it.name;
  const alike = sections.filter((s) => s.kind === it.kind);
  const name = words.names.section[it.kind];
  return alike.length > 1 ? `${name} ${alike.indexOf(it) + 1}` : name;
}

/** "Lantern Season, Chorus"; just what it is, as long as nothing is known of the routine. */
export const partTitle = (words: Words, summary: Summary | undefined, section: number): string =>
  summary
    ? `${routineTitle(words, summary)}, ${sectionName(words, summary.sections, section)}`
    : words.challenges.routine;

/** Counts of a section, or of the whole routine. */
export const countsOf = ({ counts, sections }: Pick<Choreography, "counts" | "sections">, section: number): number => {
  const it = sections[section];
  return it ? it.to - it.from : counts;
};

/** How a routine is danced: speed, and whether the teacher is seen as in a mirror. */
export interface Way {
  readonly rate: number;
  readonly view: View;
  /** Seated or standing; where it says neither, as the dancer's switch stands. */
  readonly seated?: boolean | undefined;
}

/** What of a take tells how it was danced. */
interface TakeWay {
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
}

/** At full speed, in the way that a board or a take was danced. */
export const wayOfKind = (kind: BoardKind): Way => ({
  rate: 1,
  view: kind === "mirrored" ? "filmed" : "mirror",
  seated: kind === "seated",
});

/** In the way that a take was danced; at its own speed, unless another is asked for. */
export const wayOfTake = (take: TakeWay, rate: number = take.rate): Way => ({
  rate,
  view: take.mirror ? "filmed" : "mirror",
  seated: take.seated,
});
export const VIEWS = ["mirror", "filmed"] as const;
export type View = (typeof VIEWS)[number];
export const RATES = SPEEDS;

/** The speed one step up (1) or down (-1); null beyond the first and the last. */
export const nextRate = (rate: number, step: 1 | -1): number | null =>
  RATES[(RATES as readonly number[]).indexOf(rate) + step] ?? null;

/** What of a routine its addresses are made of. */
export interface RoutineAt {
  readonly slug: string;
  readonly version?: string;
  readonly position?: string;
  /** False for a version that is not danced today. */
  readonly current?: boolean;
  /** Set where it is danced out of the studio. */
  readonly draft?: DraftPlace;
}

/** The version that an address has to name: one of several positions, or an earlier one; null where the slug says it all. */
const named = ({ version, position, current, draft }: RoutineAt): string | null =>
  version !== undefined && !draft && (position !== undefined || current === false) ? version : null;

/** The version that an address asks for; null where it asks for today's. */
export function versionOf(search: string): string | null {
  const asked = new URLSearchParams(search).get("version");
  return asked !== null && /^[0-9a-f]{64}$/.test(asked) ? asked : null;
}

/** What names a version, or a position of a draft, in an address, for `search`. */
export function nameVersion(search: URLSearchParams, at: RoutineAt): void {
  const version = named(at);
  if (version !== null) search.set("version", version);
  if (at.draft && at.draft.at > 0) search.set("position", String(at.draft.at + 1));
}

/** The position of a draft that an address asks for, from 0. */
export function positionOf(search: string): number {
  const asked = new URLSearchParams(search).get("position") ?? "1";
  return /^[1-9]\d?$/.test(asked) ? Number(asked) - 1 : 0;
}

/** Where a routine is danced: its own page, or the studio's for a draft. */
const roomOf = ({ slug, draft }: RoutineAt): string => (draft ? `/studio/${draft.id}/dance` : `/dance/${slug}`);

const textOf = (search: URLSearchParams): string => (search.size > 0 ? `?${search}` : "");

/** The address of a routine's own page. */
export function routineAddress(at: RoutineAt): string {
  const search = new URLSearchParams();
  nameVersion(search, at);
  return `${roomOf(at)}${textOf(search)}`;
}

/** By what practice of a routine is remembered on this device: its slug, and whose part it is where several dance. */
export function partOf({ slug, position, draft }: RoutineAt): string {
  if (draft) return `${draftPart(draft.id)}@${draft.at}`;
  return position === undefined ? slug : `${slug}@${encodeURIComponent(position)}`;
}

/** What the parts of a draft begin with. */
export const draftPart = (id: string): string => `draft:${id}`;

/** The address of the stage for a section. */
export function stageAddress(at: RoutineAt, section: number, way: Way): string {
  const search = new URLSearchParams();
  nameVersion(search, at);
  if (way.rate !== 1) search.set("rate", String(way.rate));
  if (way.view !== "mirror") search.set("view", way.view);
  if (way.seated !== undefined) search.set("seated", way.seated ? "1" : "0");
  return `${roomOf(at)}/${sectionText(section)}/stage${textOf(search)}`;
}

/** The way that an address asks for; whatever it does not say is full speed, as in a mirror. */
export function wayOf(search: string): Way {
  const asked = new URLSearchParams(search);
  const rate = RATES.find((r) => String(r) === asked.get("rate")) ?? 1;
  const seated = { "1": true, "0": false }[asked.get("seated") ?? ""];
  return {
    rate,
    view: VIEWS.find((v) => v === asked.get("view")) ?? "mirror",
    ...(seated !== undefined && { seated }),
  };
}

/** A span to dance over and over, and whether the ladder moves its speed. */
export interface Loop {
  readonly span: Span;
  readonly ladder: boolean;
}

/** "3–4", the eight-counts of a span as people count them; "3" for one. */
export function eightsOf({ from, to }: Span, dash = "–"): string {
  const [first, last] = [Math.floor(from / 8) + 1, Math.ceil(to / 8)];
  return first === last ? String(first) : `${first}${dash}${last}`;
}

/** The address of the stage on which a span is looped, in the section that holds it. */
export function loopAddress(summary: Pick<Choreography, "sections"> & RoutineAt, loop: Loop, way: Way): string {
  const { span, ladder } = loop;
  const section = summary.sections.findIndex((s) => s.from <= span.from && span.to <= s.to);
  const address = stageAddress(summary, section, way);
  return `${address}${address.includes("?") ? "&" : "?"}loop=${eightsOf(span, "-")}${ladder ? "&ladder=1" : ""}`;
}

/** The loop that an address asks for, clipped to a choreography of `counts` counts; null where it asks for none. */
export function loopOf(search: string, counts: number): Loop | null {
  const asked = new URLSearchParams(search);
  const eights = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(asked.get("loop") ?? "");
  if (!eights) return null;
  const [a, b] = [Number(eights[1]), Number(eights[2] ?? eights[1])];
  const span = snapSpan((Math.min(a, b) - 1) * 8, Math.max(a, b) * 8, counts);
  return { span, ladder: asked.get("ladder") === "1" };
}

/** An address of the stage on which a take is danced beside. */
export const besideAddress = (stage: string, takeId: string): string =>
  `${stage}${stage.includes("?") ? "&" : "?"}ghost=${encodeURIComponent(takeId)}`;

/** The take that an address asks to be danced beside; null where it asks for none. */
export const ghostOf = (search: string): string | null => new URLSearchParams(search).get("ghost") || null;
