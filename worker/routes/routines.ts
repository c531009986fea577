import { Hono } from "hono";
import { dancersOnly, whoever } from "../auth/door.ts";
import {
  choreographiesBefore,
  choreographiesBy,
  choreographiesForCrews,
  choreographiesNamed,
  versionsOf,
} from "../db/choreographies.ts";
import { wordsOf } from "../db/title-words.ts";
import { describe, valid } from "../describe.ts";
import type { Env, SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { library } from "../schemas.ts";
import { bySlug, looking, routineList } from "../schemas-routines.ts";
import { readPublished, writePublished } from "./cursor.ts";

const forAll = new Hono<Env>()
  .get(
    "/routines",
    describe({
      summary:
        "What dancers have published for everybody, the latest first, a page at a time; by `search`, the first page",
      reply: routineList,
      problems: ["cursor-invalid", "input-invalid"],
    }),
    whoever,
    valid("query", looking),
    async (c) => {
      const { after, search } = c.req.valid("query");
      const { db } = c.var;
      const asker = c.var.asker?.id ?? null;
      const words = wordsOf(search).slice(0, LIMITS.searchWords);
      const [longest] = [...words].sort((a, b) => b.length - a.length);
      if (longest !== undefined) {
        const inOrder = [longest, ...words.filter((word) => word !== longest)];
        const found = await choreographiesNamed(db, asker, inOrder, LIMITS.searchTitles, LIMITS.routinePage);
        return c.json({ choreographies: found, next: null }, 200);
      }
      const before = after === undefined ? null : readPublished(after);
      if (after !== undefined && !before) return problem(c, "cursor-invalid");
      const rows = search ? [] : await choreographiesBefore(db, asker, before, LIMITS.routinePage + 1);
      const page = rows.slice(0, LIMITS.routinePage);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      const next = last ? writePublished({ at: last.publishedAt, version: last.version }) : null;
      return c.json({ choreographies: page, next }, 200);
    },
  )
  .get(
    "/routines/:slug",
    describe({
      summary:
        "All versions of a routine that I may see, the latest first; `current` are danced today, one of each position",
      reply: library,
      problems: ["choreography-unknown"],
    }),
    whoever,
    valid("param", bySlug),
    async (c) => {
      const { slug } = c.req.valid("param");
      const choreographies = await versionsOf(c.var.db, slug, c.var.asker?.id ?? null, LIMITS.routineVersions);
      return choreographies.length > 0 ? c.json({ choreographies }, 200) : problem(c, "choreography-unknown");
    },
  );

const mine = new Hono<SignedIn>()
  .get(
    "/me/choreographies",
    describe({
      summary: "Every version that I published, the latest first",
      reply: library,
      problems: ["signed-out"],
    }),
    dancersOnly,
    async (c) =>
      c.json({ choreographies: await choreographiesBy(c.var.db, c.var.asker.id, LIMITS.versionsOfDancer) }, 200),
  )
  .get(
    "/me/crews/choreographies",
    describe({
      summary: "What is danced today of the routines that others published for crews of mine, the latest first",
      reply: library,
      problems: ["signed-out"],
    }),
    dancersOnly,
    async (c) =>
      c.json({ choreographies: await choreographiesForCrews(c.var.db, c.var.asker.id, LIMITS.crewRoutines) }, 200),
  );

/** Lists of what dancers published. */
export const routines = new Hono().route("/", forAll).route("/", mine);
