import { Hono } from "hono";
import { checkLevels } from "#dance/practice/rubric.ts";
import { allowed, type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly } from "../auth/door.ts";
import { type InReview, reviewersOnly } from "../auth/thread.ts";
import { rubricOf, rubricsOf, type SheetRow, setRubric, setSheet, sheetsOf } from "../db/rubrics.ts";
import { describe, valid } from "../describe.ts";
import { now } from "../env.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { marking, newSheet, rubric as rubricSchema, takeRubric } from "../schemas-class.ts";

const INSIDE = ["signed-out", "crew-unknown", "input-invalid"] as const;
const TAKE = ["signed-out", "take-unknown", "input-invalid"] as const;

const ofCrew = new Hono<InCrew>()
  .get(
    "/crews/:id/rubric",
    describe({ summary: "By what the crew's coaches look at takes", reply: rubricSchema, problems: INSIDE }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    async (c) => c.json({ criteria: await rubricOf(c.var.db, c.var.crew.id) }, 200),
  )
  .put(
    "/crews/:id/rubric",
    describe({
      summary:
        "Set the crew's rubric: up to six criteria of four levels each; none takes it away. Takes keep what they were given",
      reply: rubricSchema,
      problems: [...INSIDE, "crew-forbidden", "rubric-invalid", "gone-meanwhile"],
    }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    valid("json", rubricSchema),
    async (c) => {
      if (!allowed(c, "set-rubric")) return problem(c, "crew-forbidden");
      const { criteria } = c.req.valid("json");
      await setRubric(c.var.db, c.var.crew.id, criteria);
      return c.json({ criteria }, 200);
    },
  );

const ofTake = new Hono<InReview>()
  .get(
    "/takes/:id/rubric",
    describe({
      summary: "What coaches gave a take of mine or one that I may review, and the rubrics by which I may",
      reply: takeRubric,
      problems: TAKE,
    }),
    dancersOnly,
    valid("param", byId),
    reviewersOnly,
    async (c) => {
      const { asker, db, review } = c.var;
      const { take, within } = review;
      const [rubrics, sheets] = await Promise.all([
        within === "all" ? [] : rubricsOf(db, within),
        sheetsOf(db, take.id, within),
      ]);
      return c.json({ rubrics, sheets: sheets.map((sheet) => sheetView(sheet, asker.id)) }, 200);
    },
  )
  .put(
    "/takes/:id/rubric",
    describe({
      summary:
        "Give a take that I review levels by a crew's rubric: one for each criterion, or null; again replaces mine",
      reply: newSheet,
      problems: [...TAKE, "rubric-missing", "marks-invalid", "gone-meanwhile"],
    }),
    dancersOnly,
    valid("param", byId),
    reviewersOnly,
    valid("json", marking),
    async (c) => {
      const { asker, db, review } = c.var;
      const { crew, levels } = c.req.valid("json");
      const { take, within } = review;
      const [rubric] = within !== "all" && within.includes(crew) ? await rubricsOf(db, [crew]) : [];
      if (!rubric) return problem(c, "rubric-missing");
      const { criteria } = rubric;
      const fitting = checkLevels(levels, criteria);
      if (!fitting.ok) return problem(c, fitting.problem.code);
      const at = now();
      const sheet = { takeId: take.id, dancerId: take.dancerId, criteria, levels: fitting.value, at };
      await setSheet(db, { ...sheet, crewId: crew, authorId: asker.id });
      const by = { id: asker.id, name: asker.name };
      return c.json(sheetView({ ...sheet, crew: rubric.crew, by }, asker.id), 200);
    },
  );

const sheetView = ({ takeId: _, dancerId: __, criteria, levels, ...sheet }: SheetRow, asker: string) => ({
  ...sheet,
  mine: sheet.by.id === asker,
  criteria: [...criteria],
  levels: [...levels],
});

/** Rubrics: what coaches look at beside what is measured, and what they gave. */
export const rubrics = new Hono().route("/", ofCrew).route("/", ofTake);
