import { Hono } from "hono";
import { WEAKEST, weakestSpots } from "#dance/practice/weakest.ts";
import { dayOf, weekOf } from "#dance/practice/week.ts";
import { fixesOf } from "#dance/scoring/insight.ts";
import { dancersOnly } from "../auth/door.ts";
import { choreographiesOf } from "../db/choreographies.ts";
import type { Db } from "../db/open.ts";
import { bestsOf, latestOf, momentsOf, readingsLike, type ShortTake, takesBefore, wordsOf } from "../db/progress.ts";
import { resultOf } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn } from "../env.ts";
import { DAY_MS, LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byVersion } from "../schemas.ts";
import { backFrom, inZone, progress as overview, progressTakes, progressWords } from "../schemas-progress.ts";
import { readMoment, writeMoment } from "./cursor.ts";

/** How a dancer gets on. Every answer reads a bounded number of rows, however much was danced. */
export const progress = new Hono<SignedIn>()
  .get(
    "/progress",
    describe({
      summary:
        "Where I stand in every section, by how it was danced, when I danced, and where I am weakest; `zone` is minutes ahead of UTC",
      reply: overview,
      problems: ["signed-out", "input-invalid"],
    }),
    dancersOnly,
    valid("query", inZone),
    async (c) => {
      const { db, asker } = c.var;
      const [latest, bests, moments] = await Promise.all([
        latestOf(db, asker.id, LIMITS.progressSections),
        bestsOf(db, asker.id, {}, LIMITS.progressSections),
        whenDanced(db, asker.id, c.req.valid("query").zone),
      ]);
      const [last] = latest;
      const [result, weak, choreographies] = await Promise.all([
        last ? resultOf(db, last.id) : null,
        Promise.all(latest.slice(0, LIMITS.weakSections).map((take) => weakIn(db, asker.id, take))),
        choreographiesOf(db, [...new Set(latest.map(({ version }) => version))], asker.id),
      ]);
      const sections = latest.map((take) => {
        const { version, section, kind } = take;
        const best = bests.find((it) => it.version === version && it.section === section && it.kind === kind) ?? null;
        return { version, section, kind, best, latest: take };
      });
      const fix = (result && fixesOf(result)[0]) ?? null;
      return c.json({ sections, moments, weak, fix, choreographies }, 200);
    },
  )
  .get(
    "/progress/takes",
    describe({
      summary: "My judged takes, newest first, a page at a time, with the bests that stood before them",
      reply: progressTakes,
      problems: ["signed-out", "cursor-invalid"],
    }),
    dancersOnly,
    valid("query", backFrom),
    async (c) => {
      const { before: cursor } = c.req.valid("query");
      const before = cursor === undefined ? null : readMoment(cursor);
      if (cursor !== undefined && !before) return problem(c, "cursor-invalid");
      const { db, asker } = c.var;
      const rows = await takesBefore(db, asker.id, before, LIMITS.progressTakes + 1);
      const takes = rows.slice(0, LIMITS.progressTakes);
      const last = rows.length > takes.length ? takes.at(-1) : undefined;
      if (!last) return c.json({ takes, earlier: [], next: null }, 200);
      const earlier = await bestsOf(db, asker.id, { before: last }, LIMITS.progressSections);
      return c.json({ takes, earlier, next: writeMoment(last) }, 200);
    },
  )
  .get(
    "/progress/choreographies/:version",
    describe({
      summary: "My best take at full speed of each section and kind, count by count",
      reply: progressWords,
      problems: ["signed-out", "choreography-unknown"],
    }),
    dancersOnly,
    valid("param", byVersion),
    async (c) => {
      const { db, asker } = c.var;
      const { version } = c.req.valid("param");
      const bests = await bestsOf(db, asker.id, { version }, LIMITS.progressSections);
      const sections = bests.map(async ({ id, section, kind, score }) => {
        return { section, kind, takeId: id, score, judgements: await wordsOf(db, id) };
      });
      return c.json({ sections: await Promise.all(sections) }, 200);
    },
  );

/** The last moment of each day of this week in the dancer's zone, and of each week before. */
async function whenDanced(db: Db, dancerId: string, zone: number): Promise<number[]> {
  const [days, weeks] = await Promise.all([
    momentsOf(db, dancerId, DAY_MS, zone * 60_000, 7),
    momentsOf(db, dancerId, 7 * DAY_MS, zone * 60_000 + 3 * DAY_MS, LIMITS.progressWeeks),
  ]);
  const thisWeek = weekOf(dayOf(now(), zone));
  const ofWeek = (at: number) => weekOf(dayOf(at, zone));
  return [...days.filter((at) => ofWeek(at) >= thisWeek), ...weeks.filter((at) => ofWeek(at) < thisWeek)];
}

async function weakIn(db: Db, dancerId: string, take: ShortTake) {
  const { version, section, kind, mirror } = take;
  return { version, section, kind, mirror, spots: weakestSpots(await readingsLike(db, dancerId, take, WEAKEST.takes)) };
}
