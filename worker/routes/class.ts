import { Hono } from "hono";
import { spanOf } from "#dance/choreo/summary.ts";
import { CLASS, weakestEights } from "#dance/practice/class.ts";
import { allowed, type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly } from "../auth/door.ts";
import type { VersionedSummary } from "../db/choreographies.ts";
import {
  ALWAYS,
  type CellRow,
  cellsOf,
  eightsOf,
  type Looking,
  type PracticeRow,
  type PupilRow,
  practiceOf,
  pupilsOf,
  type View,
  versionsDanced,
} from "../db/class.ts";
import type { Db } from "../db/open.ts";
import { choreographiesReadBy } from "../db/reviewing.ts";
import { lastSheets } from "../db/rubrics.ts";
import { describe, valid } from "../describe.ts";
import { now } from "../env.ts";
import { DAY_MS, LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { classPage, ofClass } from "../schemas-class.ts";

/** The class at a glance, for a coach: ten queries at most, the door's among them, however large the class. */
export const classes = new Hono<InCrew>().get(
  "/crews/:id/class",
  describe({
    summary:
      "Dancers by sections of a routine, as far as each lets me see: best, last takes, minutes, last seen, weakest eight-counts",
    reply: classPage,
    problems: ["signed-out", "crew-unknown", "crew-forbidden", "choreography-unknown", "input-invalid"],
  }),
  dancersOnly,
  valid("param", byId),
  membersOnly,
  valid("query", ofClass),
  async (c) => {
    const { asker, crew, db } = c.var;
    if (!allowed(c, "see-class", "")) return problem(c, "crew-forbidden");
    const looking = { coachId: asker.id, now: now() };
    const pupils = await pupilsOf(db, crew.id, asker.id, looking.now);
    const views = pupils.flatMap((pupil) => viewsOf(pupil));
    const danced = await versionsDanced(db, views, looking, LIMITS.classVersions);
    const { version: asked } = c.req.valid("query");
    const version = asked ?? danced[0]?.version ?? null;
    const known = await choreographiesReadBy(
      db,
      [...new Set([...danced.map((it) => it.version), ...(asked ? [asked] : [])])],
      asker.id,
      looking.now,
    );
    if (asked && !known.some((it) => it.version === asked)) return problem(c, "choreography-unknown");
    const found = await readClass(db, {
      crewId: crew.id,
      looking,
      views,
      version,
      summary: known.find((it) => it.version === version),
    });
    const choreographies = danced.flatMap(({ version, dancers }) => {
      const summary = known.find((it) => it.version === version);
      return summary ? [{ ...summary, dancers }] : [];
    });
    const dancers = pupils.map((pupil) => pupilView(pupil, version, found, known));
    const page = {
      crew,
      choreographies,
      version,
      days: LIMITS.classDays,
      dancers,
      weakest: weakestEights(found.eights),
    };
    return c.json({ ...page, weakest: [...page.weakest] }, 200);
  },
);

/** What a member lets see: all since they joined, and of single versions also what they danced before. */
function viewsOf({ dancer: { id: dancer }, joinedAt, practiceUntil, versions }: PupilRow): View[] {
  const practice = practiceUntil === null ? [] : [{ dancer, since: joinedAt, before: ALWAYS, version: null }];
  const before = practiceUntil === null ? ALWAYS : joinedAt;
  return [...practice, ...Object.keys(versions).map((version) => ({ dancer, since: 0, before, version }))];
}

/** For each dancer the view that reaches furthest in a version: the one of it alone, else that of all practice. */
function viewsFor(views: readonly View[], version: string | null): View[] {
  const here = views.filter((view) => version !== null && (view.version ?? version) === version);
  return [...new Map(here.map((view) => [view.dancer, view])).values()];
}

interface Asked {
  readonly crewId: string;
  readonly looking: Looking;
  readonly views: readonly View[];
  readonly version: string | null;
  readonly summary: VersionedSummary | undefined;
}

async function readClass(db: Db, { crewId, looking, views, version, summary }: Asked) {
  const here = viewsFor(views, version);
  const sections = summary ? [-1, ...summary.sections.keys()] : [];
  const [rows, practice, sheets] = await Promise.all([
    version === null ? [] : cellsOf(db, here, version, { sections, recent: CLASS.recent }),
    practiceOf(db, views, looking, looking.now - LIMITS.classDays * DAY_MS),
    lastSheets(db, crewId, views, looking),
  ]);
  const cells = new Map(views.map(({ dancer }) => [dancer, cellsIn(rows.filter((row) => row.dancerId === dancer))]));
  const latest = [...cells.values()].flat().flatMap(({ recent }) => recent.at(-1)?.id ?? []);
  return { cells, practice, sheets, eights: await eightsOf(db, latest) };
}

type Found = Awaited<ReturnType<typeof readClass>>;

function pupilView(
  { dancer, role, joinedAt, practiceUntil, versions }: PupilRow,
  version: string | null,
  { cells, practice, sheets }: Found,
  known: readonly VersionedSummary[],
) {
  const mine = practice.filter(({ dancerId }) => dancerId === dancer.id);
  const shares = practiceUntil !== null ? "practice" : Object.keys(versions).length > 0 ? "choreography" : null;
  const single = version === null ? null : (versions[version] ?? null);
  const until = practiceUntil === null ? single : Math.max(practiceUntil, single ?? 0);
  const sheet = sheets.find(({ dancerId }) => dancerId === dancer.id);
  return {
    ...{ dancer, role, joinedAt, shares, whole: single !== null, until },
    minutes: Math.round(mine.reduce((sum, row) => sum + minutesIn(row, known), 0) * 10) / 10,
    takes: mine.reduce((sum, { takes }) => sum + takes, 0),
    lastAt: mine.reduce<number | null>((last, { lastAt }) => Math.max(last ?? 0, lastAt), null),
    sheet: sheet
      ? { takeId: sheet.takeId, criteria: [...sheet.criteria], levels: [...sheet.levels], at: sheet.at }
      : null,
    cells: cells.get(dancer.id) ?? [],
  } as const;
}

function minutesIn({ version, section, lengths }: PracticeRow, known: readonly VersionedSummary[]): number {
  const summary = known.find((it) => it.version === version);
  const span = summary && spanOf(summary, section);
  return span ? ((span.to - span.from) * lengths) / 60 : 0;
}

/** The cells of one dancer: the best of all kinds, and the last takes, oldest first. */
function cellsIn(rows: readonly CellRow[]) {
  const short = ({ id, score, rate, at }: CellRow) => ({ id, score, rate, at });
  return [...new Set(rows.map(({ section }) => section))]
    .sort((a, b) => a - b)
    .map((section) => {
      const here = rows.filter((row) => row.section === section);
      const [best] = here.filter(({ place }) => place === "best").sort((a, b) => b.score - a.score);
      const recent = here.filter(({ place }) => place === "recent").sort((a, b) => a.at - b.at);
      const last = recent.slice(-CLASS.recent).map(short);
      return { section, best: best ? { ...short(best), grade: best.grade } : null, recent: last };
    });
}
